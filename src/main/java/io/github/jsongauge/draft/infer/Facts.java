// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.infer;

import java.util.Set;

/** Texts that tell what something is: its version, say, or its model. */
final class Facts {
    private static final Set<String> FACTS =
            Set.of("version", "commit", "revision", "build", "branch", "release", "tag", "firmware", "fw", "ver");
    private static final Set<String> LESSER_FACTS = Set.of(
            "app",
            "application",
            "service",
            "name",
            "hostname",
            "host",
            "node",
            "ip",
            "platform",
            "os",
            "arch",
            "architecture",
            "model",
            "edition",
            "distribution",
            "driver",
            "kernel",
            "type",
            "kind",
            "product",
            "mac",
            "serial",
            "server",
            "vendor",
            "manufacturer",
            "environment",
            "region",
            "zone",
            "datacenter",
            "flavor",
            "engine",
            "location",
            "country",
            "ssid",
            "device",
            "system",
            "hardware",
            "variant",
            "image",
            "address",
            "worker",
            "language",
            "runtime",
            "database",
            "timezone",
            "mode");

    private Facts() {}

    /** Whatever the text is. */
    static boolean isFactByName(Spot spot) {
        return FACTS.contains(Words.last(spot.key()));
    }

    /** If the text is one that may be. */
    static boolean mayBeFactByName(Spot spot) {
        return spot.key().stream().anyMatch(LESSER_FACTS::contains);
    }

    static boolean isFact(String text) {
        return text.length() <= 80
                && text.chars().noneMatch(c -> c < ' ')
                && !Texts.unbounded(text).matches("UUIDs|URLs|moments|hashes");
    }

    /**
     * Gives an info one more label, unless the text changes.
     *
     * @return why not; empty when it did
     */
    static String add(Spot spot, Column column, Set<String> texts, Scope scope) {
        if (!texts.stream().allMatch(text -> text.isEmpty() || Texts.isLabel(text))) {
            return "a text that is no label";
        }
        boolean changes = column.tracks().stream().anyMatch(Column.Track::changes);
        if (changes) {
            return "a text that changed between the samples";
        }
        return scope.fact(spot) ? "" : "named like the label of the items";
    }
}
