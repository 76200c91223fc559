// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll.probe;

import io.github.jsongauge.fetch.Reason;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many probes there were, by module; lives as long as the process. Safe for many threads. */
public final class ProbeCounts {
    private final SortedMap<String, OfModule> byModule = new TreeMap<>();

    /**
     * Counts of one module.
     *
     * @param failures probes whose reading failed, by reason; reasons that never occurred are absent
     */
    public record OfModule(long probes, Map<Reason, Long> failures) {
        private static final OfModule NONE = new OfModule(0, Map.of());

        private OfModule another() {
            return new OfModule(probes + 1, failures);
        }

        private OfModule failed(Reason reason) {
            Map<Reason, Long> more = new EnumMap<>(Reason.class);
            more.putAll(failures);
            more.merge(reason, 1L, Long::sum);
            return new OfModule(probes, Map.copyOf(more));
        }
    }

    synchronized void probe(String module) {
        byModule.put(module, byModule.getOrDefault(module, OfModule.NONE).another());
    }

    synchronized void failure(String module, Reason reason) {
        byModule.put(module, byModule.getOrDefault(module, OfModule.NONE).failed(reason));
    }

    /** All counts so far. */
    public synchronized SortedMap<String, OfModule> all() {
        return new TreeMap<>(byModule);
    }
}
