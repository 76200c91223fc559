// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.logging.ErrorManager;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Writes lines on a thread of its own, so that nobody who logs ever waits for who reads: a pipe that is full would stop
 * readings and scrapes. What finds no room is counted, and told of when there is room again.
 */
final class QueuedHandler extends Handler {
    private static final int LINES = 1_000;

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final OutputStream out;
    private final Object lock = new Object();
    private final Deque<byte[]> lines = new ArrayDeque<>();
    private final Thread writer = new Thread(this::write, "log");
    private long lost;
    private long lostInAll;
    private boolean writing;

    /** @param out is never closed */
    QueuedHandler(OutputStream out, Formatter formatter) {
        this.out = out;
        setFormatter(formatter);
        writer.setDaemon(true);
        writer.start();
    }

    @Override
    public void publish(LogRecord logged) {
        if (!isLoggable(logged)) {
            return;
        }
        byte[] line = bytes(logged);
        synchronized (lock) {
            if (lines.size() < LINES) {
                lines.add(line);
                lock.notifyAll();
            } else {
                lost++;
                lostInAll++;
            }
        }
    }

    /** How many lines found no room or could not be written, since the start. */
    long lostInAll() {
        synchronized (lock) {
            return lostInAll;
        }
    }

    private byte[] bytes(LogRecord logged) {
        try {
            return getFormatter().format(logged).getBytes(StandardCharsets.UTF_8);
        } catch (RuntimeException bug) {
            reportError(null, bug, ErrorManager.FORMAT_FAILURE);
            return new byte[0];
        }
    }

    private void write() {
        try {
            while (true) {
                write(next());
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            synchronized (lock) {
                writing = false;
                lines.clear();
                lock.notifyAll();
            }
        }
    }

    /** A line that cannot be written, to a disk that is full or a pipe that is closed, is lost as one without room is. */
    private void write(byte[] line) {
        boolean written = true;
        try {
            out.write(line);
            out.flush();
        } catch (IOException nobodyReads) {
            written = false;
        }
        synchronized (lock) {
            if (!written) {
                lost++;
                lostInAll++;
            } else if (lost > 0) {
                LogRecord told = new LogRecord(Level.WARNING, lost + " log lines were lost: nobody read them in time");
                told.setLoggerName(QueuedHandler.class.getName());
                lines.add(bytes(told));
                lost = 0;
            }
        }
    }

    /** The next line. */
    private byte[] next() throws InterruptedException {
        synchronized (lock) {
            writing = false;
            lock.notifyAll();
            while (lines.isEmpty()) {
                lock.wait();
            }
            writing = true;
            return lines.remove();
        }
    }

    /** Waits until what was logged is written, but not for long. */
    @Override
    public void flush() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        synchronized (lock) {
            long left = PATIENCE.toMillis();
            while ((writing || !lines.isEmpty()) && writer.isAlive() && left > 0) {
                try {
                    lock.wait(left);
                } catch (InterruptedException hurry) {
                    Thread.currentThread().interrupt();
                    return;
                }
                left = (until - System.nanoTime()) / 1_000_000;
            }
        }
    }

    @Override
    public void close() {
        flush();
    }
}
