// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.path.Match;
import io.github.jsongauge.metric.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One document on its way to samples; used by one thread, once. */
final class Run {
    /** Groups inside groups multiply; no document needs this many items, a hostile one could ask for any number. */
    private static final int ITEM_LIMIT = 1_000_000;

    /**
     * How many times {@code sample_limit} are held while it is not known yet which metrics are over their own limit, and
     * which series are duplicates, and will be left out.
     */
    private static final int HELD = 4;

    private final Match root;
    private final Families families;
    private final MappingLimits limits;
    private final @Nullable FamilySamples[] samples;
    private final Skips skips;
    private int series;
    private int items;

    Run(Match root, Families families, MappingLimits limits) {
        this.root = root;
        this.families = families;
        this.limits = limits;
        this.samples = new FamilySamples[families.size()];
        this.skips = new Skips(families);
    }

    Match root() {
        return root;
    }

    MappingLimits limits() {
        return limits;
    }

    void countItem() throws MappingException {
        if (++items > ITEM_LIMIT) {
            throw new MappingException(
                    MappingException.Kind.LIMIT, "the groups find more than " + ITEM_LIMIT + " items together");
        }
    }

    void skip(int family, SkipReason reason, Supplier<String> why) {
        skips.add(family, reason, why);
    }

    void add(int family, Sample sample, OnDuplicate onDuplicate) throws MappingException {
        FamilySamples all = samples[family];
        if (all == null) {
            all = new FamilySamples(families.get(family).shape(), limits.seriesPerMetric());
            samples[family] = all;
        }
        series += all.add(sample, onDuplicate);
        if (series > (long) HELD * limits.samples()) {
            throw tooManySamples();
        }
    }

    private MappingException tooManySamples() {
        return new MappingException(
                MappingException.Kind.LIMIT, "more than sample_limit (" + limits.samples() + ") samples");
    }

    /** @throws MappingException when more samples are left than the limit */
    Mapped result() throws MappingException {
        List<Sample> shown = new ArrayList<>(series);
        for (int family = 0; family < samples.length; family++) {
            FamilySamples all = samples[family];
            if (all != null) {
                all.show(shown, skips, family);
            }
        }
        if (shown.stream().mapToLong(Sample::series).sum() > limits.samples()) {
            throw tooManySamples();
        }
        return new Mapped(shown, skips.list());
    }
}
