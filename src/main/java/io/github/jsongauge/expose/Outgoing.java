// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The bodies on their way to clients.
 *
 * <p>A slow reader keeps its page in memory. Beyond a limit the one that has not moved for longest is interrupted, which
 * closes its connection; so memory is bounded, and those that read on are answered.
 */
final class Outgoing {
    // Small writes, because the server and the JDK copy each into buffers of its size, which they keep
    private static final int WRITE_BYTES = 16 * 1024;

    private final long limitBytes;
    // In the order of their last progress, which get() notes
    private final Map<Thread, byte[]> writing = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Starts with nothing on its way.
     *
     * @param limitBytes of all bodies together, one that is shared counted once; a single larger one is let through
     */
    Outgoing(long limitBytes) {
        this.limitBytes = limitBytes;
    }

    /** Writes all of the body; blocks as long as the client does. */
    void write(byte[] body, OutputStream out) throws IOException {
        begin(body);
        try {
            for (int at = 0; at < body.length; at += WRITE_BYTES) {
                out.write(body, at, Math.min(WRITE_BYTES, body.length - at));
                moved();
            }
        } finally {
            end();
        }
    }

    private synchronized void begin(byte[] body) {
        Iterator<Thread> slowest = writing.keySet().iterator();
        while (slowest.hasNext() && heldBytes(body) > limitBytes) {
            slowest.next().interrupt();
            slowest.remove();
        }
        writing.put(Thread.currentThread(), body);
    }

    private long heldBytes(byte[] another) {
        Set<byte[]> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        distinct.addAll(writing.values());
        distinct.add(another);
        return distinct.stream().mapToLong(body -> body.length).sum();
    }

    private synchronized void moved() {
        writing.get(Thread.currentThread());
    }

    private synchronized void end() {
        writing.remove(Thread.currentThread());
    }
}
