// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.expose.text.Body;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OutgoingTest {
    private final Outgoing outgoing = new Outgoing(100_000);

    @Test
    void aBodyIsWrittenWhole() throws Exception {
        byte[] body = new byte[100_001];
        body[100_000] = 1;
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        outgoing.write(Body.of(Arrays.copyOf(body, 70_000), Arrays.copyOfRange(body, 70_000, body.length)), out);

        assertThat(out.toByteArray()).isEqualTo(body);
    }

    @Test
    void beyondTheLimitTheOneThatIsStuckForLongestIsCutOff() throws Exception {
        StuckWriter oldest = new StuckWriter(Body.of(new byte[50_000]));
        StuckWriter newer = new StuckWriter(Body.of(new byte[50_000]));

        outgoing.write(Body.of(new byte[50_000]), OutputStream.nullOutputStream());

        assertThat(oldest.isCutOffBeforeItReads()).isTrue();
        assertThat(newer.isCutOffBeforeItReads()).isFalse();
    }

    @Test
    void aPartForManyClientsCountsOnce() throws Exception {
        byte[] shared = new byte[90_000];
        StuckWriter first = new StuckWriter(Body.of(shared, new byte[1_000]));
        StuckWriter second = new StuckWriter(Body.of(shared, new byte[1_000]));

        outgoing.write(Body.of(shared, new byte[1_000]), OutputStream.nullOutputStream());

        assertThat(first.isCutOffBeforeItReads()).isFalse();
        assertThat(second.isCutOffBeforeItReads()).isFalse();
    }

    /** A client that does not read, until it is told to. */
    private final class StuckWriter {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch reads = new CountDownLatch(1);
        private final Thread thread;
        private volatile boolean cutOff;

        StuckWriter(Body body) throws InterruptedException {
            thread = new Thread(() -> write(body));
            thread.setDaemon(true);
            thread.start();
            begun.await();
        }

        private void write(Body body) {
            try {
                outgoing.write(body, new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        stick();
                    }
                });
            } catch (IOException end) {
                // the end of this client
            }
        }

        private void stick() throws IOException {
            begun.countDown();
            try {
                reads.await();
                if (Thread.currentThread().isInterrupted()) {
                    cutOff = true;
                }
            } catch (InterruptedException interrupted) {
                cutOff = true;
                throw new InterruptedIOException();
            }
        }

        /** Lets it read, which is too late for one that is cut off already. */
        boolean isCutOffBeforeItReads() throws InterruptedException {
            reads.countDown();
            thread.join();
            return cutOff;
        }
    }
}
