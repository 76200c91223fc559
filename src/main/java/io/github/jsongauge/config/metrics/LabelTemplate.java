// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.metrics;

import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.mapping.LabelSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text with paths in braces, like <code>planet-{.location}</code>. */
final class LabelTemplate {
    private static final Pattern PATH_IN_BRACES = Pattern.compile("\\{\\s*+[.$]");

    private final Text text;
    private final Problems problems;

    /** Reads what stands between braces; null when it is not usable, which is reported. */
    interface PartReader {
        /**
         * Reads a part.
         *
         * @param offset where it begins in the whole text, in UTF-16 units
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
        Matcher braces = PATH_IN_BRACES.matcher(value);
        List<LabelSource> parts = new ArrayList<>();
        boolean usable = true;
        int done = 0;
        while (done < value.length() && braces.find(done)) {
            int close = close(value, braces.start());
            if (close < 0) {
                problems.error(
                        text.place(), text.character(braces.start()), "\"{\" is never closed", "close it with \"}\"");
                return null;
            }
            addText(parts, value.substring(done, braces.start()));
            int begin = braces.end() - 1;
            LabelSource part = reader.read(value.substring(begin, close).stripTrailing(), begin);
            if (part == null) {
                usable = false;
            } else {
                parts.add(part);
            }
            done = close + 1;
        }
        addText(parts, value.substring(done));
        return usable ? new LabelSource.Template(parts) : null;
    }

    private static void addText(List<LabelSource> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new LabelSource.Constant(text));
        }
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
}
