// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.path.Match;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts matches where one is wanted, and keeps the first. */
final class Several implements Consumer<Match> {
    private @Nullable JsonValue first;
    private int count;

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
}
