// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import io.github.jsongauge.fetch.TargetUrl;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where documents come from that had to be read as a whole lately, so that the next ones are read so at once. Safe to share. */
public final class WholeReads {
    /** How long documents are read as a whole after one that had to be. */
    private static final Duration WHOLE = Duration.ofHours(1);

    /** So many are remembered; URLs come from callers. */
    private static final int LIMIT = 1_000;

    private final Time time;

    /** When it was, by {@link Time#nanos()}. */
    private final Map<TargetUrl, Long> last = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TargetUrl, Long> eldest) {
            return size() > LIMIT;
        }
    };

    public WholeReads(Time time) {
        this.time = time;
    }

    /** The document from there had to be read as a whole. */
    synchronized void add(TargetUrl url) {
        last.put(url, time.nanos());
    }

    synchronized boolean contains(TargetUrl url) {
        Long then = last.get(url);
        return then != null && time.nanos() - then <= WHOLE.toNanos();
    }
}
