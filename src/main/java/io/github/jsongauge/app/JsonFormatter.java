// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.app;

import io.github.jsongauge.json.JsonObject;
import io.github.jsongauge.json.JsonString;
import io.github.jsongauge.json.JsonText;
import io.github.jsongauge.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** A JSON object a line, with the same fields as logfmt. */
final class JsonFormatter extends Formatter {
    @Override
    public String format(LogRecord logged) {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        LogFields.of(logged, formatMessage(logged)).forEach((name, value) -> fields.put(name, new JsonString(value)));
        return JsonText.of(JsonObject.of(fields)) + "\n";
    }
}
