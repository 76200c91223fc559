// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** What is said of one event, in whatever format. */
final class LogFields {
    private LogFields() {}

    /** By name, in the order in which they stand in a line. */
    static Map<String, String> of(LogRecord logged, String message) {
        Map<String, String> fields = new LinkedHashMap<>();
        String logger = String.valueOf(logged.getLoggerName());
        fields.put("ts", logged.getInstant().truncatedTo(ChronoUnit.MILLIS).toString());
        fields.put("level", level(logged.getLevel()));
        fields.put("logger", logger.substring(logger.lastIndexOf('.') + 1));
        fields.put("msg", message);
        if (logged.getThrown() != null) {
            // a field of the line, never the console
            StringWriter trace = new StringWriter();
            logged.getThrown().printStackTrace(new PrintWriter(trace));
            fields.put("err", trace.toString());
        }
        return fields;
    }

    private static String level(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return "error";
        }
        if (level.intValue() >= Level.WARNING.intValue()) {
            return "warn";
        }
        return level.intValue() >= Level.INFO.intValue() ? "info" : "debug";
    }
}
