// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Match;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a path finds where one value is wanted: the first value, and how many there are. */
final class Several implements Consumer<Match> {
    private final JsonPath path;
    private @Nullable JsonValue first;
    private int count;

    private Several(JsonPath path) {
        this.path = path;
    }

    /** Evaluates a path at an item; one that is singular without the cost of matches. */
    static Several at(JsonPath path, Match root, Match item) {
        Several found = new Several(path);
        if (path.singular()) {
            found.first = path.value(root.value(), item.value());
            found.count = found.first == null ? 0 : 1;
        } else {
            path.each(root, item, found);
        }
        return found;
    }

    @Override
    public void accept(Match match) {
        if (count++ == 0) {
            first = match.value();
        }
    }

    @Nullable
    JsonValue first() {
        return first;
    }

    int count() {
        return count;
    }

    /** How many there are, for a sentence. */
    @Override
    public String toString() {
        return path.text() + " finds " + count + " values";
    }
}
