// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
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
    private Meter meter = new Meter();

    Wire(SocketChannel channel) {
        this.channel = channel;
    }

    /** Measures what arrives from now on. */
    Meter expectResponse() {
        meter = new Meter();
        return meter;
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

    /** A stream that tells the meter what it reads. */
    final InputStream metered(InputStream received) {
        return new FilterInputStream(received) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = in.read(bytes, offset, length);
                if (count > 0) {
                    meter.add(bytes, offset, count);
                }
                return count;
            }
        };
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
