// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;

/** A connection to a target, or to the proxy before it; TLS goes over one, too. */
final class TargetSocket extends Socket implements MeteredSocket {
    private final Wire wire;

    /** Not connected yet. */
    TargetSocket(Wire wire) throws SocketException {
        super(wire);
        this.wire = wire;
    }

    /**
     * Connects within this attempt's share of its deadline, so that one address that does not answer leaves time for the others.
     * Every new connection comes by here with the address it goes to, also when the URL has an address in place of a name.
     */
    @Override
    public void connect(SocketAddress address, int timeoutMillis) throws IOException {
        Attempt.current().checkAddress(address);
        super.connect(address, Attempt.current().connectMillis());
    }

    @Override
    public Meter expectResponse() {
        return wire.metering.expectResponse();
    }

    @Override
    public boolean isOutOfStep() throws IOException {
        return wire.metering.latest().goesOn() || hasUnread();
    }

    /** Whether something has arrived that nobody has read; of no use afterwards, if so. */
    boolean hasUnread() throws IOException {
        return wire.hasUnread();
    }
}
