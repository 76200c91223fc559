// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll.trial;

/** How parts of a text are told apart on a terminal. */
public enum Style {
    /** Not at all. */
    PLAIN,
    /** By the colours of ECMA-48. */
    COLOUR;

    private static final String RED = "31";
    private static final String GREEN = "32";
    private static final String YELLOW = "33";

    String bad(String text) {
        return in(RED, text);
    }

    String good(String text) {
        return in(GREEN, text);
    }

    String hint(String text) {
        return in(YELLOW, text);
    }

    private String in(String colour, String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001b[" + colour + "m" + text + "\u001b[0m";
    }
}
