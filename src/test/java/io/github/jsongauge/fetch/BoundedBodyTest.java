// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import okhttp3.Headers;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundedBodyTest {
    private static final long LIMIT = 1_000_000;

    private final MemoryBudget.Share memory =
            new MemoryBudget(LIMIT + 65_536).share(System.nanoTime() + TimeUnit.MINUTES.toNanos(1), () -> {});

    @ParameterizedTest
    @CsvSource({"'',2000000", "gzip,2000000", "deflate,2000000"})
    void noMoreIsReadThanTheLimitAnd64KiB(String encoding, int size) {
        byte[] noise = new byte[size];
        new Random(1).nextBytes(noise);
        Counter counter = new Counter(encoding.equals("gzip") ? Answer.gzip(noise) : noise);
        Headers headers = Headers.of("Content-Encoding", encoding);

        assertThatThrownBy(() -> BoundedBody.read(counter.body(), headers, LIMIT, memory, null))
                .hasMessageContaining(encoding.equals("deflate") ? "not valid deflate" : "more than 1000000 bytes");

        assertThat(counter.read).isLessThanOrEqualTo(LIMIT + 65_536);
    }

    @Test
    void aBombIsGivenUpWithoutReadingTheRestOfIt() {
        Counter counter = new Counter(Answer.gzip(new byte[500_000_000]));

        assertThatThrownBy(() ->
                        BoundedBody.read(counter.body(), Headers.of("Content-Encoding", "gzip"), LIMIT, memory, null))
                .hasMessage("sent a body that inflates to more than 1000000 bytes");

        assertThat(counter.read).isLessThanOrEqualTo(65_536);
        assertThat(counter.closed).describedAs("closing would read on").isFalse();
    }

    /** So that many of them fit into memory at once. */
    @Test
    void aBodyThatAnnouncesThatItIsLargeIsTakenFromItsFirstBytesOn() throws Exception {
        int size = LargeBody.MORE_THAN_BYTES + 1;
        MemoryBudget budget = new MemoryBudget(65_536);
        MemoryBudget.Share share = budget.share(System.nanoTime() + TimeUnit.MINUTES.toNanos(1), () -> {});
        ResponseBody announced = ResponseBody.create(new Buffer().write(new byte[size]), null, size);

        BoundedBody.Content content = BoundedBody.read(
                announced,
                Headers.of(),
                size,
                share,
                (body, memory) -> assertThat(body.readAllBytes()).hasSize(size));

        assertThat(content.length()).isEqualTo(size);
        assertThat(share.take(65_536)).as("its beginning was given back").isTrue();
    }

    /** A body of unknown length that counts what is read of it. */
    private static final class Counter extends ForwardingSource {
        private long read;
        private boolean closed;

        Counter(byte[] bytes) {
            super(new Buffer().write(bytes));
        }

        ResponseBody body() {
            return ResponseBody.create(Okio.buffer(this), null, -1);
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            long count = super.read(sink, byteCount);
            read += Math.max(0, count);
            return count;
        }

        @Override
        public void close() throws IOException {
            closed = true;
            super.close();
        }
    }
}
