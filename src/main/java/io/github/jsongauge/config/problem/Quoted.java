// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.problem;

/** Texts of a configuration inside messages. */
public final class Quoted {
    private static final int LONGEST = 100;
    /** What is searched for secrets; far more than is shown, as a secret is known by what stands before it. */
    private static final int SEARCHED = 4_000;

    private Quoted() {}

    /** A text in quotes, without secrets and control characters, cut when it is long. */
    public static String text(String text) {
        String beginning = text.length() > SEARCHED ? text.substring(0, SEARCHED) : text;
        String shown = printable(Secrets.hideIn(beginning));
        return "\"" + (shown.length() > LONGEST ? shown.substring(0, LONGEST) + "…" : shown) + "\"";
    }

    /** The same number of characters, those that could move the cursor replaced; tabs stay. */
    public static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            shown.append(c != '\t' && isUnprintable(c) ? '\uFFFD' : c);
        }
        return shown.toString();
    }

    private static boolean isUnprintable(char c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
