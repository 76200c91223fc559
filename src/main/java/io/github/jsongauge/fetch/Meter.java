// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

/** Counts the bytes of one response as they arrive, and sees where its head and its chunks end; OkHttp tells none of it. */
final class Meter {
    private static final int STATUS_OFFSET = "HTTP/1.1 ".length();
    private static final byte TLS_ALERT = 0x15;

    private long received;
    private byte first;
    private long headBytes = -1;
    private boolean interim;
    private int headOffset;
    private int lineLength;
    private final ChunkCheck chunks = new ChunkCheck();
    private boolean unchunked;
    private boolean ended;
    private boolean goesOn;

    void add(byte[] bytes, int offset, int count) {
        goesOn |= ended;
        if (received == 0) {
            first = bytes[offset];
        }
        int i = 0;
        for (; i < count && headBytes < 0; i++) {
            addToHead(bytes[offset + i], received + i);
        }
        if (!unchunked) {
            chunks.add(bytes, offset + i, count - i);
        }
        received += count;
    }

    private void addToHead(byte value, long position) {
        if (headOffset == STATUS_OFFSET) {
            interim = value == '1';
        }
        headOffset++;
        if (value == '\n') {
            if (lineLength == 0) {
                endHead(position + 1);
            }
            lineLength = 0;
        } else if (value != '\r') {
            lineLength++;
        }
    }

    /** After an interim response (1xx) the next head follows. */
    private void endHead(long end) {
        if (interim) {
            headOffset = 0;
        } else {
            headBytes = end;
        }
    }

    boolean started() {
        return received > 0;
    }

    boolean looksLikeHttp() {
        return started() && first == 'H';
    }

    /** Whether it looks like the complaint of a TLS server that was spoken to in plain HTTP. */
    boolean looksLikeTls() {
        return started() && first == TLS_ALERT;
    }

    /** Whether more has arrived than the head and this many bytes of body. */
    boolean exceeds(long contentLength) {
        return headBytes >= 0 && received - headBytes > contentLength;
    }

    /** The body is not sent in chunks: looking for them byte by byte takes longer than reading it. */
    void expectNoChunks() {
        unchunked = true;
    }

    /** What a body that is sent in chunks is not; empty = it is whole. */
    String chunksProblem() {
        return chunks.problem();
    }

    /** The response is complete. */
    void end() {
        ended = true;
    }

    /** Whether something has arrived after the end. */
    boolean goesOn() {
        return goesOn;
    }
}
