// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import java.io.PrintWriter;
import java.util.Timer;
import java.util.TimerTask;

/** Says on a terminal what takes more than a second, and wipes it when that has ended. */
final class Progress {
    private static final long PATIENCE_MILLIS = 1_000;

    private final PrintWriter err;
    private final Timer timer = new Timer("progress", true);
    private boolean shown;
    private boolean ended;

    private Progress(PrintWriter err) {
        this.err = err;
    }

    /**
     * Runs something.
     *
     * @param terminal whether anybody sees it
     */
    static void during(String doing, PrintWriter err, boolean terminal, Runnable task) {
        run(doing, PATIENCE_MILLIS, err, terminal, task);
    }

    /** As above, but says it at once. */
    static void at(String doing, PrintWriter err, boolean terminal, Runnable task) {
        run(doing, 0, err, terminal, task);
    }

    private static void run(String doing, long patienceMillis, PrintWriter err, boolean terminal, Runnable task) {
        Progress progress = new Progress(err);
        if (terminal) {
            progress.start(doing, patienceMillis);
        }
        try {
            task.run();
        } finally {
            progress.end();
        }
    }

    private void start(String doing, long patienceMillis) {
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        show(doing);
                    }
                },
                patienceMillis);
    }

    private synchronized void show(String doing) {
        if (!ended) {
            err.print(doing + " …");
            err.flush();
            shown = true;
        }
    }

    private synchronized void end() {
        timer.cancel();
        ended = true;
        if (shown) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
