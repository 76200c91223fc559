// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import io.github.jsongauge.expose.text.Body;
import java.io.ByteArrayOutputStream;

/** Reads bodies as a client does. */
public final class Bodies {
    private Bodies() {}

    /** All parts as one. */
    public static byte[] bytes(Body body) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(body.length());
        body.parts().forEach(whole::writeBytes);
        return whole.toByteArray();
    }
}
