// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.value;

import io.github.jsongauge.config.problem.DidYouMean;
import io.github.jsongauge.config.problem.ValueException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Words of which a text must be one. */
public final class Words {
    private Words() {}

    /** The constant whose name a text is, in lower case. */
    public static <E extends Enum<E>> E one(E[] constants, String text) throws ValueException {
        List<String> words = Arrays.stream(constants).map(Words::word).toList();
        return constants[words.indexOf(one(words, text))];
    }

    /** The text, if it is one of some words. */
    public static String one(List<String> words, String text) throws ValueException {
        if (!words.contains(text)) {
            throw new ValueException("must be " + anyOf(words), DidYouMean.among(words, text, ""));
        }
        return text;
    }

    /** Whether a text is {@code true}. */
    public static boolean truth(String text) throws ValueException {
        return one(List.of("true", "false"), text).equals("true");
    }

    /** How a constant is written in a configuration. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String anyOf(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
}
