// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Who asks a {@link FakeTarget}: one connection, seen from the target. */
public final class Peer {
    private final Socket socket;
    private final InputStream in;
    private final AtomicLong bytesSent;

    Peer(Socket socket, AtomicLong bytesSent) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.bytesSent = bytesSent;
    }

    /** Waits for a request; null when the connection ends. What cannot be HTTP counts as a request with an empty line. */
    FakeTarget.@Nullable Heard hear() throws IOException {
        in.mark(1);
        int first = socket.isClosed() ? -1 : in.read();
        if (first == -1) {
            return null;
        }
        if (!Character.isLetter(first)) {
            return new FakeTarget.Heard("", List.of());
        }
        in.reset();
        String line = readLine();
        List<String> headers = new ArrayList<>();
        for (String header = readLine(); !header.isEmpty(); header = readLine()) {
            headers.add(header);
        }
        return new FakeTarget.Heard(line, headers);
    }

    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n' && c != -1; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }

    /** What follows the head of a request, as long as its Content-Length says. */
    public String hearBody(FakeTarget.Heard request) throws IOException {
        for (String header : request.headers()) {
            if (header.startsWith("Content-Length: ")) {
                int length = Integer.parseInt(header.substring("Content-Length: ".length()));
                return new String(in.readNBytes(length), UTF_8);
            }
        }
        return "";
    }

    public void send(String latin1) throws IOException {
        send(latin1.getBytes(ISO_8859_1));
    }

    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        bytesSent.addAndGet(bytes.length);
    }

    /** Does nothing until the other side closes the connection, or the target is stopped. */
    public void awaitEnd() throws IOException {
        while (in.read() != -1) {
            // whatever else it says, it is not answered
        }
    }

    /** Ends the connection in order. */
    public void close() throws IOException {
        socket.close();
    }

    /** Ends the connection with a TCP reset. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
