// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.text;

import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Samples from anywhere, merged by the names of their families, for one exposition.
 *
 * <p>Prometheus refuses a whole page when one series on it is wrong. A checked configuration gives no such series; should one
 * come all the same, it is left out here, and only it.
 */
public final class Families {
    /** What there is place for on a new page, beside that for each sample. */
    private static final int PAGE_BYTES = 1_024;

    private static final int SAMPLE_BYTES = 50;

    private final Map<String, FamilySamples> byName = new LinkedHashMap<>();
    private final Refused refused;
    private int samples;

    /**
     * Starts without families.
     *
     * @param refused what is left out is added to it
     */
    public Families(Refused refused) {
        this.refused = refused;
    }

    /** Adds samples; where several have a family's name, the first says of which type it is. */
    public void addAll(List<Sample> more) {
        // Samples of a family come one after the other
        @Nullable FamilySamples last = null;
        for (Sample sample : more) {
            Family family = sample.family();
            if (last == null || !last.family().name().equals(family.name())) {
                last = byName.computeIfAbsent(family.name(), name -> new FamilySamples(family, refused));
            }
            last.add(sample, samples++);
        }
    }

    /** The names of the samples' families, as a page knows them when another name is to be added. */
    public static Set<String> baseNames(List<Sample> samples) {
        return samples.stream()
                .map(sample -> FamilySamples.baseName(sample.family()))
                .collect(Collectors.toSet());
    }

    /** All of them, without the mark of the end that a format may have. */
    public byte[] text(Format format) {
        return text(Set.of(), format, baseName -> true);
    }

    /**
     * Those that are wanted, without the mark of the end that a format may have.
     *
     * @param taken base names of metrics that are on the page already; they win against families with the same name
     * @param wanted says so of a base name
     */
    public byte[] text(Set<String> taken, Format format, Predicate<String> wanted) {
        FamilyWriter writer = new FamilyWriter(format, new PageText(capacity()), null);
        shown(taken).stream()
                .filter(family -> wanted.test(FamilySamples.baseName(family.family())))
                .forEach(writer::write);
        return writer.text();
    }

    /**
     * All of them, with the places of the values.
     *
     * @param all the samples that were added, in their order
     */
    ValuePlaces places(Set<String> taken, Format format, Sample[] all) {
        ValuePlaces.Finder finder = new ValuePlaces.Finder(all);
        FamilyWriter writer = new FamilyWriter(format, new PageText(capacity()), finder);
        shown(taken).forEach(writer::write);
        return finder.places(writer.text());
    }

    private int capacity() {
        return (int) Math.min(Integer.MAX_VALUE / 2, PAGE_BYTES + (long) SAMPLE_BYTES * samples);
    }

    /** Those that can be shown, sorted by their base names. */
    private List<FamilySamples> shown(Set<String> taken) {
        Set<String> baseNames = new HashSet<>(taken);
        List<FamilySamples> shown = new ArrayList<>();
        @Nullable LabelOrder order = null;
        for (FamilySamples family : byName.values()) {
            if (baseNames.add(FamilySamples.baseName(family.family()))) {
                order = family.order(order);
                shown.add(family);
            } else {
                family.refuse("another metric has this name, or the name without _total or _info");
            }
        }
        shown.sort(Comparator.comparing(family -> FamilySamples.baseName(family.family())));
        return shown;
    }
}
