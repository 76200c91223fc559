// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.faults;

import static io.github.jsongauge.faults.Expected.gap;
import static io.github.jsongauge.faults.Expected.shown;

import io.github.jsongauge.mapping.SkipReason;
import java.util.List;

/** Texts that become labels; the first ones are shown, and read back exactly. */
final class HostileLabels {
    private static final String METRICS = "{name: good, path: $.good}, {name: %s, value: 1, each: $, labels: {l: .l}}";

    static final List<Fault> FAULTS = List.of(
            label("has quotes in a label", "a\\\"b", "a\\\"b"),
            label("has a line break in a label", "a\\nb", "a\\nb"),
            label("has a backslash in a label", "a\\\\nb", "a\\\\nb"),
            label("has a carriage return in a label", "a\\rb", "a\rb"),
            label("has a NUL in a label", "a\\u0000b", "a\0b"),
            label("has control characters in a label", "a\\u001b[31m\\u0085b", "a\u001b[31m\u0085b"),
            label("has an emoji in a label", "\\ud83d\\ude00", "\ud83d\ude00"),
            label(
                    "has a label that looks like metrics",
                    "\\\"} 1\\n# TYPE good counter\\ngood{target=\\\"x\\\"} 7\\n",
                    "\\\"} 1\\n# TYPE good counter\\ngood{target=\\\"x\\\"} 7\\n"),
            refused("has half a character in a label", "a\\ud800b"),
            refused("has 64 KB in a label", "x".repeat(64 << 10)));

    private HostileLabels() {}

    private static Fault label(String words, String json, String exposed) {
        return Fault.body(
                        words,
                        "{\"good\": @, \"l\": \"" + json + "\"}",
                        shown("labelled{l=\"" + exposed + "\",TARGET} 1.0"))
                .mapping(METRICS.formatted("labelled"));
    }

    private static Fault refused(String words, String json) {
        return Fault.body(words, "{\"good\": @, \"l\": \"" + json + "\"}", gap(SkipReason.BAD_LABEL))
                .mapping(METRICS.formatted("bad_item"));
    }
}
