// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.text;

import io.github.jsongauge.metric.Sample;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The part of a page that shows lists of samples: those of the targets, or what the exporter says of itself. It is kept, in each
 * format that somebody asks for, until one of the lists is replaced; and no longer than there is memory for it. Where a list
 * brings the same series again, only the values that changed are written. Safe to share.
 */
public final class SamplesPart {
    private final Map<Format, SoftReference<Made>> last = new ConcurrentHashMap<>();

    /**
     * What was made of some readings.
     *
     * @param samples of each target; what a reading gave is never changed, so the same list is the same part
     * @param taken names that had been given away before
     * @param places where the values are
     */
    private record Made(
            List<List<Sample>> samples, Set<String> taken, Refused refused, PagePart part, ValuePlaces places) {
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
     * What is to be shown now.
     *
     * @param samples of each target
     * @param taken base names of metrics that win against those of targets
     * @param refused what is left out is added to it
     */
    public PagePart of(List<List<Sample>> samples, Set<String> taken, Format format, Refused refused) {
        SoftReference<Made> reference = last.get(format);
        @Nullable Made made = reference == null ? null : reference.get();
        if (made == null || !made.isOf(samples, taken)) {
            made = make(samples, Set.copyOf(taken), format, made);
            last.put(format, new SoftReference<>(made));
        }
        refused.addAll(made.refused);
        return made.part;
    }

    private static Made make(List<List<Sample>> samples, Set<String> taken, Format format, @Nullable Made last) {
        Sample[] all = flat(samples);
        ValuePlaces places =
                last != null && last.refused.isEmpty() && last.taken.equals(taken) ? last.places.with(all) : null;
        if (last == null || places == null) {
            return write(samples, taken, format, all);
        }
        PagePart part = last.part.isOf(places.text()) ? last.part : new PagePart(places.text());
        return new Made(samples, taken, last.refused, part, places);
    }

    /** All of them; without a stream, which would collect many of them in steps. */
    private static Sample[] flat(List<List<Sample>> samples) {
        Sample[] all = new Sample[samples.stream().mapToInt(List::size).sum()];
        int count = 0;
        for (List<Sample> some : samples) {
            for (Sample sample : some) {
                all[count++] = sample;
            }
        }
        return all;
    }

    private static Made write(List<List<Sample>> samples, Set<String> taken, Format format, Sample[] all) {
        Refused refused = new Refused();
        Families families = new Families(refused);
        samples.forEach(families::addAll);
        ValuePlaces places = families.places(taken, format, all);
        return new Made(samples, taken, refused, new PagePart(places.text()), places);
    }
}
