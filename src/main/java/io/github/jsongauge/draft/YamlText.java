// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes texts into YAML so that a configuration reads them back as they are. */
public final class YamlText {
    private static final Pattern PLAIN = Pattern.compile(
            "-?[0-9]+(?:\\.[0-9]+)?(?:e[+-]?[0-9]+)?|[A-Za-z0-9_./$](?:[A-Za-z0-9_.*/$-]|:(?=[A-Za-z0-9_]))*(?: [A-Za-z0-9_.*/$-]+)*");
    /** What may stand outside of brackets besides. */
    private static final Pattern PLAIN_PATH = Pattern.compile("[$.][^#\\s:]*(?:[: ](?=[^\\s:#])[^#\\s:]*)*");

    private static final Set<String> WORDS = Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

    private YamlText() {}

    /**
     * A scalar.
     *
     * @param inBrackets whether it stands in a list or map in brackets
     */
    public static String of(String text, boolean inBrackets) {
        return ofValue(literal(text), inBrackets);
    }

    /** As above, of a text in which variables are to be replaced. */
    public static String ofValue(String value, boolean inBrackets) {
        boolean isPlain = PLAIN.matcher(value).matches()
                || (!inBrackets && PLAIN_PATH.matcher(value).matches());
        if (isPlain && isPrintable(value) && !WORDS.contains(value.toLowerCase(Locale.ROOT))) {
            return value;
        }
        boolean isSingle = isPrintable(value) && (!value.contains("'") || value.matches("(?s).*[\"\\\\].*"));
        return isSingle ? "'" + value.replace("'", "''") + "'" : doubleQuoted(value);
    }

    /** A text in which no variables are looked for. */
    public static String literal(String text) {
        return text.replace("${", "$${");
    }

    /** What is not seen, or ends a line, is left out of comments. */
    public static String comment(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> shown.appendCodePoint(isPrintable(c) ? c : '?'));
        return shown.toString();
    }

    private static String doubleQuoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (isPrintable(c)) {
                quoted.appendCodePoint(c);
            } else if (c <= 0xffff) {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.append(String.format("\\U%08x", c));
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean isPrintable(String text) {
        return text.codePoints().allMatch(YamlText::isPrintable);
    }

    /** Within one line of a YAML file, and seen. */
    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> c != 0xfeff;
        };
    }
}
