// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.app;

import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends all log lines to standard error, one a line, as logfmt. */
public final class LogSetup {
    private LogSetup() {}

    /** Replaces whatever the JDK set up; our own lines from that level on, other libraries' from WARN on. */
    public static void configure(LogLevel least) {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        Handler handler = new ConsoleHandler();
        handler.setFormatter(new LogfmtFormatter());
        handler.setLevel(Level.ALL);
        root.addHandler(handler);
        root.setLevel(Level.WARNING);
        OURS.setLevel(least.julLevel());
    }

    /** Held, because the JDK forgets the level of a logger that nobody holds. */
    private static final Logger OURS = Logger.getLogger("io.github.jsongauge");
}
