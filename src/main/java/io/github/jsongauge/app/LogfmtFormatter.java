// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** {@code ts=2026-11-23T08:00:00.000Z level=warn logger=Poller msg="…"}, as Prometheus' programs log. */
final class LogfmtFormatter extends Formatter {
    @Override
    public String format(LogRecord logged) {
        String logger = String.valueOf(logged.getLoggerName());
        StringBuilder line = new StringBuilder("ts=")
                .append(logged.getInstant().truncatedTo(ChronoUnit.MILLIS))
                .append(" level=")
                .append(level(logged.getLevel()))
                .append(" logger=")
                .append(logger.substring(logger.lastIndexOf('.') + 1))
                .append(" msg=")
                .append(quoted(formatMessage(logged)));
        if (logged.getThrown() != null) {
            StringWriter trace = new StringWriter();
            logged.getThrown().printStackTrace(new PrintWriter(trace));
            line.append(" err=").append(quoted(trace.toString()));
        }
        return line.append('\n').toString();
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

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> {
                    if (Character.isISOControl(c)) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}
