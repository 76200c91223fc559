// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping.explain;

import io.github.jsongauge.json.JsonBoolean;
import io.github.jsongauge.json.JsonNull;
import io.github.jsongauge.json.JsonNumber;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Match;
import io.github.jsongauge.mapping.NumberMapping;
import io.github.jsongauge.mapping.Source;
import io.github.jsongauge.mapping.StateMapping;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what may have been meant by mappings that gave less than they should. */
final class Hints {
    private final Match root;
    private final Notes notes;

    Hints(Match root, Notes notes) {
        this.root = root;
        this.notes = notes;
    }

    Advice of(Site site, Trouble trouble) {
        return switch (trouble.reason()) {
            case MISSING ->
                trouble.path() == null ? Advice.NONE : MissingHints.of(site, trouble.path(), root, trouble.item());
            case NOT_A_NUMBER, UNKNOWN_STATE -> ofValue(site, trouble.item());
            case AMBIGUOUS -> ofSeveral(site);
            case DUPLICATE ->
                trouble.labels() == null
                        ? Advice.NONE
                        : LabelHints.ofDuplicates(
                                notes.of(site).items(trouble.labels()),
                                notes.mappingsOf(site.mapping().family(), trouble.labels()));
            case BAD_LABEL -> LabelHints.ofBadLabel(site, root, trouble.item());
            case OUT_OF_RANGE ->
                Advice.hint(trouble.why().contains("negative in a counter") ? "what can be negative is a gauge" : "");
            case BAD_HISTOGRAM ->
                Advice.hint(
                        trouble.why().contains("fewer observations than the one before")
                                ? "where each bucket counts only its own, add cumulative: false"
                                : "");
            case LIMIT -> Advice.hint("raise metric_series_limit, or leave out a label with many values");
            case BAD_PATH -> Advice.NONE;
        };
    }

    private Advice ofValue(Site site, Match item) {
        JsonPath path = site.valuePath();
        Match found = path == null ? null : unusable(site, path, item);
        if (path == null || found == null) {
            return Advice.NONE;
        }
        return site.mapping() instanceof StateMapping state
                ? ValueHints.ofState(state, found)
                : site.mapping() instanceof NumberMapping number
                        ? ValueHints.ofNumber(number, path, found)
                        : Advice.NONE;
    }

    /** Of a path with several nodes the first that is no plain number. */
    private @Nullable Match unusable(Site site, JsonPath path, Match item) {
        if (!(site.mapping() instanceof NumberMapping number && number.source() instanceof Source.Aggregate)) {
            return DeadEnd.first(path, root, item);
        }
        List<Match> found = new ArrayList<>(1);
        path.each(root, item, node -> {
            boolean plain = node.value() instanceof JsonNumber
                    || node.value() instanceof JsonBoolean
                    || node.value() == JsonNull.NULL;
            if (!plain && found.isEmpty()) {
                found.add(node);
            }
        });
        return found.isEmpty() ? null : found.get(0);
    }

    private static Advice ofSeveral(Site site) {
        JsonPath path = site.valuePath();
        if (path == null || path.parent() == null) {
            return Advice.hint("use each, count or an index");
        }
        JsonPath items = path;
        while (items.lastName() != null && items.parent() != null) {
            items = items.parent();
        }
        String tail = path.text().substring(items.text().length());
        return Advice.hint("use each: " + items.text() + " with path: " + (tail.isEmpty() ? "." : tail) + ", count: "
                + path.text() + " or an index");
    }

    /** Nothing came and nothing is wrong: there are no items. */
    Advice ofNothing(Site site, Note note) {
        Match item = root;
        for (JsonPath each : note.given() > 0 ? List.<JsonPath>of() : site.eaches()) {
            Match next = DeadEnd.first(each, root, item);
            if (next == null) {
                return MissingHints.of(site, each, root, item);
            }
            item = next;
        }
        return Advice.NONE;
    }
}
