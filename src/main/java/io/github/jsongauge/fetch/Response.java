// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

/** A complete answer with an accepted status. */
public final class Response {
    private final int status;
    private final byte[] body;

    Response(int status, byte[] body) {
        this.status = status;
        this.body = body;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** All of the body, inflated; not a copy, so never to be changed. */
    public byte[] body() {
        return body;
    }
}
