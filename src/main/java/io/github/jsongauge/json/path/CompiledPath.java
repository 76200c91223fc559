// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

import io.github.jsongauge.json.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A path of our own engine. */
final class CompiledPath implements JsonPath {
    private final Rfc9535 dialect;
    private final String text;
    private final Query query;

    CompiledPath(Rfc9535 dialect, String text, Query query) {
        this.dialect = dialect;
        this.text = text;
        this.query = query;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public void each(Match root, Match item, Consumer<Match> out) {
        query.run(root, item, new Work(), node -> {
            out.accept(node);
            return true;
        });
    }

    @Override
    public boolean singular() {
        return query.singular();
    }

    @Override
    public @Nullable JsonValue value(JsonValue root, JsonValue item) {
        return query.value(root, item);
    }

    @Override
    public JsonPath prefix() {
        List<Segment> prefix = query.prefix();
        if (prefix.size() == query.length()) {
            return this;
        }
        return prefix(prefix);
    }

    @Override
    public @Nullable JsonPath parent() {
        List<Segment> segments = query.segments();
        return segments.isEmpty() ? null : prefix(segments.subList(0, segments.size() - 1));
    }

    private JsonPath prefix(List<Segment> segments) {
        int end = segments.isEmpty() ? 1 : segments.get(segments.size() - 1).end();
        return new CompiledPath(dialect, text.substring(0, end), new Query(query.fromRoot(), segments));
    }

    @Override
    public @Nullable String lastName() {
        List<Segment> segments = query.segments();
        return !segments.isEmpty() && segments.get(segments.size() - 1).one() instanceof Selector.Name name
                ? name.name()
                : null;
    }

    @Override
    public boolean followable() {
        return query.followable();
    }

    @Override
    public Reach reach(Reach root, Reach item) {
        return query.reach(root, item);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CompiledPath path && dialect == path.dialect && text.equals(path.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(dialect, text);
    }

    @Override
    public String toString() {
        return text;
    }
}
