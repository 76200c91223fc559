// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.access;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import java.util.function.Supplier;

/**
 * Secures each new connection as it has to be then. The JDK's server takes one of these when it is made and never another,
 * and connections that are open stay as they are.
 */
public final class SecureListener extends HttpsConfigurator {
    private final Supplier<ServerTls> now;

    SecureListener(Supplier<ServerTls> now) {
        super(new ContextOfNow(now));
        this.now = now;
    }

    @Override
    public void configure(HttpsParameters connection) {
        connection.setSSLParameters(now.get().parameters());
    }
}
