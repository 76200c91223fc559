// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.value;

import io.github.jsongauge.config.shape.Form;
import io.github.jsongauge.config.shape.Form.AnyOf;
import io.github.jsongauge.config.shape.Form.Text;
import io.github.jsongauge.config.shape.Form.Word;
import java.util.Arrays;
import java.util.List;

/** How single values are written. */
public final class Forms {
    private static final String COUNT = "[0-9]{1,12}(?:\\.[0-9]{1,9})?";

    /** A length of time of one millisecond or more. */
    public static final Form DURATION = new Text("^(?=.*[1-9])" + parts() + "$");

    /** The same, or no time at all. */
    public static final Form DURATION_OR_ZERO = new Text("^(?=.)" + parts() + "$");

    /** A number of bytes. */
    public static final Form SIZE = new AnyOf(List.of(
            new Form.Numeric(1, Long.MAX_VALUE, false),
            new Text("^[0-9]{1,18}(?:\\.[0-9]{1,9})? ?(?:[kKMGT]i?B?|B)?$")));

    private Forms() {}

    /** The constants of an enum, in lower case. */
    public static Form words(Enum<?>[] constants) {
        return new Word(Arrays.stream(constants).map(Words::word).toList());
    }

    private static String parts() {
        StringBuilder parts = new StringBuilder();
        Durations.UNITS.forEach(
                unit -> parts.append("(?:").append(COUNT).append(unit).append(")?"));
        return parts.toString();
    }
}
