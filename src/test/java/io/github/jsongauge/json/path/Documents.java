// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

import io.github.jsongauge.json.JsonException;
import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.json.JsonReader;
import io.github.jsongauge.json.JsonText;
import io.github.jsongauge.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Documents from texts, and what paths find in them as texts. */
final class Documents {
    private Documents() {}

    static JsonValue read(String json) {
        try {
            return JsonReader.read(json.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT);
        } catch (JsonException e) {
            throw new AssertionError(e);
        }
    }

    /** The normalized paths of all nodes that a path finds, blanks between them. */
    static String places(JsonPath path, JsonValue document) {
        List<String> places = new ArrayList<>();
        Match root = Match.root(document);
        path.each(root, root, match -> places.add(match.normalizedPath()));
        return String.join(" ", places);
    }

    /** The JSON of all nodes that a path finds, blanks between them. */
    static String values(JsonPath path, Match root, Match item) {
        List<String> values = new ArrayList<>();
        path.each(root, item, match -> values.add(JsonText.of(match.value())));
        return String.join(" ", values);
    }
}
