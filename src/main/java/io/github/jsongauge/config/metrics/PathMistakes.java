// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.metrics;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that are no path, but nearly: habits from other languages, and slips. */
final class PathMistakes {
    private static final Pattern BLANK_AT_END = Pattern.compile("[$.].*\\s", Pattern.DOTALL);
    private static final Pattern DOT_MISSING = Pattern.compile("\\$([A-Za-z_][A-Za-z0-9_.-]{0,99})");
    private static final Pattern FUNCTION_AT_END =
            Pattern.compile("([$.][^()\\s]{0,200})\\.(length|size|count|sum|min|max|avg)\\(\\)");
    private static final Pattern SINGLE_EQUALS = Pattern.compile("[^=!<>]=[^=~]");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(?:\\.[0-9]{1,20})?");

    private PathMistakes() {}

    /** What was probably meant; empty when nothing comes to mind. */
    static String hint(String text) {
        if (BLANK_AT_END.matcher(text).matches()) {
            return "remove the blank or line break at its end";
        }
        Matcher name = DOT_MISSING.matcher(text);
        if (name.matches()) {
            return "did you mean \"$." + name.group(1) + "\"?";
        }
        Matcher function = FUNCTION_AT_END.matcher(text);
        if (function.matches()) {
            String key = function.group(2).matches("length|size") ? "count" : function.group(2);
            return "write " + key + ": " + function.group(1) + ", or set path_syntax: jayway";
        }
        int filter = text.indexOf('?');
        if (filter > 0 && SINGLE_EQUALS.matcher(text).find(filter)) {
            return "values are compared by \"==\"";
        }
        return NUMBER.matcher(text).matches()
                ? "a path begins with \"$\" or \".\"; a fixed number is value: " + text
                : "";
    }
}
