// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Where a target answers: an http or https URL, or {@code unix:///PATH:/URL-PATH} for a socket in the file system. {@link #toString()} is fit for logs and pages: it shows {@code <secret>} in
 * place of the user info and of the value of each query parameter whose name sounds like a credential.
 */
public final class TargetUrl {
    private static final Pattern SHAPE =
            Pattern.compile("(?<scheme>https?)://(?<authority>[^/\\\\?#]*).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(?!\\d).*");
    private static final Pattern PORT = Pattern.compile("(?:.*@)?(?:\\[[^]]*]|[^:]*)(?::(?<port>.*))?");
    private static final Pattern CREDENTIAL =
            Pattern.compile("key|token|secret|pass|auth|sig", Pattern.CASE_INSENSITIVE);
    private static final String SECRET = "<secret>";
    private static final Pattern UNIX = Pattern.compile("(?i:unix)://(?<socket>/[^?#]*?)(?::(?<path>/.*))?");
    /** What the kernel takes, without the byte at its end. */
    private static final int LONGEST_SOCKET = 107;

    private final HttpUrl url;
    private final String socketPath;

    /**
     * @param url with a host of its own for each socket, so that connections to different ones are never taken for the same
     * @param socketPath empty = none
     */
    private TargetUrl(HttpUrl url, String socketPath) {
        this.url = url;
        this.socketPath = socketPath;
    }

    /**
     * Parses an absolute URL; host names may contain underscores, as container names do.
     *
     * @throws IllegalArgumentException if it is not one, with a message for the config's author that repeats no secret
     */
    public static TargetUrl parse(String text) {
        if (text.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
            throw new IllegalArgumentException("must not contain blanks or control characters");
        }
        if (text.toLowerCase(Locale.ROOT).startsWith("unix:")) {
            return onSocket(text);
        }
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            Matcher other = OTHER_SCHEME.matcher(text);
            throw new IllegalArgumentException("must start with http://, https:// or unix://"
                    + (other.matches() ? ", got \"" + other.group(1).toLowerCase(Locale.ROOT) + ":\"" : ""));
        }
        checkAuthority(shape.group("authority"), shape.group("scheme"));
        HttpUrl url = HttpUrl.parse(text);
        if (url == null) {
            throw new IllegalArgumentException("must have a host name or an IP address after \"://\"");
        }
        return new TargetUrl(url, "");
    }

    private static TargetUrl onSocket(String text) {
        Matcher shape = UNIX.matcher(text);
        if (!shape.matches()) {
            throw new IllegalArgumentException("must be like unix:///run/app.sock:/status");
        }
        String socket = shape.group("socket");
        byte[] bytes = socket.getBytes(UTF_8);
        if (bytes.length > LONGEST_SOCKET) {
            throw new IllegalArgumentException(
                    "must have a socket whose path has " + LONGEST_SOCKET + " bytes at most");
        }
        String host = HexFormat.of().formatHex(bytes).replaceAll("(.{60})(?=.)", "$1.") + ".unix";
        String path = shape.group("path") == null ? "/" : shape.group("path");
        HttpUrl url = HttpUrl.parse("http://" + host + path);
        if (url == null) {
            throw new IllegalArgumentException("must be like unix:///run/app.sock:/status");
        }
        return new TargetUrl(url, socket);
    }

    /** Another URL at the same host. */
    TargetUrl at(HttpUrl other) {
        return new TargetUrl(other, socketPath);
    }

    /** Whether it is asked by a socket in the file system. */
    boolean isUnix() {
        return !socketPath.isEmpty();
    }

    /** That of the socket; empty when there is none. */
    String socketPath() {
        return socketPath;
    }

    /** As it is written: http, https or unix. */
    String scheme() {
        return isUnix() ? "unix" : url.scheme();
    }

    /** This and one more parameter at the end of its query, encoded as it must be. */
    public TargetUrl withParameter(String name, String value) {
        return at(url.newBuilder().addQueryParameter(name, value).build());
    }

    private static void checkAuthority(String authority, String scheme) {
        String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
        if (hostAndPort.isEmpty() || hostAndPort.startsWith(":")) {
            throw new IllegalArgumentException("must have a host after \"" + scheme.toLowerCase(Locale.ROOT) + "://\"");
        }
        Matcher matcher = PORT.matcher(authority);
        String port = matcher.matches() ? matcher.group("port") : null;
        if (port != null && !isPort(port)) {
            throw new IllegalArgumentException("must have a port from 1 to 65535");
        }
    }

    private static boolean isPort(String text) {
        if (!text.matches("\\d{1,5}")) {
            return false;
        }
        int port = Integer.parseInt(text);
        return port >= 1 && port <= 65535;
    }

    HttpUrl httpUrl() {
        return url;
    }

    boolean isHttps() {
        return url.isHttps();
    }

    /** The host as messages name it: an IPv6 address in brackets. */
    String host() {
        return isUnix() ? "unix:" + socketPath : url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    }

    /** The scheme's own when the URL names none. */
    int port() {
        return url.port();
    }

    /** Host and port, also when it is the scheme's own port. */
    public String hostAndPort() {
        return isUnix() ? host() : host() + ":" + url.port();
    }

    /** An address and port as they stand in a URL. */
    static String authority(InetAddress address, int port) {
        // a link-local address may end with its interface
        String host = new HttpUrl.Builder()
                .scheme("http")
                .host(address.getHostAddress().replaceFirst("%.*", ""))
                .build()
                .host();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /** Whether it has a user name or a password. */
    public boolean hasUserInfo() {
        return authorization() != null;
    }

    /** The value of the header {@code Authorization} that the user info stands for, if there is any. */
    @Nullable
    String authorization() {
        if (url.username().isEmpty() && url.password().isEmpty()) {
            return null;
        }
        return basic(url.username(), url.password());
    }

    static String basic(String username, String password) {
        return Credentials.basic(username, password, UTF_8);
    }

    /** Equal when everything is, secrets too. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TargetUrl that && url.equals(that.url);
    }

    @Override
    public int hashCode() {
        return url.hashCode();
    }

    @Override
    public String toString() {
        if (isUnix()) {
            return "unix://" + socketPath + ":" + url.encodedPath() + redactedQuery();
        }
        StringBuilder text = new StringBuilder(url.scheme()).append("://");
        if (authorization() != null) {
            text.append(SECRET).append('@');
        }
        text.append(host());
        if (url.port() != HttpUrl.defaultPort(url.scheme())) {
            text.append(':').append(url.port());
        }
        return text.append(url.encodedPath()).append(redactedQuery()).toString();
    }

    private String redactedQuery() {
        String query = url.encodedQuery();
        if (query == null) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        String[] parameters = query.split("&", -1);
        for (int i = 0; i < parameters.length; i++) {
            text.append(i == 0 ? '?' : '&');
            int equals = parameters[i].indexOf('=');
            boolean secret =
                    equals >= 0 && CREDENTIAL.matcher(url.queryParameterName(i)).find();
            text.append(secret ? parameters[i].substring(0, equals + 1) + SECRET : parameters[i]);
        }
        return text.toString();
    }
}
