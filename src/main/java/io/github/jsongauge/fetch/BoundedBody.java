// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.Inflater;
import okhttp3.Headers;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.GzipSource;
import okio.InflaterSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body and undoes its content encoding, and gives up as soon as either is longer than the limit, or there is no
 * memory for more of it.
 */
final class BoundedBody {
    /** What is asked of a source at once; the most that is read beyond the limit. */
    private static final long STEP_BYTES = 8192;

    private final long limitBytes;
    private final MemoryBudget.Share memory;
    private final @Nullable LargeBody large;
    private final boolean isAnnouncedAsLarge;
    private final Wire wire;

    /** What was read. */
    static final class Content {
        private final byte[] bytes;
        private final long length;
        private final boolean complete;

        private Content(byte[] bytes, long length, boolean complete) {
            this.bytes = bytes;
            this.length = length;
            this.complete = complete;
        }

        /** All of it, not copied; empty when it was taken while it came. */
        byte[] bytes() {
            return bytes;
        }

        /** In bytes, inflated. */
        long length() {
            return length;
        }

        /** False when who took it did not read to its end. */
        boolean complete() {
            return complete;
        }
    }

    private BoundedBody(ResponseBody body, long limitBytes, MemoryBudget.Share memory, @Nullable LargeBody large) {
        this.limitBytes = limitBytes;
        this.memory = memory;
        this.large = large;
        this.isAnnouncedAsLarge = body.contentLength() > LargeBody.MORE_THAN_BYTES;
        this.wire = new Wire(body.source());
    }

    /**
     * Reads to the end of the body, so that the connection can be used again.
     *
     * @param large takes it if it is a large one; null = no matter how large it is, it is read first
     */
    static Content read(
            ResponseBody body, Headers headers, long limitBytes, MemoryBudget.Share memory, @Nullable LargeBody large)
            throws IOException {
        if (body.contentLength() > limitBytes) {
            throw new Refused(Reason.TOO_LARGE, "sends a body of more than %d bytes", limitBytes);
        }
        return new BoundedBody(body, limitBytes, memory, large).decode(headers.values("Content-Encoding"));
    }

    private Content decode(List<String> encodings) throws IOException {
        String encoding = String.join(",", encodings).toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "", "identity" -> drain(wire);
            case "gzip", "x-gzip", "deflate" -> inflate(encoding, Okio.buffer(wire));
            default ->
                throw new Refused(Reason.DECODE, "sent a body whose Content-Encoding is neither gzip nor deflate");
        };
    }

    private Content inflate(String encoding, BufferedSource compressed) throws IOException {
        try (Source inflated = encoding.equals("deflate")
                ? new InflaterSource(compressed, new Inflater(!hasZlibHeader(compressed)))
                : new GzipSource(compressed)) {
            Content body = drain(inflated);
            if (body.complete() && !compressed.exhausted()) {
                throw new IOException("bytes after the end of the compressed stream");
            }
            return body;
        } catch (Refused e) {
            throw e;
        } catch (IOException e) {
            if (wire.broken) {
                throw e;
            }
            throw new Refused(Reason.DECODE, "sent a body that is cut short or is not valid %s", encoding);
        }
    }

    /** The standard demands it, but some servers never sent it. */
    private static boolean hasZlibHeader(BufferedSource compressed) throws IOException {
        if (!compressed.request(2)) {
            return true;
        }
        int method = compressed.getBuffer().getByte(0) & 0xff;
        int flags = compressed.getBuffer().getByte(1) & 0xff;
        return (method & 0x0f) == 8 && (method << 8 | flags) % 31 == 0;
    }

    private Content drain(Source source) throws IOException {
        Buffer buffer = new Buffer();
        for (long count = source.read(buffer, STEP_BYTES); count != -1; count = source.read(buffer, STEP_BYTES)) {
            checkLength(buffer.size());
            if (!memory.take(count)) {
                throw noMemory();
            }
            if (large != null && (isAnnouncedAsLarge || buffer.size() > LargeBody.MORE_THAN_BYTES)) {
                Rest rest = new Rest(buffer, source);
                large.read(rest, memory::take);
                return new Content(new byte[0], rest.length, rest.ended);
            }
        }
        long length = buffer.size();
        return new Content(buffer.readByteArray(), length, true);
    }

    private void checkLength(long length) throws Refused {
        if (length > limitBytes) {
            throw new Refused(Reason.TOO_LARGE, "sent a body that inflates to more than %d bytes", limitBytes);
        }
    }

    static Refused noMemory() {
        return new Refused(
                Reason.LIMIT,
                "sends a body for which no memory is left (all documents being read share a quarter of the heap)");
    }

    /** A body of which the beginning has come. */
    private final class Rest extends InputStream {
        private final Buffer buffer;
        private final Source source;
        private long length;
        /** What the beginning takes, until it is read. */
        private long heldBytes;

        private boolean ended;

        Rest(Buffer buffer, Source source) {
            this.buffer = buffer;
            this.source = source;
            length = buffer.size();
            heldBytes = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            if (buffer.exhausted()) {
                memory.giveBack(heldBytes);
                heldBytes = 0;
                long more = source.read(buffer, Math.max(count, STEP_BYTES));
                if (more < 0) {
                    ended = true;
                    return -1;
                }
                length += more;
                checkLength(length);
            }
            return buffer.read(bytes, offset, count);
        }
    }

    /** The body as it is on the connection. */
    private final class Wire extends ForwardingSource {
        private long received;
        /** The connection failed, not the encoding. */
        private boolean broken;

        Wire(Source source) {
            super(source);
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            long count;
            try {
                count = super.read(sink, byteCount);
            } catch (IOException e) {
                broken = true;
                throw e;
            }
            received += Math.max(count, 0);
            if (received > limitBytes) {
                throw new Refused(Reason.TOO_LARGE, "sends a body of more than %d bytes", limitBytes);
            }
            return count;
        }

        /** Left to the response, once it is known whether its connection is good: closing before the end reads on. */
        @Override
        public void close() {}
    }
}
