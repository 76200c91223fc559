// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Random;

/** A body of which each read gives some bytes only. */
public final class Trickle extends ByteArrayInputStream {
    private final Random random;

    private Trickle(byte[] body, Random random) {
        super(body);
        this.random = random;
    }

    /** Gives one byte at a time, or many, as it happens. */
    public static InputStream of(byte[] body, Random random) {
        return new Trickle(body, random);
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) {
        int most = random.nextBoolean() ? 3 : 5_000;
        return super.read(bytes, offset, Math.min(length, 1 + random.nextInt(most)));
    }
}
