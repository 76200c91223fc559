// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import io.github.jsongauge.expose.text.Body;
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
    // Small in a small heap: the server keeps a buffer of twice the size of the largest write for each connection
    private static final int WRITE_BYTES =
            (int) Math.max(8 << 10, Math.min(32 << 10, Runtime.getRuntime().maxMemory() >> 13));

    private final long limitBytes;
    // In the order of their last progress, which get() notes
    private final Map<Thread, Body> writing = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Starts with nothing on its way.
     *
     * @param limitBytes of all bodies together, a part that is shared counted once; a single larger one is let through
     */
    Outgoing(long limitBytes) {
        this.limitBytes = limitBytes;
    }

    /** Writes all of the body; blocks as long as the client does. */
    void write(Body body, OutputStream out) throws IOException {
        begin(body);
        try {
            for (byte[] part : body.parts()) {
                for (int at = 0; at < part.length; at += WRITE_BYTES) {
                    out.write(part, at, Math.min(WRITE_BYTES, part.length - at));
                    moved();
                }
            }
        } finally {
            end();
        }
    }

    private synchronized void begin(Body body) {
        Iterator<Thread> slowest = writing.keySet().iterator();
        while (slowest.hasNext() && heldBytes(body) > limitBytes) {
            slowest.next().interrupt();
            slowest.remove();
        }
        writing.put(Thread.currentThread(), body);
    }

    private long heldBytes(Body another) {
        Set<byte[]> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        writing.values().forEach(body -> distinct.addAll(body.parts()));
        distinct.addAll(another.parts());
        return distinct.stream().mapToLong(part -> part.length).sum();
    }

    private synchronized void moved() {
        writing.get(Thread.currentThread());
    }

    private synchronized void end() {
        writing.remove(Thread.currentThread());
    }
}
