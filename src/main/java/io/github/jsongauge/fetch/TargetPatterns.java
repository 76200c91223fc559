// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Reads the entries of {@code allowed_targets}. */
final class TargetPatterns {
    private static final Pattern URL = Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?<rest>.*)");
    private static final Pattern HOST = Pattern.compile("(?<host>\\[[^]]*]|[^:\\[\\]]*)(?::(?<port>[^:]*))?");
    /** What systems take for an address, each in its own way. */
    private static final Pattern NUMERIC = Pattern.compile("(?:.*\\.)?(?:\\d+|0[xX][0-9a-fA-F]*)\\.?");

    private TargetPatterns() {}

    /** @throws IllegalArgumentException if it is none, with a message for the config's author */
    static TargetPattern parse(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("must be a host, host:port, CIDR or URL prefix, or \"*\" for any host");
        }
        if (text.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
            throw new IllegalArgumentException("must not contain blanks or control characters");
        }
        if (text.equals("*")) {
            return new TargetPattern(null, null, null, 0, List.of());
        }
        if (text.contains("*")) {
            throw new IllegalArgumentException("must not contain \"*\"; list each host, or write \"*\" for any host");
        }
        Matcher url = URL.matcher(text);
        if (url.matches()) {
            return prefix(text, url.group("scheme").toLowerCase(Locale.ROOT), url.group("rest"));
        }
        return text.contains("/") ? cidr(text) : host(text);
    }

    private static TargetPattern prefix(String text, String scheme, String rest) {
        if (scheme.equals("unix") && rest.isEmpty()) {
            throw new IllegalArgumentException("must name a socket, such as unix:///run/app.sock:/");
        }
        if (!scheme.equals("http") && !scheme.equals("https") && !scheme.equals("unix")) {
            throw new IllegalArgumentException(
                    "must start with http://, https:// or unix://, got \"" + scheme + "://\"");
        }
        if (rest.contains("@")) {
            throw new IllegalArgumentException(
                    "must not contain \"@\"; credentials belong in basic_auth of the module");
        }
        if (rest.contains("?") || rest.contains("#")) {
            throw new IllegalArgumentException("must end with its path; leave out \"?\" and \"#\"");
        }
        if (rest.isEmpty()) {
            return new TargetPattern(scheme, null, null, 0, List.of());
        }
        TargetUrl target = TargetUrl.parse(text);
        HttpUrl url = target.httpUrl();
        String host = TargetPattern.withoutDot(url.host());
        InetAddress address = literal(host);
        List<String> path = url.pathSegments();
        boolean slash = path.get(path.size() - 1).isEmpty();
        TargetPattern pattern = new TargetPattern(
                scheme,
                host,
                address == null ? null : AddressRange.of(address),
                url.port(),
                slash ? path.subList(0, path.size() - 1) : path);
        if (!pattern.matches(target)) {
            throw new IllegalArgumentException("must have a path without encoded \"/\", \"\\\", \"%\" or \"..\"");
        }
        return pattern;
    }

    private static TargetPattern cidr(String text) {
        int slash = text.indexOf('/');
        String network = text.substring(0, slash);
        InetAddress address = AddressRange.address(network);
        if (address == null) {
            throw new IllegalArgumentException("must be a CIDR such as \"10.0.0.0/8\", or a URL prefix that starts with"
                    + " http:// or https://, got \"" + text + "\"");
        }
        int bits = address.getAddress().length * 8;
        if (bits == 32 && network.contains(":")) {
            throw new IllegalArgumentException("must have its IPv4 address written as IPv4, got \"" + network + "\"");
        }
        int prefix = number(text.substring(slash + 1));
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException("must have a prefix length from 0 to " + bits + " after \"/\", got \""
                    + text.substring(slash + 1) + "\"");
        }
        AddressRange range = AddressRange.of(address, prefix);
        if (!range.first().equals(address)) {
            throw new IllegalArgumentException("must have no bits after its prefix; write \""
                    + range.first().getHostAddress() + "/" + prefix + "\"");
        }
        return new TargetPattern(null, null, range, 0, List.of());
    }

    private static TargetPattern host(String text) {
        Matcher matcher = HOST.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    AddressRange.address(text) == null
                            ? "must be a host or host:port, got \"" + text + "\""
                            : "must have its IPv6 address in brackets; write \"[" + text + "]\"");
        }
        int port = port(matcher.group("port"));
        String host = matcher.group("host");
        HttpUrl url = HttpUrl.parse("http://" + host + "/");
        if (url == null || host.contains("@") || host.contains("%") || host.contains("\\")) {
            throw new IllegalArgumentException("must be a host name or an IP address, got \"" + host + "\"");
        }
        String canonical = TargetPattern.withoutDot(url.host());
        InetAddress address = literal(canonical);
        return address == null
                ? new TargetPattern(null, canonical, null, port, List.of())
                : new TargetPattern(null, null, AddressRange.of(address), port, List.of());
    }

    /** @throws IllegalArgumentException if it is an address to some and a name to others */
    private static @Nullable InetAddress literal(String host) {
        InetAddress address = AddressRange.address(host);
        if (address == null && NUMERIC.matcher(host).matches()) {
            throw new IllegalArgumentException(
                    "must have its IPv4 address as four decimal numbers without leading zeros, got \"" + host + "\"");
        }
        return address;
    }

    private static int port(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        int port = number(text);
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("must have a port from 1 to 65535 after \":\", got \"" + text + "\"");
        }
        return port;
    }

    /** -1 for what is not a number of at most five digits. */
    private static int number(String text) {
        return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : -1;
    }
}
