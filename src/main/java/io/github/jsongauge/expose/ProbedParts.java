// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import io.github.jsongauge.expose.text.SamplesPart;
import io.github.jsongauge.poll.probe.ProbeQuery;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The parts of pages that show what was probed. Those of the last few probes with many series are kept: the next probe of the
 * same will most likely bring the same series. Safe to share.
 */
final class ProbedParts {
    /** Samples from which on writing costs more than keeping. */
    private static final int MANY = 1_000;

    /** Samples beyond which they take too much memory to be kept. */
    private static final int TOO_MANY = 100_000;

    private static final int LIMIT = 8;

    private final Map<ProbeQuery, SamplesPart> last = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ProbeQuery, SamplesPart> eldest) {
            return size() > LIMIT;
        }
    };

    /**
     * The one to show the answer to a query with.
     *
     * @param samples how many it has
     */
    SamplesPart of(ProbeQuery query, int samples) {
        if (samples < MANY || samples > TOO_MANY) {
            return new SamplesPart();
        }
        synchronized (last) {
            return last.computeIfAbsent(query, first -> new SamplesPart());
        }
    }
}
