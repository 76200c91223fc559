// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

/**
 * A text.
 *
 * @param text unescaped; may hold lone surrogates, which JSON allows and Unicode text does not
 */
public record JsonString(String text) implements JsonValue {

    /** Whether a text is free of lone surrogates, so that it can be written as UTF-8. */
    public static boolean wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isLowSurrogate(c) || ++i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
