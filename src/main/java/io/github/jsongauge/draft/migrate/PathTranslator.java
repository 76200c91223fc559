// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Translates what stands between braces, step by step. Not thread-safe. */
final class PathTranslator {
    /** What ends a name there, unless a backslash stands before it. */
    private static final String ENDS_OF_NAMES = " \t\r\n.,[]$@{}";

    private static final Pattern SHORT_NAME = Pattern.compile("[^\\s.\\[\\](){},*?'\"=!<>&|$@\\\\]+");
    private static final Pattern SLICE = Pattern.compile("-?[0-9]*:-?[0-9]*(?::-?[0-9]*)?");
    private static final Pattern NO_STEP = Pattern.compile("[^:]*:[^:]*:(-.*|0+)");
    private static final Pattern INDEX = Pattern.compile("-?[0-9]+");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"");
    private static final Pattern FILTER = Pattern.compile("\\?\\((.*)\\)", Pattern.DOTALL);
    private static final Pattern COMPARISON = Pattern.compile("([^!<>=~]+)([!<>=~]+)(.+)", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final List<String> OPERATORS = List.of("==", "!=", "<", "<=", ">", ">=");

    private final String text;
    private final StringBuilder steps = new StringBuilder();
    private final List<String> remarks = new ArrayList<>();
    private int at;

    private PathTranslator(String text) {
        this.text = text;
    }

    /** @param text without its braces, such as {@code  .a[0] } */
    static TheirPath translate(String text) throws ByHandException {
        return new PathTranslator(text.strip()).path();
    }

    private TheirPath path() throws ByHandException {
        if (text.isEmpty()) {
            throw byHand("there is no path between the braces");
        }
        if (text.startsWith("$") || text.startsWith("@")) {
            at++;
        }
        while (at < text.length()) {
            step();
        }
        return new TheirPath(steps.toString(), remarks);
    }

    private ByHandException byHand(String reason) {
        return new ByHandException(reason + ": {" + text + "}");
    }

    private void step() throws ByHandException {
        if (text.startsWith("..", at)) {
            at += 2;
            steps.append("..");
            if (at < text.length() && text.charAt(at) == '[') {
                brackets();
            } else {
                nameAfterDots();
            }
        } else if (text.charAt(at) == '.') {
            at++;
            if (at < text.length() && text.charAt(at) == '[') {
                brackets();
            } else {
                steps.append('.');
                nameAfterDots();
            }
        } else if (text.charAt(at) == '[') {
            brackets();
        } else {
            throw byHand(
                    text.startsWith("range") || text.equals("end")
                            ? "a range makes one text of many values"
                            : "this is more than one path");
        }
    }

    /** A name behind dots, which are written already. */
    private void nameAfterDots() throws ByHandException {
        StringBuilder name = new StringBuilder();
        boolean escaped = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length()) {
                name.append(text.charAt(at + 1));
                escaped = true;
                at += 2;
            } else if (ENDS_OF_NAMES.indexOf(c) >= 0) {
                break;
            } else {
                name.append(c);
                at++;
            }
        }
        if (name.isEmpty()) {
            throw byHand("a name is missing behind a dot");
        }
        if (name.toString().equals("*") && !escaped) {
            steps.append('*');
        } else if (SHORT_NAME.matcher(name).matches()) {
            steps.append(name);
        } else {
            boolean isChild = !steps.toString().endsWith("..");
            steps.setLength(steps.length() - (isChild ? 1 : 0));
            steps.append('[').append(quoted(name.toString())).append(']');
        }
    }

    private void brackets() throws ByHandException {
        int close = closing();
        String inside = text.substring(at + 1, close).strip();
        at = close + 1;
        Matcher filter = FILTER.matcher(inside);
        if (inside.equals("*")) {
            steps.append(steps.toString().endsWith("..") ? "*" : ".*");
        } else if (filter.matches()) {
            steps.append("[?").append(condition(filter.group(1).strip())).append(']');
        } else {
            steps.append('[').append(selectors(inside)).append(']');
        }
    }

    private int closing() throws ByHandException {
        char quote = 0;
        int depth = 0;
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '[') {
                depth++;
            } else if (c == ']' && --depth == 0) {
                return i;
            }
        }
        throw byHand("a bracket is not closed");
    }

    private String selectors(String inside) throws ByHandException {
        List<String> selectors = new ArrayList<>();
        for (String written : inside.split(",(?=(?:[^']*'[^']*')*[^']*$)", -1)) {
            String selector = written.strip();
            Matcher name = QUOTED.matcher(selector);
            if (name.matches()) {
                selectors.add(quoted(name.group(1) != null ? name.group(1) : name.group(2)));
            } else if (NO_STEP.matcher(selector).matches()) {
                throw byHand("json_exporter shows nothing for a slice whose step is not above 0");
            } else if (INDEX.matcher(selector).matches()
                    || SLICE.matcher(selector).matches()) {
                selectors.add(selector);
            } else {
                throw byHand("json_exporter does not understand \"" + selector + "\" in brackets");
            }
        }
        return String.join(",", selectors);
    }

    private String condition(String written) throws ByHandException {
        if (written.contains("&&") || written.contains("||")) {
            throw byHand("json_exporter knows no && or ||, so what is meant is not sure");
        }
        Matcher comparison = COMPARISON.matcher(written);
        if (!comparison.matches()) {
            return operand(written);
        }
        String operator = comparison.group(2);
        if (!OPERATORS.contains(operator)) {
            throw byHand("\"" + operator + "\" is no comparison of JSONPath; write match() or search()");
        }
        String left = operand(comparison.group(1).strip());
        String right = operand(comparison.group(3).strip());
        if (INDEX.matcher(left).matches() || INDEX.matcher(right).matches()) {
            remarks.add("json_exporter finds nothing by a whole number in a filter; jsongauge does");
        }
        if (operator.equals("!=")) {
            remarks.add("!= finds what lacks the key too, where json_exporter finds nothing at all then");
        }
        return left + " " + operator + " " + right;
    }

    private String operand(String written) throws ByHandException {
        Matcher string = QUOTED.matcher(written);
        if (string.matches()) {
            return doubleQuoted(string.group(1) != null ? string.group(1) : string.group(2));
        }
        if (NUMBER.matcher(written).matches() || written.equals("true") || written.equals("false")) {
            return written;
        }
        if (written.startsWith("@") || written.startsWith("$") || written.startsWith(".")) {
            PathTranslator inner = new PathTranslator(written);
            TheirPath path = inner.path();
            remarks.addAll(path.remarks());
            return "@" + path.steps();
        }
        throw byHand("json_exporter does not understand \"" + written + "\" in a filter");
    }

    private static String quoted(String name) {
        return "'" + name.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String doubleQuoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
