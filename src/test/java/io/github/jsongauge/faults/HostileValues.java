// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.faults;

import static io.github.jsongauge.faults.Expected.gap;
import static io.github.jsongauge.faults.Expected.shown;
import static io.github.jsongauge.faults.Expected.shownAndCounted;

import io.github.jsongauge.mapping.SkipReason;
import java.util.List;

/** Values of valid documents that are not what they should be. */
final class HostileValues {
    private static final String STATES =
            "{name: good, path: $.good}, {name: %s, type: enum, path: $.state, states: [up, down]}";

    static final List<Fault> FAULTS = List.of(
            Fault.body("leaves a value out", "{\"good\": @}", gap(SkipReason.MISSING)),
            bad("has null for a value", "null", SkipReason.MISSING),
            bad("has an object for a value", "{\"value\": @}", SkipReason.NOT_A_NUMBER),
            bad("has an array for a value", "[@]", SkipReason.NOT_A_NUMBER),
            bad("has text for a value", "\"all is well\"", SkipReason.NOT_A_NUMBER),
            bad("has control characters for a value", "\"\\u001b[31m\\u0085\\r\"", SkipReason.NOT_A_NUMBER),
            bad("has 42d for a value", "\"42d\"", SkipReason.NOT_A_NUMBER),
            bad("has 0x1p5 for a value", "\"0x1p5\"", SkipReason.NOT_A_NUMBER),
            bad("has Arabic digits for a value", "\"\u0664\u0662\"", SkipReason.NOT_A_NUMBER),
            bad("has the text NaN for a value", "\"NaN\"", SkipReason.NOT_A_NUMBER),
            bad("has 1e400 for a value", "1e400", SkipReason.OUT_OF_RANGE),
            Fault.body(
                            "has two samples with the same labels",
                            "{\"good\": @, \"items\": [{\"l\": 1, \"v\": @}, {\"l\": 1, \"v\": @}]}",
                            gap(SkipReason.DUPLICATE))
                    .mapping(
                            "{name: good, path: $.good}, {name: bad_item, each: $.items.*, path: .v, labels: {l: .l}}"),
            Fault.body(
                            "has 2^53+1 for a value",
                            "{\"good\": @, \"wide\": 9007199254740993}",
                            shown("wide{TARGET} 9.007199254740992E15"))
                    .mapping("{name: good, path: $.good}, {name: wide, path: $.wide}"),
            Fault.body(
                            "is in a state that is not known",
                            "{\"good\": @, \"state\": \"sideways\"}",
                            shownAndCounted("state{TARGET,state=\"up\"} 0", SkipReason.UNKNOWN_STATE))
                    .mapping(STATES.formatted("state")),
            Fault.body(
                            "writes its state in another case",
                            "{\"good\": @, \"state\": \"UP\"}",
                            shownAndCounted("other_case{TARGET,other_case=\"up\"} 0", SkipReason.UNKNOWN_STATE))
                    .mapping(STATES.formatted("other_case")),
            Fault.body("leaves its state out", "{\"good\": @}", gap(SkipReason.MISSING))
                    .mapping(STATES.formatted("bad_state")));

    private HostileValues() {}

    private static Fault bad(String words, String value, SkipReason reason) {
        return Fault.body(words, "{\"good\": @, \"bad\": " + value + "}", gap(reason));
    }
}
