// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import io.github.jsongauge.app.LogSetup;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a process that serves does at its end; a shutdown hook. Being asked to end by a signal is fine: the exit code is then
 * 0, where the JVM would make it the signal's number. Whoever ends the process in another way decides on the code himself.
 */
final class Ending implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

    private final Runnable close;
    private final IntConsumer halt;
    private volatile boolean serving = true;

    /**
     * Begins as serving.
     *
     * @param halt ends the process at once, with an exit code
     */
    Ending(Runnable close, IntConsumer halt) {
        this.close = close;
        this.halt = halt;
    }

    /** From now on it is not a signal that ends the process. */
    void doneServing() {
        serving = false;
    }

    @Override
    public void run() {
        try {
            close.run();
        } catch (RuntimeException bug) {
            LOG.error("jsongauge did not end cleanly", bug);
        } finally {
            LogSetup.flush();
            if (serving) {
                halt.accept(0);
            }
        }
    }
}
