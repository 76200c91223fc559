// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketOptions;
import java.nio.channels.SocketChannel;

/** TCP. */
final class TcpWire extends Wire {
    TcpWire() throws IOException {
        super(SocketChannel.open());
    }

    @Override
    protected void connect(SocketAddress target, int timeoutMillis) throws IOException {
        channel.socket().connect(target, timeoutMillis);
        address = channel.socket().getInetAddress();
        port = channel.socket().getPort();
        localport = channel.socket().getLocalPort();
    }

    @Override
    protected InputStream getInputStream() throws IOException {
        return metering.metered(channel.socket().getInputStream());
    }

    @Override
    protected OutputStream getOutputStream() throws IOException {
        return channel.socket().getOutputStream();
    }

    @Override
    protected int available() throws IOException {
        return channel.socket().getInputStream().available();
    }

    @Override
    boolean hasUnread() throws IOException {
        return available() > 0;
    }

    @Override
    public void setOption(int option, Object value) throws SocketException {
        switch (option) {
            case SocketOptions.SO_TIMEOUT -> channel.socket().setSoTimeout((Integer) value);
            case SocketOptions.TCP_NODELAY -> channel.socket().setTcpNoDelay((Boolean) value);
            default -> throw unsupported();
        }
    }

    @Override
    public Object getOption(int option) throws SocketException {
        return switch (option) {
            case SocketOptions.SO_TIMEOUT -> channel.socket().getSoTimeout();
            case SocketOptions.TCP_NODELAY -> channel.socket().getTcpNoDelay();
            case SocketOptions.SO_BINDADDR -> channel.socket().getLocalAddress();
            default -> throw unsupported();
        };
    }
}
