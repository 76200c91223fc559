// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import io.github.jsongauge.metric.Sample;
import io.github.jsongauge.poll.TargetStatus;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The part of the page that shows the targets. It is kept, in each format that somebody asks for, until one of the readings that
 * it shows is replaced, fails or grows too old; and no longer than there is memory for it. Safe to share.
 */
final class TargetsPart {
    private final Map<Format, SoftReference<Made>> last = new ConcurrentHashMap<>();

    /**
     * What was made of some readings.
     *
     * @param samples of each target; what a reading gave is never changed, so the same list is the same part
     * @param taken names that had been given away before
     */
    private record Made(List<List<Sample>> samples, Set<String> taken, Refused refused, PagePart part) {
        boolean isOf(List<List<Sample>> others, Set<String> othersTaken) {
            if (samples.size() != others.size() || !taken.equals(othersTaken)) {
                return false;
            }
            for (int i = 0; i < samples.size(); i++) {
                if (!isSame(samples.get(i), others.get(i))) {
                    return false;
                }
            }
            return true;
        }

        @SuppressWarnings("ReferenceEquality")
        private static boolean isSame(List<Sample> one, List<Sample> other) {
            return one == other || (one.isEmpty() && other.isEmpty());
        }
    }

    /**
     * What the targets show now.
     *
     * @param taken base names of metrics that win against those of targets
     * @param refused what is left out is added to it
     */
    PagePart of(List<TargetStatus> targets, Set<String> taken, Format format, Refused refused) {
        List<List<Sample>> samples = targets.stream().map(TargetStatus::samples).toList();
        SoftReference<Made> reference = last.get(format);
        @Nullable Made made = reference == null ? null : reference.get();
        if (made == null || !made.isOf(samples, taken)) {
            made = make(samples, taken, format);
            last.put(format, new SoftReference<>(made));
        }
        refused.addAll(made.refused);
        return made.part;
    }

    private static Made make(List<List<Sample>> samples, Set<String> taken, Format format) {
        Refused refused = new Refused();
        Families families = new Families(refused);
        samples.forEach(families::addAll);
        byte[] text = Exposition.write(families.snapshots(taken), format);
        return new Made(samples, Set.copyOf(taken), refused, new PagePart(format.withoutEnd(text)));
    }
}
