// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogfmtFormatterTest {
    private static String format(Level level, String message) {
        LogRecord logged = new LogRecord(level, message);
        logged.setInstant(Instant.parse("2026-11-23T08:00:00.123456789Z"));
        logged.setLoggerName("io.github.jsongauge.poll.Poller");
        return new LogfmtFormatter().format(logged);
    }

    @Test
    void aLineHasTimeLevelLoggerAndMessage() {
        assertThat(format(Level.WARNING, "target app cannot be read"))
                .isEqualTo("ts=2026-11-23T08:00:00.123Z level=warn logger=Poller msg=\"target app cannot be read\"\n");
        assertThat(format(Level.SEVERE, "x")).contains("level=error");
        assertThat(format(Level.INFO, "x")).contains("level=info");
        assertThat(format(Level.FINE, "x")).contains("level=debug");
    }

    @Test
    void nothingInAMessageMakesASecondLineOrReachesATerminal() {
        assertThat(format(Level.INFO, "a \"quote\" \\ \n\t\u001b[31m ü"))
                .endsWith("msg=\"a \\\"quote\\\" \\\\ \\n\\t\\u001b[31m ü\"\n");
    }
}
