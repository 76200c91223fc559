// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.nio.channels.SocketChannel;

/**
 * What a {@link TargetSocket} sends and receives by. It stands on a channel, for two reasons: interrupting a thread that
 * connects, reads or writes ends the call and the connection, and no proxy is taken from system properties.
 */
abstract class Wire extends SocketImpl {
    final SocketChannel channel;
    final Metering metering = new Metering();

    Wire(SocketChannel channel) {
        this.channel = channel;
    }

    /** Whether something has arrived that nobody has read; of no use afterwards, if so. */
    abstract boolean hasUnread() throws IOException;

    @Override
    protected void create(boolean stream) {}

    @Override
    protected void connect(String host, int port) throws IOException {
        connect(new InetSocketAddress(host, port), 0);
    }

    @Override
    protected void connect(InetAddress host, int port) throws IOException {
        connect(new InetSocketAddress(host, port), 0);
    }

    @Override
    protected void shutdownInput() throws IOException {
        channel.shutdownInput();
    }

    @Override
    protected void shutdownOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    protected void close() throws IOException {
        channel.close();
    }

    @Override
    protected void bind(InetAddress host, int port) throws IOException {
        throw unsupported();
    }

    @Override
    protected void listen(int backlog) throws IOException {
        throw unsupported();
    }

    @Override
    protected void accept(SocketImpl socket) throws IOException {
        throw unsupported();
    }

    @Override
    protected void sendUrgentData(int data) throws IOException {
        throw unsupported();
    }

    static SocketException unsupported() {
        return new SocketException("not needed to fetch from a target");
    }
}
