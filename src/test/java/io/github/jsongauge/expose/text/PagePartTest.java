// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.expose.Bodies;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class PagePartTest {
    private static String unpacked(Body stream) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Bodies.bytes(stream)))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static PagePart part(String text) {
        return new PagePart(text.getBytes(UTF_8));
    }

    @Test
    void twoPartsAreOnePage() throws Exception {
        PagePart first = part("a 1\n");

        assertThat(new String(Bodies.bytes(first.followedBy(part("b 2\n"))), UTF_8))
                .isEqualTo("a 1\nb 2\n");
        assertThat(unpacked(first.gzippedWith(part("b 2\n")))).isEqualTo("a 1\nb 2\n");
        assertThat(unpacked(first.gzippedWith(part("c 3\n")))).isEqualTo("a 1\nc 3\n");
    }

    /** Java's reader checks length and check sum too. */
    @Test
    void anyTwoPartsAreOneGzipStream() throws Exception {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            PagePart first = part(text(random, seed < 10 ? 0 : random.nextInt(100_000)));
            String end = text(random, seed % 10 == 0 ? 0 : random.nextInt(30_000));
            String whole = new String(Bodies.bytes(first.followedBy(part(end))), UTF_8);

            assertThat(unpacked(first.gzippedWith(part(end))))
                    .as("seed %d", seed)
                    .isEqualTo(whole);
        }
    }

    /** Partly what repeats, as pages do, and partly what does not. */
    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append("wide_a{id=\"object-")
                    .append(random.nextInt(9))
                    .append("\"} ")
                    .append(random.nextDouble());
            text.append('\u00e9').append('\n');
        }
        return text.substring(0, length);
    }

    @Test
    void theCheckSumOfBothIsThatOfTheWhole() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            byte[] whole = new byte[random.nextInt(5_000)];
            random.nextBytes(whole);
            int first = whole.length == 0 ? 0 : random.nextInt(whole.length + 1);

            assertThat(Crc32.ofBoth(
                            crc(whole, 0, first), crc(whole, first, whole.length - first), whole.length - first))
                    .as("seed %d", seed)
                    .isEqualTo(crc(whole, 0, whole.length));
        }
    }

    private static long crc(byte[] bytes, int from, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, length);
        return crc.getValue();
    }
}
