// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Addresses that lead to the machine's own surroundings: a target is allowed to be there only when it is named. */
record SpecialAddress(String words, List<AddressRange> ranges) {
    private static final List<SpecialAddress> ALL = List.of(
            new SpecialAddress(
                    "a cloud's metadata service",
                    List.of(
                            AddressRange.parse("169.254.169.254", 32),
                            AddressRange.parse("fd00:ec2::254", 128),
                            AddressRange.parse("100.100.100.200", 32),
                            AddressRange.parse("168.63.129.16", 32),
                            AddressRange.parse("192.0.0.192", 32))),
            new SpecialAddress(
                    "link-local", List.of(AddressRange.parse("169.254.0.0", 16), AddressRange.parse("fe80::", 10))),
            new SpecialAddress("unspecified", List.of(AddressRange.parse("0.0.0.0", 8), AddressRange.parse("::", 128))),
            new SpecialAddress(
                    "multicast", List.of(AddressRange.parse("224.0.0.0", 4), AddressRange.parse("ff00::", 8))),
            new SpecialAddress("broadcast", List.of(AddressRange.parse("255.255.255.255", 32))));

    SpecialAddress {
        ranges = List.copyOf(ranges);
    }

    /** What is special about an address; null when nothing is. */
    static @Nullable SpecialAddress of(InetAddress address) {
        return ALL.stream()
                .filter(special -> special.ranges.stream().anyMatch(range -> range.matches(address)))
                .findFirst()
                .orElse(null);
    }

    /** Whether these are an address alone, or all special. */
    static boolean areNamedBy(AddressRange range) {
        return range.isSingle()
                || ALL.stream().anyMatch(special -> special.ranges.stream().anyMatch(whole -> whole.contains(range)));
    }
}
