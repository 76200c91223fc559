// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import io.github.jsongauge.config.schema.JsonSchema;
import io.github.jsongauge.json.JsonText;

/** The JSON Schema of the files of a configuration. */
public final class ConfigSchema {
    private ConfigSchema() {}

    /** The schema in several lines, with a line end at its end. */
    public static String text() {
        return JsonText.indented(JsonSchema.of(ConfigKeys.CONFIG, "jsongauge configuration", "^x-")) + "\n";
    }
}
