// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.app;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends all log lines to standard error, one a line, as logfmt. */
public final class LogSetup {
    /** Held, because the JDK forgets the level of a logger that nobody holds. */
    private static final Logger OURS = Logger.getLogger("io.github.jsongauge");

    private LogSetup() {}

    /** Replaces whatever the JDK set up; our own lines from that level on, other libraries' from WARN on. */
    public static void configure(LogLevel least) {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.addHandler(console());
        root.setLevel(Level.WARNING);
        OURS.setLevel(least.julLevel());
    }

    /** UTF-8 whatever the locale says. */
    private static Handler console() {
        Handler handler = new ConsoleHandler();
        try {
            handler.setEncoding(StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("every Java has UTF-8", impossible);
        }
        handler.setFormatter(new LogfmtFormatter());
        handler.setLevel(Level.ALL);
        return handler;
    }
}
