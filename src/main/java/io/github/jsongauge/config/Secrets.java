// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of what is shown of a configuration: what stands before the {@code @} of a URL, the values of query
 * parameters with a telling name, and whatever follows a key like {@code password:}.
 */
final class Secrets {
    private static final String MASK = "<secret>";
    private static final Pattern SECRET = Pattern.compile("(?i)(?:"
            + "://(?<user>\\S*)@"
            + "|[?&][^=&\\s]*(?:key|token|secret|pass|auth|sig)[^=&\\s]*=(?<query>[^&\\s\"']*)"
            + "|\\b[\\w-]*(?:password|passwd|secret|token|credentials|api[_-]?key)[\"']?:\\s+(?<value>\\S.*)"
            + ")");
    private static final String[] GROUPS = {"user", "query", "value"};

    private Secrets() {}

    /** A text without its secrets. */
    static String hideIn(String text) {
        return hideIn(new Excerpt(text, 0, 1)).line();
    }

    /** A line without its secrets; what it points at moves with the text. */
    static Excerpt hideIn(Excerpt excerpt) {
        String line = excerpt.line();
        StringBuilder shown = new StringBuilder();
        int from = excerpt.offset();
        int to = from + excerpt.width();
        int done = 0;
        int shift = 0;
        Matcher secrets = SECRET.matcher(line);
        while (secrets.find()) {
            String group = matched(secrets);
            int begin = secrets.start(group);
            int end = secrets.end(group);
            if (begin == end) {
                continue;
            }
            shown.append(line, done, begin).append(MASK);
            done = end;
            from = moved(from, begin + shift, end + shift);
            to = moved(to, begin + shift, end + shift);
            shift += MASK.length() - (end - begin);
        }
        return new Excerpt(shown.append(line.substring(done)).toString(), from, Math.max(1, to - from));
    }

    private static String matched(Matcher secrets) {
        for (String group : GROUPS) {
            if (secrets.group(group) != null) {
                return group;
            }
        }
        throw new IllegalStateException("a match without a group");
    }

    private static int moved(int at, int begin, int end) {
        return at <= begin ? at : at >= end ? at + MASK.length() - (end - begin) : begin;
    }
}
