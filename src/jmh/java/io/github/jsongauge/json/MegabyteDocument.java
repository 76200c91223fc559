// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** One MB of what status endpoints answer: a long list of objects with the same few members. */
public final class MegabyteDocument {
    private MegabyteDocument() {}

    public static byte[] oneMegabyte() {
        Random random = new Random(1);
        StringBuilder json = new StringBuilder("{\"service\":{\"name\":\"queues\",\"up\":true},\"items\":[");
        for (int i = 0; json.length() < 1_000_000; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"id\":").append(9_007_199_254_740_993L + i)
                    .append(",\"name\":\"queue-").append(i)
                    .append("\",\"state\":\"").append(random.nextInt(10) == 0 ? "idle" : "running")
                    .append("\",\"messages\":").append(random.nextInt(100_000))
                    .append(",\"consumers\":").append(random.nextInt(10))
                    .append(",\"rate\":").append(random.nextInt(1_000_000) / 1000.0)
                    .append(",\"memory\":{\"used\":").append(random.nextInt(1 << 30))
                    .append(",\"ratio\":").append(random.nextInt(10_000) / 10_000.0)
                    .append("},\"durable\":").append(random.nextBoolean())
                    .append(",\"policy\":null}");
        }
        return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }
}
