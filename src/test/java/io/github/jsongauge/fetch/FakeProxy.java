// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An HTTP proxy on loopback that looks no name up: it leads everything to one port, and remembers what it was asked. */
final class FakeProxy implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ConcurrentLinkedQueue<String> heads = new ConcurrentLinkedQueue<>();
    private final int target;
    private final String refusal;

    /**
     * Serves at once.
     *
     * @param target port on loopback
     * @param refusal status line with which tunnels are refused; empty = they are not
     */
    FakeProxy(int target, String refusal) throws IOException {
        this.target = target;
        this.refusal = refusal;
        start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** The heads of all requests, in their order. */
    List<String> heads() {
        return List.copyOf(heads);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "fake-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                start(() -> serve(client));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket onward = new Socket(InetAddress.getLoopbackAddress(), target)) {
            String head = head(client.getInputStream());
            heads.add(head);
            String[] line = head.substring(0, head.indexOf('\r')).split(" ", 3);
            if (!line[0].equals("CONNECT")) {
                String path = URI.create(line[1]).getRawPath();
                onward.getOutputStream().write(head.replace(line[1], path).getBytes(ISO_8859_1));
            } else if (!refusal.isEmpty()) {
                client.getOutputStream().write((refusal + "\r\nContent-Length: 0\r\n\r\n").getBytes(ISO_8859_1));
                return;
            } else {
                client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(ISO_8859_1));
            }
            start(() -> copy(client, onward));
            copy(onward, client);
        } catch (IOException over) {
            // one of both has gone away
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed");
            }
            head.write(next);
        }
        return head.toString(ISO_8859_1);
    }

    private static void copy(Socket from, Socket to) {
        try {
            OutputStream out = to.getOutputStream();
            from.getInputStream().transferTo(out);
            to.close();
        } catch (IOException over) {
            // one of both has gone away
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
