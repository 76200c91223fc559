// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.Random;

/** What one connection of a client of ours does that means us no good. */
enum Attack {
    /** Connects, and says nothing. */
    HALF_OPEN(100) {
        @Override
        void carryOut(Socket socket) {}
    },
    /** Begins a request, and never ends it. */
    SLOW_HEADERS(200) {
        @Override
        void carryOut(Socket socket) throws IOException {
            send(socket, GET + "X-Slow: ");
        }
    },
    /** Says that a body comes, and sends a part of it. */
    SLOW_BODY(200) {
        @Override
        void carryOut(Socket socket) throws IOException {
            send(socket, "POST /-/reload HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nslow");
        }
    },
    /** Asks for more pages than the system keeps for it, and never reads them. */
    SLOW_READER(100) {
        @Override
        void carryOut(Socket socket) throws IOException {
            send(socket, (GET + "\r\n").repeat(50));
        }
    },
    /** Asks, reads, and stays. */
    IDLE(1000) {
        @Override
        void carryOut(Socket socket) throws IOException {
            send(socket, "GET /-/healthy HTTP/1.1\r\nHost: a\r\n\r\n");
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            String line = in.readLine();
            while (line != null && !line.equals("jsongauge is healthy.")) {
                line = in.readLine();
            }
        }
    },
    /** Asks for something small a thousand times at once. */
    PIPELINING(100) {
        @Override
        void carryOut(Socket socket) throws IOException {
            send(socket, "HEAD /metrics HTTP/1.1\r\nHost: a\r\n\r\n".repeat(1_000));
        }
    },
    /** Sends more headers than anybody needs. */
    OVERSIZED_HEADERS(100) {
        @Override
        void carryOut(Socket socket) throws IOException {
            send(socket, GET + "X-Much: " + "x".repeat(60_000));
        }
    },
    /** Sends bytes of no meaning. */
    GARBAGE(100) {
        @Override
        void carryOut(Socket socket) throws IOException {
            byte[] garbage = new byte[10_000];
            new Random(socket.getLocalPort()).nextBytes(garbage);
            socket.getOutputStream().write(garbage);
        }
    };

    private static final String GET = "GET /metrics HTTP/1.1\r\nHost: a\r\n";

    private final int connections;

    Attack(int connections) {
        this.connections = connections;
    }

    /** How many connections do so at the same time. */
    int connections() {
        return connections;
    }

    /** Does it on a connection that was just opened; fails when the server has closed it meanwhile. */
    abstract void carryOut(Socket socket) throws IOException;

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }
}
