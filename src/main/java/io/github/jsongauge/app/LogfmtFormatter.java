// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.app;

import java.util.Set;
import java.util.StringJoiner;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** {@code ts=2026-11-23T08:00:00.000Z level=warn logger=Poller msg="…"}, as Prometheus' programs log. */
final class LogfmtFormatter extends Formatter {
    private static final Set<String> QUOTED = Set.of("msg", "err");

    @Override
    public String format(LogRecord logged) {
        StringJoiner line = new StringJoiner(" ", "", "\n");
        LogFields.of(logged, formatMessage(logged))
                .forEach((name, value) -> line.add(name + "=" + (QUOTED.contains(name) ? quoted(value) : value)));
        return line.toString();
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
