// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import java.io.ByteArrayOutputStream;

/** Reads bodies as a client does. */
final class Bodies {
    private Bodies() {}

    /** All parts as one. */
    static byte[] bytes(Body body) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(body.length());
        body.parts().forEach(whole::writeBytes);
        return whole.toByteArray();
    }
}
