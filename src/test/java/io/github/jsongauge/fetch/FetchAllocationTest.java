// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/**
 * What our checks of an exchange cost in memory, beside what OkHttp alone takes for it: with the reading of a tiny document,
 * whose own test is beside the mapping, less than 20 KB.
 */
class FetchAllocationTest {
    private static final int FETCHES = 200;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private interface Fetch {
        int bytes() throws FetchException, IOException;
    }

    @Test
    void aTinyBodyTakesFiveKilobytesMoreThanByOkHttpAlone() throws Exception {
        OkHttpClient http = new OkHttpClient();
        try (FakeTarget target = FakeTarget.answering(200, "{\"current_requests\": 17, \"load\": 0.25}");
                Fetcher fetcher = new Fetcher("test")) {
            Request request = new Request(TargetUrl.parse(target.url("/status")), Duration.ofSeconds(10), 1_000_000);
            okhttp3.Request theirs =
                    new okhttp3.Request.Builder().url(target.url("/status")).build();

            long ours = allocated(() -> {
                try (Response response = fetcher.fetch(request)) {
                    return response.body().length;
                }
            });
            long bare = allocated(() -> {
                try (okhttp3.Response response = http.newCall(theirs).execute()) {
                    return response.body().bytes().length;
                }
            });

            assertThat(ours - bare).isLessThan(5_000);
        } finally {
            http.connectionPool().evictAll();
        }
    }

    /** By this thread, for each of many. */
    private long allocated(Fetch fetch) throws FetchException, IOException {
        int length = fetch.bytes();
        long read = 0;
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < FETCHES; i++) {
            read += fetch.bytes();
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(read).isPositive().isEqualTo((long) FETCHES * length);
        return allocated / FETCHES;
    }
}
