// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOptions;
import java.nio.channels.SocketChannel;

/**
 * A TCP connection that knows what it has received. It stands on a {@link SocketChannel}, for two reasons: interrupting a
 * thread that connects, reads or writes ends the call and the connection, and no proxy is taken from system properties.
 */
final class TargetSocket extends Socket {
    private final Transport transport;

    TargetSocket() throws IOException {
        this(new Transport());
    }

    private TargetSocket(Transport transport) throws SocketException {
        super(transport);
        this.transport = transport;
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

    /** Measures what arrives from now on. */
    Meter expectResponse() {
        transport.meter = new Meter();
        return transport.meter;
    }

    /** Whether something has arrived that nobody has read. */
    boolean hasUnread() throws IOException {
        return transport.available() > 0;
    }

    private static final class Transport extends SocketImpl {
        private final SocketChannel channel = SocketChannel.open();
        private Meter meter = new Meter();

        Transport() throws IOException {}

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
        protected void connect(SocketAddress target, int timeoutMillis) throws IOException {
            channel.socket().connect(target, timeoutMillis);
            address = channel.socket().getInetAddress();
            port = channel.socket().getPort();
            localport = channel.socket().getLocalPort();
        }

        @Override
        protected InputStream getInputStream() throws IOException {
            return new FilterInputStream(channel.socket().getInputStream()) {
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
        protected OutputStream getOutputStream() throws IOException {
            return channel.socket().getOutputStream();
        }

        @Override
        protected int available() throws IOException {
            return channel.socket().getInputStream().available();
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

        private static SocketException unsupported() {
            return new SocketException("not needed to fetch from a target");
        }
    }
}
