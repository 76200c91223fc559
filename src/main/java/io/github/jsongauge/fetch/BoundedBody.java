// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.io.IOException;
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

/**
 * Reads a body and undoes its content encoding, and gives up as soon as either is longer than the limit, or there is no
 * memory for more of it.
 */
final class BoundedBody {
    /** What is asked of a source at once; the most that is read beyond the limit. */
    private static final long STEP_BYTES = 8192;

    private final long limitBytes;
    private final MemoryBudget.Share memory;
    private final Wire wire;

    private BoundedBody(Source source, long limitBytes, MemoryBudget.Share memory) {
        this.limitBytes = limitBytes;
        this.memory = memory;
        this.wire = new Wire(source);
    }

    /** Reads to the end of the body, so that the connection can be used again. */
    static byte[] read(ResponseBody body, Headers headers, long limitBytes, MemoryBudget.Share memory)
            throws IOException {
        if (body.contentLength() > limitBytes) {
            throw new Refused(Reason.TOO_LARGE, "sends a body of more than %d bytes", limitBytes);
        }
        return new BoundedBody(body.source(), limitBytes, memory).decode(headers.values("Content-Encoding"));
    }

    private byte[] decode(List<String> encodings) throws IOException {
        String encoding = String.join(",", encodings).toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "", "identity" -> drain(wire);
            case "gzip", "x-gzip", "deflate" -> inflate(encoding, Okio.buffer(wire));
            default ->
                throw new Refused(Reason.DECODE, "sent a body whose Content-Encoding is neither gzip nor deflate");
        };
    }

    private byte[] inflate(String encoding, BufferedSource compressed) throws IOException {
        try (Source inflated = encoding.equals("deflate")
                ? new InflaterSource(compressed, new Inflater(!hasZlibHeader(compressed)))
                : new GzipSource(compressed)) {
            byte[] body = drain(inflated);
            if (!compressed.exhausted()) {
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

    private byte[] drain(Source source) throws IOException {
        Buffer buffer = new Buffer();
        for (long count = source.read(buffer, STEP_BYTES); count != -1; count = source.read(buffer, STEP_BYTES)) {
            if (buffer.size() > limitBytes) {
                throw new Refused(Reason.TOO_LARGE, "sent a body that inflates to more than %d bytes", limitBytes);
            }
            if (!memory.take(count)) {
                throw noMemory();
            }
        }
        return buffer.readByteArray();
    }

    static Refused noMemory() {
        return new Refused(
                Reason.LIMIT,
                "sends a body for which no memory is left (all documents being read share a quarter of the heap)");
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
