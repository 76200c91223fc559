// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Match;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a path finds where one value is wanted: that value, and how many there are. */
final class Several implements Consumer<Match> {
    private final JsonPath path;
    private @Nullable JsonValue value;
    private int count;

    private Several(JsonPath path) {
        this.path = path;
    }

    /** Evaluates a path at an item; one that is singular without the cost of matches. */
    static Several at(JsonPath path, Match root, Match item) {
        Several found = new Several(path);
        if (path.singular()) {
            found.value = path.value(root.value(), item.value());
            found.count = found.value == null ? 0 : 1;
        } else {
            path.each(root, item, found);
        }
        return found;
    }

    @Override
    public void accept(Match match) {
        value = match.value();
        count++;
    }

    /** The value, if it is the only one; null when there is none. */
    @Nullable
    JsonValue value() {
        return value;
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
