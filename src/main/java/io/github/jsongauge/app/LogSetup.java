// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends all log lines to standard error, one a line, in UTF-8 whatever the locale says. */
public final class LogSetup {
    /** Held, because the JDK forgets the level of a logger that nobody holds. */
    private static final Logger OURS = Logger.getLogger("io.github.jsongauge");

    private static final QueuedHandler STANDARD_ERROR =
            new QueuedHandler(new FileOutputStream(FileDescriptor.err), LogFormat.LOGFMT.formatter());

    private LogSetup() {}

    /** Replaces whatever the JDK set up; our own lines from that level on, other libraries' from WARN on. */
    public static void configure(LogLevel least, LogFormat format) {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        STANDARD_ERROR.setFormatter(format.formatter());
        STANDARD_ERROR.setLevel(Level.ALL);
        root.addHandler(STANDARD_ERROR);
        root.setLevel(Level.WARNING);
        OURS.setLevel(least.julLevel());
    }

    /** How many lines were lost, because nobody read them in time. */
    static long droppedLines() {
        return STANDARD_ERROR.lostInAll();
    }

    /** Waits until what was logged is written, a second at most. */
    public static void flush() {
        STANDARD_ERROR.flush();
    }
}
