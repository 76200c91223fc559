// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.JsonNull;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Match;
import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One document on its way to samples; used by one thread, once. */
final class Run {
    /** Groups inside groups multiply; no document needs this many items, a hostile one could ask for any number. */
    private static final int ITEM_LIMIT = 1_000_000;

    /**
     * How many times {@code sample_limit} are held while it is not known yet which metrics are over their own limit, up to
     * which each counts, and which series are duplicates or have an unusable value, and will be left out.
     */
    private static final int HELD = 4;

    /** Beside its labels. */
    private static final int BYTES_OF_A_SERIES = 150;

    /** Beside its text. */
    private static final int BYTES_OF_A_LABEL = 60;

    /** Small steps, each of at most some microseconds, between two looks at the time. */
    private static final int STEPS_AT_ONCE = 256;

    private Match root;
    private final Families families;
    private final MappingLimits limits;
    private final BooleanSupplier timeIsOver;
    private final MappingObserver observer;
    private final @Nullable FamilySamples[] samples;
    private final Skips skips;

    /** By family: the values of labels that were left open; null = none were. */
    private final @Nullable String[][] leftOpen;

    private final Streamed streamed;
    private boolean underway;
    private long held;
    private long bytesHeld;
    /** Those that were counted last: all metrics of an item often have the same. */
    private Labels counted = Labels.EMPTY;

    private int items;
    private int steps;

    /** A run through a document that is complete. */
    Run(Match root, Families families, MappingLimits limits, BooleanSupplier timeIsOver, MappingObserver observer) {
        this(root, families, limits, timeIsOver, observer, new Streamed(0));
    }

    /** A run through a document that comes, of which nothing is known yet. */
    static Run underway(Families families, MappingLimits limits, BooleanSupplier timeIsOver, int lists) {
        Match unknown = Match.root(JsonNull.NULL);
        Run run = new Run(unknown, families, limits, timeIsOver, MappingObserver.NONE, new Streamed(lists));
        run.underway = true;
        return run;
    }

    private Run(
            Match root,
            Families families,
            MappingLimits limits,
            BooleanSupplier timeIsOver,
            MappingObserver observer,
            Streamed streamed) {
        this.streamed = streamed;
        this.leftOpen = new String[families.size()][];
        this.root = root;
        this.families = families;
        this.limits = limits;
        this.timeIsOver = timeIsOver;
        this.samples = new FamilySamples[families.size()];
        this.skips = new Skips(families, observer);
        this.observer = observer;
    }

    /** The document has come to its end, and this is left of it. */
    void complete(JsonValue left) {
        underway = false;
        root = Match.root(left);
    }

    /** Whether the document still comes, so that nothing but the items that came is known of it. */
    boolean isUnderway() {
        return underway;
    }

    /** What came of the lists that are read while the document comes. */
    Streamed streamed() {
        return streamed;
    }

    /**
     * Whether a list was read while the document came.
     *
     * @param list its number; -1 is none
     * @throws MappingException when the document as a whole cannot be shown because of it
     */
    boolean wasStreamed(int list) throws MappingException {
        if (list < 0 || streamed.size() == 0) {
            return false;
        }
        streamed.check(list);
        return true;
    }

    /** Whether a list was read while the document came, and had any items. */
    boolean hadItems(int list) {
        return list >= 0 && streamed.items(list) > 0;
    }

    /** Says which values the labels of a family have that were left open, by position; null = it was not. */
    void fillIn(int family, @Nullable String[] values) {
        leftOpen[family] = values;
    }

    Match root() {
        return root;
    }

    MappingLimits limits() {
        return limits;
    }

    MappingObserver observer() {
        return observer;
    }

    /**
     * Gives what a path finds. One evaluation is bounded by itself, so between two of them is the place to stop.
     *
     * @throws MappingException when the time is over
     */
    void each(JsonPath path, Match item, Consumer<Match> out) throws MappingException {
        checkTime();
        path.each(root, item, out);
    }

    /**
     * What a path finds where one node is wanted.
     *
     * @throws MappingException when the time is over
     */
    Several find(JsonPath path, Match item) throws MappingException {
        if (!path.singular()) {
            checkTime();
        }
        return Several.at(path, root, item);
    }

    /**
     * Counts a step that scans nothing.
     *
     * @throws MappingException when the time is over
     */
    void step() throws MappingException {
        if (++steps % STEPS_AT_ONCE == 0) {
            checkTime();
        }
    }

    /** @throws MappingException when the time is over */
    void checkTime() throws MappingException {
        if (timeIsOver.getAsBoolean()) {
            throw new MappingException(MappingException.Kind.TIME, "mapping the document takes too long");
        }
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
        hold(samples(family).add(sample, onDuplicate), sample.labels());
    }

    /** Shows nothing of a series, whatever other items say. */
    void refuse(int family, Labels labels) throws MappingException {
        hold(samples(family).refuse(labels), labels);
    }

    /** About how much memory all takes that is held of items that came while the document did, with the texts of the labels. */
    long bytesHeld() {
        return bytesHeld;
    }

    private FamilySamples samples(int family) {
        FamilySamples all = samples[family];
        if (all == null) {
            all = new FamilySamples(families.get(family).shape(), limits.seriesPerMetric());
            samples[family] = all;
        }
        return all;
    }

    private void hold(int more, Labels labels) throws MappingException {
        held += more;
        if (underway && more > 0) {
            bytesHeld += bytes(more, labels);
        }
        if (held > (long) HELD * limits.samples()) {
            throw tooManySamples();
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private long bytes(int more, Labels labels) {
        long bytes = (long) BYTES_OF_A_SERIES * more;
        if (labels != counted) {
            counted = labels;
            for (int i = 0; i < labels.size(); i++) {
                bytes += BYTES_OF_A_LABEL + 2L * labels.value(i).length();
            }
        }
        return bytes;
    }

    private MappingException tooManySamples() {
        return new MappingException(
                MappingException.Kind.LIMIT, "more than sample_limit (" + limits.samples() + ") samples");
    }

    /** @throws MappingException when more samples are left than the limit */
    Mapped result() throws MappingException {
        List<Sample> shown = new ArrayList<>((int) Math.min(held, limits.samples()));
        for (int family = 0; family < samples.length; family++) {
            FamilySamples all = samples[family];
            if (all != null) {
                all.show(shown, skips, family, leftOpen[family]);
            }
        }
        if (shown.stream().mapToLong(Sample::series).sum() > limits.samples()) {
            throw tooManySamples();
        }
        return new Mapped(shown, skips.list());
    }
}
