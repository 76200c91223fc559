// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import io.github.jsongauge.poll.trial.Style;
import java.util.Map;

/** Whether somebody watches, and what the terminal can do. */
final class Terminal {
    private Terminal() {}

    /** Whether input and output are a terminal that understands control sequences. */
    @SuppressWarnings("SystemConsoleNull") // true only without the property
    static boolean isThere(Map<String, String> environment) {
        // from 22 on Java has a console without a terminal too, unless it is asked for the old one
        System.setProperty("jdk.console", "java.base");
        return System.console() != null
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    }

    /** Colours on a terminal, unless they are not wanted: <a href="https://no-color.org">no-color.org</a>. */
    static Style style(Map<String, String> environment) {
        boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty();
        return wanted && isThere(environment) ? Style.COLOUR : Style.PLAIN;
    }
}
