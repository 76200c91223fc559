// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which statuses come with a document. 204 and 205 never do; 3xx is a redirect or nothing new; 407 speaks for a proxy.
 */
public final class StatusSet {
    private static final Pattern ELEMENT = Pattern.compile("([2-5]\\d\\d)(?:-([2-5]\\d\\d))?");

    /** 200-299. */
    public static final StatusSet SUCCESS = of(List.of("200-299"));

    private final BitSet codes;

    private StatusSet(BitSet codes) {
        this.codes = codes;
    }

    /**
     * Those of codes such as {@code 503} and ranges such as {@code 200-299}.
     *
     * @throws IllegalArgumentException if one is neither, or can never be accepted, with a message for the config's author
     */
    public static StatusSet of(List<String> elements) {
        BitSet codes = new BitSet();
        for (String element : elements) {
            codes.or(range(element));
        }
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("must have at least one status, such as 200-299");
        }
        return new StatusSet(codes);
    }

    private static BitSet range(String element) {
        Matcher matcher = ELEMENT.matcher(element);
        int first = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        int last = first > 0 && matcher.group(2) != null ? Integer.parseInt(matcher.group(2)) : first;
        if (first == 0 || last < first) {
            throw new IllegalArgumentException(
                    "must be a status or a range from 200 to 599, such as 503 or 200-299, got \"" + element + "\"");
        }
        BitSet range = new BitSet();
        range.set(first, last + 1);
        range.clear(204, 206);
        range.clear(300, 400);
        range.clear(407);
        if (range.isEmpty()) {
            throw new IllegalArgumentException(
                    "must not be 204, 205, 3xx or 407, which bring no document, got \"" + element + "\"");
        }
        return range;
    }

    public boolean contains(int status) {
        return codes.get(status);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StatusSet that && codes.equals(that.codes);
    }

    @Override
    public int hashCode() {
        return codes.hashCode();
    }

    @Override
    public String toString() {
        return codes.toString();
    }
}
