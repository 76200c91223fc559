// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.problem;

/**
 * A line of a configuration file with the part that a problem is about, as it may be shown: secrets taken out, control
 * characters replaced, long lines cut.
 *
 * @param offset where in the line the part begins, in UTF-16 units from 0
 * @param width how long the part is, at least 1
 */
public record Excerpt(String line, int offset, int width) {
    /** For problems that have no line. */
    static final Excerpt NONE = new Excerpt("", 0, 1);

    private static final int SHOWN = 160;
    private static final int SHOWN_BEFORE = 60;
    /** What is searched for secrets; far more than is shown, as a secret is known by what stands before it. */
    private static final int SEARCHED = 4_000;

    private static final int SEARCHED_BEFORE = 2_000;

    /** The part of a line from an offset on. */
    public static Excerpt of(String line, int offset, int width) {
        Excerpt searched = new Excerpt(line, offset, Math.max(1, width)).cut(SEARCHED, SEARCHED_BEFORE);
        Excerpt shown = Secrets.hideIn(searched).cut(SHOWN, SHOWN_BEFORE);
        return new Excerpt(Quoted.printable(shown.line), shown.offset, shown.width);
    }

    private Excerpt cut(int length, int before) {
        if (line.length() <= length) {
            return this;
        }
        int from = Math.max(0, Math.min(offset - before, line.length() - length));
        int to = Math.min(line.length(), from + length);
        String start = from == 0 ? "" : "…";
        String end = to == line.length() ? "" : "…";
        return new Excerpt(
                start + line.substring(from, to) + end,
                offset - from + start.length(),
                Math.max(1, Math.min(width, to - offset)));
    }
}
