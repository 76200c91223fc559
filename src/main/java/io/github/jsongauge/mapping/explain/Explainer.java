// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping.explain;

import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.path.Match;
import io.github.jsongauge.json.path.PathLimitException;
import io.github.jsongauge.mapping.Group;
import io.github.jsongauge.mapping.Mapper;
import io.github.jsongauge.mapping.MappingException;
import io.github.jsongauge.mapping.MappingLimits;
import io.github.jsongauge.metric.Sample;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Maps documents by one tree of groups, and says of each mapping what came and why not. Safe to share. */
public final class Explainer {
    private final Mapper mapper;
    private final List<Site> sites;

    public Explainer(Group root, MappingLimits limits) {
        this.mapper = new Mapper(root, limits);
        this.sites = Site.of(root);
    }

    /**
     * Maps and explains one document.
     *
     * @param nanos a clock that never jumps, from an arbitrary origin
     * @param timeIsOver asked again and again on this thread; then the document is not mapped to its end, and no more hints
     *     are looked for
     */
    public Explained explain(JsonValue document, LongSupplier nanos, BooleanSupplier timeIsOver) {
        Match root = Match.root(document);
        Notes notes = new Notes(sites);
        List<Sample> samples = List.of();
        String failure = null;
        long begin = nanos.getAsLong();
        try {
            samples = mapper.map(root, timeIsOver, notes).samples();
        } catch (MappingException | PathLimitException tooMuch) {
            failure = String.valueOf(tooMuch.getMessage());
        }
        Duration took = Duration.ofNanos(nanos.getAsLong() - begin);
        Hints hints = new Hints(root, notes);
        boolean complete = failure == null;
        List<Explanation> mappings = sites.stream()
                .map(site -> explanation(site, notes.of(site), timeIsOver.getAsBoolean() ? null : hints, complete))
                .toList();
        return new Explained(mappings, samples, failure, took);
    }

    /** @param hints null = there is no time to look for them */
    private static Explanation explanation(Site site, Note note, @Nullable Hints hints, boolean complete) {
        Trouble trouble = note.trouble();
        Advice advice = hints == null || (trouble == null && !complete)
                ? Advice.NONE
                : trouble == null ? hints.ofNothing(site, note) : hints.of(site, trouble);
        String why = trouble == null ? "" : why(site, trouble);
        return new Explanation(
                site.mapping().family().name(),
                outcome(note, trouble, complete),
                site.path(),
                note.given(),
                note.examples().stream().map(SampleValue::of).toList(),
                note.skips(),
                why.isEmpty() || advice.fact().isEmpty() ? why + advice.fact() : why + "; " + advice.fact(),
                advice.hint());
    }

    /** The path that stands beside it is not repeated. */
    private static String why(Site site, Trouble trouble) {
        String path = trouble.path() == null ? "" : trouble.path().text();
        String repeated = "no match for " + path;
        return site.path().endsWith(path) && trouble.why().startsWith(repeated)
                ? "no match" + trouble.why().substring(repeated.length())
                : trouble.why();
    }

    private static Outcome outcome(Note note, @Nullable Trouble trouble, boolean complete) {
        if (trouble != null) {
            return trouble.counted() ? Outcome.of(trouble.reason()) : Outcome.IGNORED;
        }
        return note.given() > 0 ? Outcome.OK : complete ? Outcome.EMPTY : Outcome.UNREAD;
    }
}
