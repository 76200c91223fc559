// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** An address cannot be listened on; the message is one line that says why and names a way out. */
public final class ListenException extends Exception {
    private static final long serialVersionUID = 1;
    private static final int FIRST_FREE_FOR_ALL = 1024;
    private static final int PROBE_MILLIS = 200;

    /** Which of the known ways it failed. */
    enum Cause {
        IN_USE("in use by another process"),
        NO_PERMISSION("ports below 1024 need a permission that this process does not have"),
        UNKNOWN_HOST("the host has no address"),
        NOT_OURS("the address belongs to no interface of this host");

        private final String text;

        Cause(String text) {
            this.text = text;
        }
    }

    ListenException(ListenAddress address, Cause cause, IOException failure) {
        super(message(address, cause), failure);
    }

    /** @param ours an address that we listen on already, with the same port */
    ListenException(ListenAddress address, ListenAddress ours, IOException failure) {
        super(
                "cannot listen on " + address + ": --web.listen-address=" + ours
                        + " has this port already; leave one of the two out",
                failure);
    }

    static String message(ListenAddress address, Cause cause) {
        return "cannot listen on " + address + ": " + cause.text + "; choose --web.listen-address="
                + alternative(address, cause);
    }

    private static ListenAddress alternative(ListenAddress address, Cause cause) {
        return switch (cause) {
            case IN_USE ->
                address.withPort(address.port() == ListenAddress.MAX_PORT ? address.port() - 1 : address.port() + 1);
            case NO_PERMISSION -> address.withPort(ListenAddress.DEFAULT_PORT);
            case UNKNOWN_HOST, NOT_OURS -> new ListenAddress("", address.port());
        };
    }

    /**
     * Finds out why binding failed.
     *
     * <p>The system's own message is in the language of its locale, and the exception's type is the same for all causes.
     */
    static Cause causeOf(InetSocketAddress address) {
        if (address.isUnresolved()) {
            return Cause.UNKNOWN_HOST;
        }
        if (!bindsAnyPort(address)) {
            return Cause.NOT_OURS;
        }
        return address.getPort() < FIRST_FREE_FOR_ALL && !answers(address) ? Cause.NO_PERMISSION : Cause.IN_USE;
    }

    private static boolean bindsAnyPort(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address.getAddress(), 0));
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static boolean answers(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, PROBE_MILLIS);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
