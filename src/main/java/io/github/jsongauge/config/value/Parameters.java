// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.value;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The places in a text where a parameter of a probe goes, written <code>${param.NAME}</code>. Inside the loader they are kept
 * as the name between two NUL characters, which no text of a configuration can hold.
 */
public final class Parameters {
    /** What is written between <code>${</code> and <code>}</code>. */
    public static final String NAME = "param\\.[A-Za-z_][A-Za-z0-9_]*";

    private static final String PREFIX = "param.";
    private static final Pattern PLACE = Pattern.compile("\\x00([^\\x00]*)\\x00");

    private Parameters() {}

    /**
     * A part of a text.
     *
     * @param text as it is; null where a parameter goes
     * @param parameter the name of that parameter, else empty
     */
    public record Part(@Nullable String text, String parameter) {}

    /** The place of a parameter, for a text. */
    public static String place(String variable) {
        return '\0' + variable.substring(PREFIX.length()) + '\0';
    }

    /** A text with its places as they are written. */
    public static String written(String text) {
        return PLACE.matcher(text).replaceAll("\\${" + PREFIX + "$1}");
    }

    /** Whether a text has a place for a parameter. */
    public static boolean areIn(String text) {
        return text.indexOf('\0') >= 0;
    }

    /** The names of the parameters in a text. */
    public static List<String> names(String text) {
        return PLACE.matcher(text).results().map(place -> place.group(1)).toList();
    }

    /** A text in parts. */
    public static List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher place = PLACE.matcher(text);
        int done = 0;
        while (place.find()) {
            addText(parts, text.substring(done, place.start()));
            parts.add(new Part(null, place.group(1)));
            done = place.end();
        }
        addText(parts, text.substring(done));
        return parts;
    }

    private static void addText(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, ""));
        }
    }
}
