// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which hosts are asked without a proxy, written as {@code NO_PROXY} is: {@code *}, or names (with all below them; only those
 * below when they begin with a dot), addresses, ranges of addresses, each but a range with a port or without, separated by
 * commas. Names are not looked up.
 *
 * @see <a href="https://pkg.go.dev/golang.org/x/net/http/httpproxy#Config">What Prometheus takes</a>
 */
public record NoProxy(List<Entry> entries) {
    /** All hosts are asked through the proxy. */
    public static final NoProxy NONE = new NoProxy(List.of());

    /**
     * One of them.
     *
     * @param name in lower case, and perhaps with a dot before it; empty = any
     * @param range null when the entry is a name
     * @param port 0 = any
     */
    record Entry(String name, @Nullable AddressRange range, int port) {
        boolean matches(String host, int itsPort) {
            if (port != 0 && port != itsPort) {
                return false;
            }
            if (range != null) {
                InetAddress address = AddressRange.address(host);
                return address != null && range.matches(address);
            }
            return name.isEmpty()
                    || (name.startsWith(".") ? host.endsWith(name) : host.equals(name) || host.endsWith("." + name));
        }
    }

    public NoProxy {
        entries = List.copyOf(entries);
    }

    /**
     * Reads such a text.
     *
     * @throws IllegalArgumentException if a part of it means nothing, with a message for the config's author
     */
    public static NoProxy parse(String text) {
        List<Entry> entries = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String entry = part.strip().toLowerCase(Locale.ROOT);
            if (!entry.isEmpty()) {
                entries.add(entry(entry));
            }
        }
        return new NoProxy(entries);
    }

    private static Entry entry(String text) {
        if (text.equals("*")) {
            return new Entry("", null, 0);
        }
        if (text.contains("/")) {
            return new Entry("", range(text), 0);
        }
        InetAddress bare = AddressRange.address(text);
        if (bare != null) {
            return new Entry("", AddressRange.of(bare), 0);
        }
        int colon = text.endsWith("]") ? -1 : text.lastIndexOf(':');
        String host = (colon < 0 ? text : text.substring(0, colon)).replaceFirst("^\\*\\.", ".");
        int port = colon < 0 ? 0 : port(text, text.substring(colon + 1));
        InetAddress address = AddressRange.address(host.replaceAll("^\\[|]$", ""));
        if (address != null) {
            return new Entry("", AddressRange.of(address), port);
        }
        if (!host.matches("\\.?[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*")) {
            throw unknown(text);
        }
        return new Entry(host, null, port);
    }

    private static AddressRange range(String text) {
        int slash = text.indexOf('/');
        InetAddress address = AddressRange.address(text.substring(0, slash));
        String prefix = text.substring(slash + 1);
        int bits = address == null ? 0 : address.getAddress().length * 8;
        if (address == null || !prefix.matches("[0-9]{1,3}") || Integer.parseInt(prefix) > bits) {
            throw unknown(text);
        }
        return AddressRange.of(address, Integer.parseInt(prefix));
    }

    private static int port(String entry, String text) {
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65535) {
            throw unknown(entry);
        }
        return port;
    }

    private static IllegalArgumentException unknown(String entry) {
        return new IllegalArgumentException(
                "must be \"*\", or names, addresses and ranges such as .internal, 10.0.0.7:8080"
                        + " and 10.0.0.0/8, separated by commas, got \"" + entry + "\"");
    }

    /** Whether a URL is asked without a proxy. */
    boolean matches(TargetUrl url) {
        String host = TargetPattern.withoutDot(url.httpUrl().host());
        return entries.stream().anyMatch(entry -> entry.matches(host, url.port()));
    }
}
