// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import io.github.jsongauge.config.Node.Text;
import io.github.jsongauge.mapping.LabelSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text with paths in braces, like <code>planet-{.location}</code>. */
final class LabelTemplate {
    private static final Pattern PATH_IN_BRACES = Pattern.compile("\\{\\s*[.$]");

    private final Text text;
    private final Problems problems;

    /** Reads what stands between braces; null when it is not usable, which is reported. */
    interface PartReader {
        /**
         * Reads a part.
         *
         * @param offset where it begins, in characters (Unicode code points) of the whole text
         */
        @Nullable
        LabelSource read(String part, int offset);
    }

    LabelTemplate(Text text, Problems problems) {
        this.text = text;
        this.problems = problems;
    }

    /** Whether a text holds a path in braces; braces around anything else are just characters. */
    static boolean isOne(String text) {
        return PATH_IN_BRACES.matcher(text).find();
    }

    /** The source of the whole text; null when a part of it is not usable. */
    @Nullable
    LabelSource source(PartReader reader) {
        String value = text.value();
        List<LabelSource> parts = new ArrayList<>();
        boolean usable = true;
        int at = 0;
        while (at < value.length()) {
            int open = nextPath(value, at);
            if (open > at) {
                parts.add(new LabelSource.Constant(value.substring(at, open)));
            }
            if (open == value.length()) {
                break;
            }
            int close = close(value, open);
            if (close < 0) {
                int offset = value.codePointCount(0, open);
                problems.error(text.place(), text.character(offset), "\"{\" is never closed", "close it with \"}\"");
                return null;
            }
            int begin = skipBlanks(value, open + 1);
            LabelSource part =
                    reader.read(value.substring(begin, close).stripTrailing(), value.codePointCount(0, begin));
            if (part != null) {
                parts.add(part);
            }
            usable &= part != null;
            at = close + 1;
        }
        return usable ? new LabelSource.Template(parts) : null;
    }

    private static int nextPath(String value, int from) {
        var braces = PATH_IN_BRACES.matcher(value);
        return braces.find(from) ? braces.start() : value.length();
    }

    /** The brace that closes one; those inside quotes belong to the path. */
    private static int close(String value, int open) {
        char quote = 0;
        for (int i = open + 1; i < value.length(); i++) {
            char c = value.charAt(i);
            if (quote != 0 && c == '\\') {
                i++;
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '}') {
                return i;
            }
        }
        return -1;
    }

    private static int skipBlanks(String value, int from) {
        int at = from;
        while (Character.isWhitespace(value.charAt(at))) {
            at++;
        }
        return at;
    }
}
