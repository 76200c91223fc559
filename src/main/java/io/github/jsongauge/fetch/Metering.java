// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Measures what arrives on a connection, one response after the other. */
final class Metering {
    private Meter meter = new Meter();

    /** Measures what arrives from now on. */
    Meter expectResponse() {
        meter = new Meter();
        return meter;
    }

    /** That of the last response that was expected. */
    Meter latest() {
        return meter;
    }

    /** A stream that tells the meter what it reads. */
    InputStream metered(InputStream received) {
        return new FilterInputStream(received) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = in.read(bytes, offset, length);
                if (count > 0) {
                    meter.add(bytes, offset, count);
                }
                return count;
            }
        };
    }
}
