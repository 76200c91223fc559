// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.Projection;
import io.github.jsongauge.json.path.Match;
import io.github.jsongauge.json.path.Reach;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongPredicate;

/** Turns documents into samples by one tree of groups; immutable, safe for many threads at once. */
public final class Mapper {
    private final Families families = new Families();
    private final GroupPlan root;
    private final MappingLimits limits;
    private final Projection projection;
    private final Streams streams;
    private final Streamer[] streamers;

    public Mapper(Group root, MappingLimits limits) {
        this.streams = new Streams(root);
        this.root = new GroupPlan(root, LabelPlan.NONE, families, streams);
        this.streamers = new Streamer[streams.size()];
        this.root.streams(streamers);
        this.limits = limits;
        Reach document = Reach.root();
        root.reach(document, document);
        this.projection = document.projection();
    }

    /** What of a document makes a difference: a document of which only this was kept is mapped to the same. */
    public Projection projection() {
        return projection;
    }

    /** Whether it is worthwhile to map documents while they come, by {@link #stream}. */
    public boolean streams() {
        return streams.worthwhile();
    }

    /** How the lists of a document are read that {@code each}, aggregates and counts go through. */
    public List<StreamNote> streamNotes() {
        return streams.notes();
    }

    /** What of a document makes a difference when the items of its lists are handed out to a {@link #stream}. */
    public Projection streamProjection() {
        return streams.projection();
    }

    /**
     * Maps one document while it comes, to the same as when it is complete.
     *
     * @param timeIsOver asked again and again on the thread that hands out the items
     * @param memory gives so many bytes more, for what is held until the end; false when there are none
     */
    public MappingStream stream(BooleanSupplier timeIsOver, LongPredicate memory) {
        Run run = Run.underway(families, limits, timeIsOver, streams.size());
        return new MappingStream(root, streamers, run, memory);
    }

    /**
     * Maps one document, however long it takes.
     *
     * @throws MappingException when the document as a whole cannot be shown
     * @throws io.github.jsongauge.json.path.PathLimitException when a path visits too much of it
     */
    public Mapped map(JsonValue document) throws MappingException {
        return map(document, () -> false);
    }

    /**
     * Maps one document.
     *
     * @param timeIsOver asked again and again on this thread, at the latest after each evaluation of a path
     * @throws MappingException when the document as a whole cannot be shown, or the time is over
     * @throws io.github.jsongauge.json.path.PathLimitException when a path visits too much of it
     */
    public Mapped map(JsonValue document, BooleanSupplier timeIsOver) throws MappingException {
        return map(Match.root(document), timeIsOver, MappingObserver.NONE);
    }

    /**
     * Maps one document while somebody watches.
     *
     * @param document its root
     * @param timeIsOver asked again and again on this thread, at the latest after each evaluation of a path
     * @throws MappingException when the document as a whole cannot be shown, or the time is over
     * @throws io.github.jsongauge.json.path.PathLimitException when a path visits too much of it
     */
    public Mapped map(Match document, BooleanSupplier timeIsOver, MappingObserver observer) throws MappingException {
        Run run = new Run(document, families, limits, timeIsOver, observer);
        root.read(run, Item.top(document));
        return run.result();
    }
}
