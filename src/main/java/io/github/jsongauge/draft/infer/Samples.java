// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.infer;

import io.github.jsongauge.json.JsonValue;
import java.time.Duration;
import java.util.List;

/**
 * What an endpoint said.
 *
 * @param documents in the order in which they came, at least one
 * @param apart how long after the first one the last one came; zero when that is not known
 */
public record Samples(List<JsonValue> documents, Duration apart) {
    public Samples {
        documents = List.copyOf(documents);
        if (documents.isEmpty()) {
            throw new IllegalArgumentException("must be at least one document");
        }
    }

    /** One document alone. */
    public static Samples of(JsonValue document) {
        return new Samples(List.of(document), Duration.ZERO);
    }

    /** The document that the draft must fit. */
    JsonValue last() {
        return documents.get(documents.size() - 1);
    }
}
