// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping.explain;

import io.github.jsongauge.json.JsonArray;
import io.github.jsongauge.json.path.Match;
import java.util.regex.Pattern;

/** Writes paths. Paths that start at the item begin with a dot, and the item itself is one. */
public final class PathText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

    private PathText() {}

    /** A path that begins where another ends; one from the root stays as it is. */
    static String join(String base, String path) {
        if (path.startsWith("$") || base.isEmpty()) {
            return path;
        }
        if (path.equals(".")) {
            return base;
        }
        return (base.equals(".") ? "" : base) + (path.startsWith(".[") && !base.equals(".") ? path.substring(1) : path);
    }

    /** The same segments from another start, {@code $} or the item. */
    static String startingAt(String start, String path) {
        String behind = path.startsWith("$") ? path.substring(1) : path;
        return join(start, behind.startsWith("[") ? "." + behind : behind);
    }

    /** The path of a member of what a path finds. */
    public static String member(String base, String name) {
        return join(base, PLAIN.matcher(name).matches() ? "." + name : ".['" + escaped(name) + "']");
    }

    /** The path of an element of what a path finds. */
    public static String element(String base, int index) {
        return join(base, ".[" + index + "]");
    }

    /** The path of all members or elements of what a path finds. */
    public static String all(String base) {
        return join(base, ".*");
    }

    /** The path of a node that stands below another, whose path is known. */
    static String below(String base, Match top, Match node) {
        Match parent = node.parent();
        if (node == top || parent == null) {
            return base;
        }
        String holder = below(base, top, parent);
        String key = String.valueOf(node.key());
        return parent.value() instanceof JsonArray ? element(holder, Integer.parseInt(key)) : member(holder, key);
    }

    /** What is not seen, or turns the text around it, is escaped too, as paths and JSON do it. */
    private static String escaped(String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            switch (Character.getType(c)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> text.append(String.format("\\u%04x", (int) c));
                default -> text.append(c == '\'' || c == '\\' ? "\\" : "").append(c);
            }
        }
        return text.toString();
    }
}
