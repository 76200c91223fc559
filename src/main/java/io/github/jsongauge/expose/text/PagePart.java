// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of a page, with their compressed form, which is made once. Parts that are compressed one by one make one gzip stream.
 * Safe to share.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>
 */
public final class PagePart {
    /** Magic number, deflate, no flags, no time, unknown system. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private final byte[] text;
    private @Nullable Deflated deflated;

    /** Blocks of the text, and its check sum. */
    private static final class Deflated {
        private final byte[] blocks;
        private final long crc;

        private Deflated(byte[] blocks, long crc) {
            this.blocks = blocks;
            this.crc = crc;
        }
    }

    /** @param text never changed afterwards */
    public PagePart(byte[] text) {
        this.text = text;
    }

    /** Whether it was made of these very bytes. */
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(byte[] bytes) {
        return text == bytes;
    }

    /** This, and more text behind it, as one part. */
    public PagePart with(byte[]... more) {
        int length = Arrays.stream(more).mapToInt(part -> part.length).sum();
        byte[] whole = Arrays.copyOf(text, text.length + length);
        int end = text.length;
        for (byte[] part : more) {
            System.arraycopy(part, 0, whole, end, part.length);
            end += part.length;
        }
        return new PagePart(whole);
    }

    /** This, and another part behind it. */
    public Body followedBy(PagePart end) {
        return Body.of(text, end.text);
    }

    /** This, and another part behind it, as one gzip stream. */
    public Body gzippedWith(PagePart end) {
        Deflated first = deflated();
        Deflated second = end.deflate(true);
        byte[] trailer = ByteBuffer.allocate(2 * Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) Crc32.ofBoth(first.crc, second.crc, end.text.length))
                .putInt(text.length + end.text.length)
                .array();
        return Body.of(HEADER, first.blocks, second.blocks, trailer);
    }

    private synchronized Deflated deflated() {
        if (deflated == null) {
            deflated = deflate(false);
        }
        return deflated;
    }

    /** @param isLast whether the stream ends here, or at a byte from which another part can go on */
    private Deflated deflate(boolean isLast) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(text);
            if (isLast) {
                deflater.finish();
            }
            ByteArrayOutputStream blocks = new ByteArrayOutputStream(text.length / 8 + 64);
            byte[] buffer = new byte[1 << 13];
            int length;
            do {
                length = deflater.deflate(buffer, 0, buffer.length, isLast ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH);
                blocks.write(buffer, 0, length);
            } while (isLast ? !deflater.finished() : length == buffer.length);
            CRC32 crc = new CRC32();
            crc.update(text);
            return new Deflated(blocks.toByteArray(), crc.getValue());
        } finally {
            deflater.end();
        }
    }
}
