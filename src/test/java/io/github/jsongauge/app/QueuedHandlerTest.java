// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class QueuedHandlerTest {
    private static LogRecord line(String message) {
        LogRecord line = new LogRecord(Level.INFO, message);
        line.setLoggerName("io.github.jsongauge.poll.PollLoop");
        return line;
    }

    /** A pipe that nobody reads until it is opened. */
    private static final class Pipe extends OutputStream {
        private final CountDownLatch opened = new CountDownLatch(1);
        private final CountDownLatch begun = new CountDownLatch(1);
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();

        @Override
        public void write(int b) {
            throw new UnsupportedOperationException("lines are written whole");
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            begun.countDown();
            try {
                opened.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            synchronized (read) {
                read.write(bytes);
            }
        }

        private String text() {
            synchronized (read) {
                return read.toString(StandardCharsets.UTF_8);
            }
        }
    }

    @Test
    void nobodyWaitsForWhoReadsAndWhatIsLostIsTold() throws Exception {
        Pipe pipe = new Pipe();
        QueuedHandler handler = new QueuedHandler(pipe, new LogfmtFormatter());
        handler.publish(line("first ü"));
        pipe.begun.await();
        for (int i = 0; i < 1_500; i++) {
            handler.publish(line("line " + i));
        }
        pipe.opened.countDown();

        await().until(() -> pipe.text().contains("lost"));
        handler.flush();
        assertThat(pipe.text().lines()).hasSize(1_002);
        assertThat(handler.lostInAll()).isEqualTo(500);
        assertThat(pipe.text().lines().findFirst().orElseThrow())
                .endsWith(" level=info logger=PollLoop msg=\"first ü\"");
        assertThat(pipe.text().lines().skip(1_001))
                .singleElement()
                .asString()
                .endsWith(" level=warn logger=QueuedHandler msg=\"500 log lines were lost: nobody read them in time\"");
    }

    @Test
    void whatCannotBeWrittenIsLostAndWhatComesLaterIsNot() {
        AtomicBoolean full = new AtomicBoolean(true);
        ByteArrayOutputStream disk = new ByteArrayOutputStream() {
            @Override
            public void write(byte[] line) throws IOException {
                if (full.get()) {
                    throw new IOException("No space left on device");
                }
                super.write(line);
            }
        };
        QueuedHandler handler = new QueuedHandler(disk, new LogfmtFormatter());
        handler.publish(line("lost"));
        handler.publish(line("lost too"));
        await().until(() -> handler.lostInAll() == 2);

        full.set(false);
        handler.publish(line("written"));
        await().until(() -> disk.toString(UTF_8).contains("written"));
        handler.publish(line("next"));
        handler.flush();
        assertThat(disk.toString(UTF_8)).contains("msg=\"2 log lines were lost").doesNotContain("lost too");
    }

    @Test
    void flushingWaitsUntilAllIsWritten() {
        Pipe pipe = new Pipe();
        pipe.opened.countDown();
        QueuedHandler handler = new QueuedHandler(pipe, new JsonFormatter());
        for (int i = 0; i < 100; i++) {
            handler.publish(line("line"));
        }
        handler.flush();

        assertThat(pipe.text().lines()).hasSize(100);
    }

    @Test
    void aReaderThatIsGoneStopsNobody() {
        QueuedHandler handler = new QueuedHandler(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("broken pipe");
                    }
                },
                new LogfmtFormatter());
        handler.publish(line("first"));
        handler.flush();
        handler.publish(line("second"));
        handler.close();

        assertThat(handler.getLevel()).isEqualTo(Level.ALL);
    }
}
