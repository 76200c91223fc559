// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that begin with the same bits.
 *
 * @param network the address in hexadecimal digits, 8 or 32 of them; all bits after the prefix are zero
 * @param prefix how many bits count
 */
record AddressRange(String network, int prefix) {
    /** Four decimal numbers without leading zeros: all other spellings are read differently by different systems. */
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

    /** Where IPv6 addresses have an IPv4 address inside, and at which byte. */
    private static final List<Embedding> EMBEDDINGS = List.of(
            new Embedding(parse("64:ff9b::", 96), 12),
            new Embedding(parse("2002::", 16), 2),
            new Embedding(parse("::", 96), 12));

    private record Embedding(AddressRange range, int offset) {}

    /** The address that is written so, as canonical IPv4 or as any IPv6 without brackets; null when it is neither. */
    static @Nullable InetAddress address(String text) {
        try {
            if (IPV4.matcher(text).matches()) {
                return InetAddress.getByName(text);
            }
            HttpUrl url = text.contains(":") ? HttpUrl.parse("http://[" + text + "]/") : null;
            return url == null ? null : InetAddress.getByName(url.host());
        } catch (UnknownHostException e) {
            throw new AssertionError("an address is not looked up", e);
        }
    }

    /** An address alone. */
    static AddressRange of(InetAddress address) {
        return of(address, address.getAddress().length * 8);
    }

    /** All addresses that share this many bits with that one. */
    static AddressRange of(InetAddress address, int prefix) {
        byte[] bytes = address.getAddress();
        for (int bit = prefix; bit < bytes.length * 8; bit++) {
            bytes[bit / 8] &= (byte) ~(0x80 >> bit % 8);
        }
        return new AddressRange(HexFormat.of().formatHex(bytes), prefix);
    }

    /** @param address one that is valid */
    static AddressRange parse(String address, int prefix) {
        InetAddress parsed = address(address);
        if (parsed == null) {
            throw new IllegalArgumentException("must be an IP address, got \"" + address + "\"");
        }
        return of(parsed, prefix);
    }

    /** Whether this address, or the IPv4 address inside it, is one of these. */
    boolean matches(InetAddress address) {
        return contains(of(address)) || contains(of(standsFor(address)));
    }

    /** Whether all of these are here too. */
    boolean contains(AddressRange other) {
        return network.length() == other.network.length()
                && prefix <= other.prefix
                && of(other.first(), prefix).network.equals(network);
    }

    boolean isSingle() {
        return prefix == network.length() * 4;
    }

    InetAddress first() {
        try {
            return InetAddress.getByAddress(HexFormat.of().parseHex(network));
        } catch (UnknownHostException e) {
            throw new AssertionError("4 and 16 bytes are an address", e);
        }
    }

    /** Where a packet to this address ends up: for an IPv6 address that has an IPv4 address inside it is that one. */
    private static InetAddress standsFor(InetAddress address) {
        if (address.isLoopbackAddress() || address.isAnyLocalAddress()) {
            return address;
        }
        AddressRange whole = of(address);
        for (Embedding embedding : EMBEDDINGS) {
            if (embedding.range.contains(whole)) {
                int begin = embedding.offset * 2;
                return new AddressRange(whole.network.substring(begin, begin + 8), 32).first();
            }
        }
        return address;
    }
}
