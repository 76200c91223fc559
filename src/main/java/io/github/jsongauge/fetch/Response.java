// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

/** A complete answer with an accepted status. Until it is closed it holds its part of the memory for all documents. */
public final class Response implements AutoCloseable {
    private final int status;
    private final BoundedBody.Content body;
    private final MemoryBudget.Share memory;

    Response(int status, BoundedBody.Content body, MemoryBudget.Share memory) {
        this.status = status;
        this.body = body;
        this.memory = memory;
    }

    public int status() {
        return status;
    }

    /** All of the body, already inflated; not copied, so never change it. Empty when a {@link LargeBody} took it. */
    public byte[] body() {
        return body.bytes();
    }

    /** How many bytes the body has, inflated; -1 when a {@link LargeBody} did not read it to its end. */
    public long length() {
        return body.complete() ? body.length() : -1;
    }

    /**
     * Takes memory for what the body becomes, beside the body's own; waits for it within the timeout of the request.
     *
     * @return false when there is not enough, for other documents have it
     */
    public boolean takeMemory(long bytes) {
        return memory.take(bytes);
    }

    /** Gives all its memory back to other documents. */
    @Override
    public void close() {
        memory.close();
    }
}
