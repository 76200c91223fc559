// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which targets a request may go to when its URL comes from a caller and not from the config. A target is judged by its URL
 * before anything is looked up, and by the address that is really connected to, whatever its name stood for before.
 */
public final class AllowedTargets {
    /** For a URL out of the config: nothing is judged. */
    public static final AllowedTargets UNRESTRICTED =
            new AllowedTargets(List.of(new TargetPattern(null, null, null, 0, List.of())), false);

    private final List<TargetPattern> patterns;
    private final boolean restricted;

    private AllowedTargets(List<TargetPattern> patterns, boolean restricted) {
        this.patterns = patterns;
        this.restricted = restricted;
    }

    /**
     * Those that match one of these: {@code host}, {@code host:port}, {@code [v6]}, {@code [v6]:port}, a CIDR, a URL prefix,
     * {@code http://} or {@code https://} for any host by that scheme, or {@code *}. Link-local, metadata, unspecified, multicast
     * and broadcast addresses match only an address or a CIDR within them.
     *
     * @throws IllegalArgumentException if one is none of these, with a message for the config's author
     */
    public static AllowedTargets of(List<String> patterns) {
        return new AllowedTargets(patterns.stream().map(TargetPatterns::parse).toList(), true);
    }

    /** Whether anything is judged. */
    boolean restricted() {
        return restricted;
    }

    /** Whether one pattern alone lets any host pass, so that credentials would go wherever a caller likes. */
    public boolean anyHost() {
        return patterns.stream().anyMatch(TargetPattern::isAnyHost);
    }

    /** @throws NotAllowed if no address could make this URL an allowed target */
    void check(TargetUrl url) throws NotAllowed {
        if (!restricted) {
            return;
        }
        if (url.authorization() != null) {
            throw new NotAllowed("is not asked with a user name or password in its URL; configure basic_auth instead");
        }
        if (patterns.stream().noneMatch(pattern -> pattern.matches(url))) {
            throw unlisted(url);
        }
    }

    /** @throws NotAllowed if this URL must not be fetched from this address */
    void check(TargetUrl url, InetAddress address) throws NotAllowed {
        if (!restricted) {
            return;
        }
        List<TargetPattern> matching = patterns.stream()
                .filter(pattern -> pattern.matches(url) && pattern.matches(address))
                .toList();
        if (matching.isEmpty()) {
            throw unlisted(url);
        }
        SpecialAddress special = SpecialAddress.of(address);
        if (special != null && matching.stream().noneMatch(TargetPattern::namesAddresses)) {
            throw new NotAllowed("leads to a special address (" + special.words() + "); if it is meant, add \""
                    + TargetUrl.authority(address, url.port()) + "\" to probe.allowed_targets of the module");
        }
    }

    private static NotAllowed unlisted(TargetUrl url) {
        return new NotAllowed("is not an allowed target; if it is meant, add \"" + url.hostAndPort()
                + "\" to probe.allowed_targets of the module");
    }

    /** Equal when the patterns mean the same, in the same order. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AllowedTargets that && restricted == that.restricted && patterns.equals(that.patterns);
    }

    @Override
    public int hashCode() {
        return patterns.hashCode();
    }

    @Override
    public String toString() {
        return restricted ? patterns.toString() : "unrestricted";
    }
}
