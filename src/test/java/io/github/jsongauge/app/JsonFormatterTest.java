// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.json.JsonReader;
import io.github.jsongauge.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class JsonFormatterTest {
    @Test
    void aLineIsAnObjectWhateverIsLogged() throws Exception {
        LogRecord logged = new LogRecord(Level.WARNING, "a \"quote\"\nline\u0000 \uD800 }\u2028");
        logged.setInstant(Instant.parse("2026-11-23T12:00:00.1239Z"));
        logged.setLoggerName("io.github.jsongauge.app.Exporter");
        logged.setThrown(new IllegalStateException("boom"));

        String line = new JsonFormatter().format(logged);

        assertThat(line)
                .startsWith(
                        "{\"ts\":\"2026-11-23T12:00:00.123Z\",\"level\":\"warn\",\"logger\":\"Exporter\",\"msg\":\"a \\\"quote\\\"\\nline\\u0000 \\ud800 }");
        assertThat(line).endsWith("}\n").contains("\"err\":\"java.lang.IllegalStateException: boom\\n");
        assertThat(line.lines()).hasSize(1);
        assertThat(JsonText.of(JsonReader.read(line.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT)) + "\n")
                .isEqualTo(line);
    }
}
