// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

/** A complete answer with an accepted status. */
public final class Response {
    private final int status;
    private final byte[] body;

    /** @param body all of it, already inflated; not copied, so never changed */
    public Response(int status, byte[] body) {
        this.status = status;
        this.body = body;
    }

    public int status() {
        return status;
    }

    /** All of the body, already inflated; not copied, so never change it. */
    public byte[] body() {
        return body;
    }
}
