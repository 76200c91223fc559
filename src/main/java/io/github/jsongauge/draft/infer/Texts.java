// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.infer;

import io.github.jsongauge.json.JsonString;
import io.github.jsongauge.mapping.Parse;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What texts look like. */
final class Texts {
    /** Longer ones are no names. */
    static final int LONGEST_LABEL = 200;

    private static final Pattern NUMBER =
            Pattern.compile("-?(?:0|[1-9][0-9]{0,99})(?:\\.[0-9]{1,100})?(?:[eE][+-]?[0-9]{1,3})?");
    private static final Pattern UUID =
            Pattern.compile("(?i)[{]?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}[}]?");
    private static final Pattern HASH = Pattern.compile("(?i)(?:sha256:)?(?=.*[0-9])[0-9a-f]{24,128}");
    private static final Pattern MAIL = Pattern.compile("[^@\\s/]{1,64}@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");
    /** Those of hosts alone are as many as there are hosts. */
    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^/]*/.+", Pattern.DOTALL);

    private static final Pattern MOMENT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ].*)?");
    private static final Pattern SECRET = Pattern.compile(
            "(?:.*_)?(?:key|apikey|token|secret|pass|passwd|password|auth|authorization|signature|credential|credentials|cookie)");
    private static final Set<String> NOTHING = Set.of(
            "n/a", "na", "none", "null", "nan", "-", "--", "", "unknown", "undefined", "not available", "unavailable");

    private Texts() {}

    /** A JSON number and no more, which a double can hold. */
    static boolean isNumber(String text) {
        String digits = text.strip();
        return NUMBER.matcher(digits).matches() && Double.isFinite(Double.parseDouble(digits));
    }

    static boolean isMoment(String text) {
        return text.length() > 10 && Parse.TIMESTAMP.reads(text, null);
    }

    /** A date, or a time of a day that is not said where. */
    static boolean isLocalMoment(String text) {
        return MOMENT.matcher(text).matches() && !isMoment(text);
    }

    /** What there are ever more of; empty when it is none of these. */
    static String unbounded(String text) {
        if (UUID.matcher(text).matches()) {
            return "UUIDs";
        }
        if (MAIL.matcher(text).matches()) {
            return "e-mail addresses";
        }
        if (URL.matcher(text).matches()) {
            return "URLs";
        }
        if (MOMENT.matcher(text).matches()) {
            return "moments";
        }
        return HASH.matcher(text).matches() ? "hashes" : "";
    }

    /** Whether a value of this name is better not shown. */
    static boolean isSecret(Spot spot) {
        return SECRET.matcher(Words.joined(spot.key())).matches();
    }

    /** A text that stands for none. */
    static boolean isNothing(String text) {
        return NOTHING.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether it can be a label that says something. */
    static boolean isLabel(String text) {
        return !text.isBlank() && text.length() <= LONGEST_LABEL && JsonString.wellFormed(text);
    }

    /** For a sentence. */
    static String shown(String text) {
        return "'" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "'";
    }
}
