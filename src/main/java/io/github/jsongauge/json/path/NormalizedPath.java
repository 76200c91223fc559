// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Writes where a node is, in the one way of RFC 9535, 2.7. */
final class NormalizedPath {
    private NormalizedPath() {}

    static String of(Match node) {
        Deque<Match> way = new ArrayDeque<>();
        for (@Nullable Match at = node; at != null; at = at.parent()) {
            way.push(at);
        }
        StringBuilder path = new StringBuilder();
        for (Match at : way) {
            String name = at.name();
            if (name != null) {
                path.append("['");
                escape(name, path);
                path.append("']");
            } else if (at.parent() == null) {
                path.append('$');
            } else {
                path.append('[').append(at.index()).append(']');
            }
        }
        return path.toString();
    }

    private static void escape(String name, StringBuilder path) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            switch (c) {
                case '\b' -> path.append("\\b");
                case '\t' -> path.append("\\t");
                case '\n' -> path.append("\\n");
                case '\f' -> path.append("\\f");
                case '\r' -> path.append("\\r");
                case '\'' -> path.append("\\'");
                case '\\' -> path.append("\\\\");
                default -> {
                    if (c < ' ') {
                        path.append("\\u").append(HexFormat.of().toHexDigits(c));
                    } else {
                        path.append(c);
                    }
                }
            }
        }
    }
}
