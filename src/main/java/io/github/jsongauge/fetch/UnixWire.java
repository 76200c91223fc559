// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketOptions;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;

/** A Unix domain socket; whatever address it is told to connect to, it connects to its own. */
final class UnixWire extends Wire {
    private final UnixDomainSocketAddress path;

    UnixWire(String path) throws IOException {
        super(SocketChannel.open(StandardProtocolFamily.UNIX));
        this.path = UnixDomainSocketAddress.of(path);
    }

    /** Without a timeout of its own: whoever calls it closes it when the time is over. */
    @Override
    protected void connect(SocketAddress target, int timeoutMillis) throws IOException {
        channel.connect(path);
        address = InetAddress.getLoopbackAddress();
    }

    @Override
    protected InputStream getInputStream() {
        return metering.metered(Channels.newInputStream(channel));
    }

    @Override
    protected OutputStream getOutputStream() {
        return Channels.newOutputStream(channel);
    }

    @Override
    protected int available() {
        return 0;
    }

    @Override
    boolean hasUnread() throws IOException {
        channel.configureBlocking(false);
        try {
            return channel.read(ByteBuffer.allocate(1)) > 0;
        } finally {
            channel.configureBlocking(true);
        }
    }

    @Override
    public void setOption(int option, Object value) throws SocketException {
        boolean isUsual =
                option == SocketOptions.TCP_NODELAY || (option == SocketOptions.SO_TIMEOUT && value.equals(0));
        if (!isUsual) {
            throw unsupported();
        }
    }

    @Override
    public Object getOption(int option) throws SocketException {
        return switch (option) {
            case SocketOptions.SO_TIMEOUT -> 0;
            case SocketOptions.TCP_NODELAY -> true;
            case SocketOptions.SO_BINDADDR -> InetAddress.getLoopbackAddress();
            default -> throw unsupported();
        };
    }
}
