// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

/**
 * A line of a configuration file with the part that a problem is about, as it may be shown: secrets taken out, control
 * characters replaced, long lines cut.
 *
 * @param line empty when there is nothing to show
 * @param offset where in the line the part begins, in UTF-16 units from 0
 * @param width how long the part is, at least 1
 */
public record Excerpt(String line, int offset, int width) {
    /** For problems that have no line. */
    static final Excerpt NONE = new Excerpt("", 0, 1);

    private static final int LONGEST = 160;
    private static final int BEFORE = 60;

    /** The part of a line from an offset on. */
    static Excerpt of(String line, int offset, int width) {
        return Secrets.hideIn(new Excerpt(line, offset, Math.max(1, width)))
                .printable()
                .cut();
    }

    private Excerpt printable() {
        return new Excerpt(Quoted.printable(line), offset, width);
    }

    private Excerpt cut() {
        if (line.length() <= LONGEST) {
            return this;
        }
        int from = Math.max(0, Math.min(offset - BEFORE, line.length() - LONGEST));
        int to = Math.min(line.length(), from + LONGEST);
        String before = from == 0 ? "" : "…";
        String after = to == line.length() ? "" : "…";
        int shift = from - before.length();
        return new Excerpt(
                before + line.substring(from, to) + after, offset - shift, Math.max(1, Math.min(width, to - offset)));
    }
}
