// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A header line to send. */
public record Header(String name, Secret value) {
    /** <a href="https://www.rfc-editor.org/rfc/rfc9110#name-tokens">RFC 9110, 5.6.2</a>. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private static final Pattern VALUE = Pattern.compile("[\\t -~]*");
    /** They decide how messages are told apart. */
    private static final Set<String> OURS =
            Set.of("host", "content-length", "transfer-encoding", "connection", "accept-encoding", "expect", "upgrade");

    /** @throws IllegalArgumentException if it cannot be sent, with a message for the config's author that repeats no value */
    public Header {
        if (!isToken(name)) {
            throw new IllegalArgumentException("must have a name of letters, digits and \"-\"");
        }
        if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("must not be " + name + ", which jsongauge sets by itself");
        }
        checkValue(value);
    }

    static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }

    static boolean isValue(String text) {
        return VALUE.matcher(text).matches();
    }

    static void checkValue(Secret value) {
        if (!isValue(value.reveal())) {
            throw new IllegalArgumentException("must have a value of printable ASCII characters, without line breaks");
        }
    }

    boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }
}
