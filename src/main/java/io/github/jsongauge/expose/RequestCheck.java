// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Whether a request is small enough, and means the same to everybody who reads it. The JDK's server takes more than a proxy before us may, and
 * who reads its end elsewhere takes a part of it for another request.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112">RFC 9112</a>
 */
final class RequestCheck {
    private static final String OLD = "HTTP/1.0";
    private static final Pattern VERSION = Pattern.compile("HTTP/1\\.[01]");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=:%\\[\\]-]*");
    private static final int AROUND_A_HEADER = ": \r\n".length();
    private static final Pattern LENGTH = Pattern.compile("[0-9]+");

    private RequestCheck() {}

    /** Whether it is beyond {@link ServerLimits#HEAD_BYTES}. */
    static boolean isTooLarge(URI uri, Headers headers) {
        long bytes = uri.toString().length();
        for (Map.Entry<String, List<String>> header : headers.entrySet()) {
            for (String value : header.getValue()) {
                bytes += header.getKey().length() + value.length() + AROUND_A_HEADER;
            }
        }
        return bytes > ServerLimits.HEAD_BYTES;
    }

    static boolean isClear(String protocol, Headers headers) {
        return VERSION.matcher(protocol).matches()
                && hostIsClear(protocol, headers.getOrDefault("Host", List.of()))
                && headers.getOrDefault("Content-Length", List.of()).stream()
                        .allMatch(length -> LENGTH.matcher(length).matches())
                && !(protocol.equals(OLD) && headers.containsKey("Transfer-Encoding"))
                && headers.values().stream().flatMap(Collection::stream).noneMatch(RequestCheck::hasControls);
    }

    /** Exactly one is required, from HTTP/1.1 on. */
    private static boolean hostIsClear(String protocol, List<String> hosts) {
        return hosts.isEmpty()
                ? protocol.equals(OLD)
                : hosts.size() == 1 && HOST.matcher(hosts.get(0)).matches();
    }

    private static boolean hasControls(String value) {
        return value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f);
    }
}
