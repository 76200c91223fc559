// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code allowed_targets}: what is null, empty or 0 matches anything.
 *
 * @param host in the form that OkHttp gives it, without a dot at the end
 * @param path whole segments, decoded
 */
record TargetPattern(
        @Nullable String scheme,
        @Nullable String host,
        @Nullable AddressRange addresses,
        int port,
        List<String> path) {
    /** What a server may read as a way out of a path, however often it decodes it. */
    private static final Pattern EVASIVE = Pattern.compile("\\.\\.?(?:;.*)?|.*[/\\\\%\\p{Cntrl}\\x{fffd}].*");

    TargetPattern {
        path = List.copyOf(path);
    }

    boolean matches(TargetUrl target) {
        HttpUrl url = target.httpUrl();
        return (scheme == null ? !target.isUnix() : scheme.equals(target.scheme()))
                && (host == null || host.equals(withoutDot(url.host())))
                && (port == 0 || port == url.port())
                && (path.isEmpty() || isBelowPath(url.pathSegments()));
    }

    private boolean isBelowPath(List<String> segments) {
        return segments.size() >= path.size()
                && segments.subList(0, path.size()).equals(path)
                && segments.stream().noneMatch(EVASIVE.asMatchPredicate());
    }

    boolean matches(InetAddress address) {
        return addresses == null || addresses.matches(address);
    }

    /** Whether this means to reach special addresses, where it matches them. */
    boolean namesAddresses() {
        return addresses != null && SpecialAddress.areNamedBy(addresses);
    }

    boolean isAnyHost() {
        return host == null && (addresses == null || addresses.prefix() == 0);
    }

    static String withoutDot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
}
