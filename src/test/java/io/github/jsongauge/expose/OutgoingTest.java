// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OutgoingTest {
    private final Outgoing outgoing = new Outgoing(100_000);

    @Test
    void aBodyIsWrittenWhole() throws Exception {
        byte[] body = new byte[100_001];
        body[100_000] = 1;
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        outgoing.write(body, out);

        assertThat(out.toByteArray()).isEqualTo(body);
    }

    @Test
    void beyondTheLimitTheOneThatIsStuckForLongestIsCutOff() throws Exception {
        StuckWriter oldest = stuckWriter(new byte[50_000]);
        StuckWriter newer = stuckWriter(new byte[50_000]);

        outgoing.write(new byte[50_000], OutputStream.nullOutputStream());

        await().until(() -> !oldest.thread().isAlive());
        assertThat(newer.thread().isAlive()).isTrue();
        newer.end();
    }

    @Test
    void oneBodyForManyClientsCountsOnce() throws Exception {
        byte[] shared = new byte[90_000];
        StuckWriter first = stuckWriter(shared);
        StuckWriter second = stuckWriter(shared);

        outgoing.write(shared, OutputStream.nullOutputStream());

        assertThat(first.thread().isAlive()).isTrue();
        assertThat(second.thread().isAlive()).isTrue();
        first.end();
        second.end();
    }

    /** A client that does not read, until it is told to. */
    private record StuckWriter(Thread thread, CountDownLatch reads) {
        void end() throws InterruptedException {
            reads.countDown();
            thread.join();
        }
    }

    private StuckWriter stuckWriter(byte[] body) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch reads = new CountDownLatch(1);
        OutputStream out = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                begun.countDown();
                try {
                    reads.await();
                } catch (InterruptedException cutOff) {
                    throw new InterruptedIOException();
                }
            }
        };
        Thread thread = new Thread(() -> {
            try {
                outgoing.write(body, out);
            } catch (IOException cutOff) {
                // the end of this client
            }
        });
        thread.setDaemon(true);
        thread.start();
        begun.await();
        return new StuckWriter(thread, reads);
    }
}
