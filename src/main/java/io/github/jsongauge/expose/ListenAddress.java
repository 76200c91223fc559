// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where to listen, as {@code --web.listen-address} names it.
 *
 * @param host a name or an address without brackets; empty = every interface
 * @param port 0 to 65535; 0 = any free one
 */
public record ListenAddress(String host, int port) {
    /** The port that is ours by default. */
    public static final int DEFAULT_PORT = 9877;

    static final int MAX_PORT = 65535;

    private static final Pattern HOST_AND_PORT = Pattern.compile("(?:\\[([^\\[\\]]*)]|([^:\\[\\]]*)):([0-9]{1,5})");

    public ListenAddress {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("port must be 0 to " + MAX_PORT + ", got " + port);
        }
    }

    /**
     * Parses {@code :9877}, {@code host:9877}, {@code 127.0.0.1:9877} or {@code [::1]:9877}.
     *
     * @throws IllegalArgumentException with a message for the author, which says what would be right
     */
    public static ListenAddress parse(String text) {
        Matcher matcher = HOST_AND_PORT.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(3)) > MAX_PORT) {
            throw new IllegalArgumentException("\"" + text + "\" is not an address to listen on: " + hint(text));
        }
        String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return new ListenAddress(host, Integer.parseInt(matcher.group(3)));
    }

    private static String hint(String text) {
        if (HOST_AND_PORT.matcher(text).matches()) {
            return "a port is a number from 0 to " + MAX_PORT;
        }
        if (text.matches("[0-9]{1,5}")) {
            return "write \":" + text + "\"";
        }
        if (text.matches("[^:/\\s]+")) {
            return "the port is missing: write \"" + text + ":" + DEFAULT_PORT + "\"";
        }
        if (text.matches("[0-9a-fA-F:.%]*:[0-9a-fA-F:.%]*:[0-9]+")) {
            int port = text.lastIndexOf(':');
            return "write an IPv6 address in brackets: \"[" + text.substring(0, port) + "]" + text.substring(port)
                    + "\"";
        }
        return "write \":9877\", \"127.0.0.1:9877\" or \"[::1]:9877\"";
    }

    /** The same interface with another port. */
    ListenAddress withPort(int other) {
        return new ListenAddress(host, other);
    }

    /** Looks a host name up, so it may take a while. */
    InetSocketAddress resolve() {
        return host.isEmpty() ? new InetSocketAddress(port) : new InetSocketAddress(host, port);
    }

    /** The form that {@link #parse} takes. */
    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
