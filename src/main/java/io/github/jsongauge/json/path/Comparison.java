// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

import io.github.jsongauge.json.JsonArray;
import io.github.jsongauge.json.JsonNumber;
import io.github.jsongauge.json.JsonObject;
import io.github.jsongauge.json.JsonString;
import io.github.jsongauge.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The operators that compare two values, either of which may be missing.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9535#section-2.3.5.2.2">RFC 9535, 2.3.5.2.2</a>
 */
enum Comparison {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS_OR_EQUAL("<="),
    LESS("<"),
    GREATER_OR_EQUAL(">="),
    GREATER(">");

    private final String symbol;

    Comparison(String symbol) {
        this.symbol = symbol;
    }

    String symbol() {
        return symbol;
    }

    boolean holds(@Nullable JsonValue left, @Nullable JsonValue right, Work work) {
        return switch (this) {
            case EQUAL -> equal(left, right, work);
            case NOT_EQUAL -> !equal(left, right, work);
            case LESS -> less(left, right, work);
            case LESS_OR_EQUAL -> less(left, right, work) || equal(left, right, work);
            case GREATER -> less(right, left, work);
            case GREATER_OR_EQUAL -> less(right, left, work) || equal(left, right, work);
        };
    }

    private static boolean equal(@Nullable JsonValue left, @Nullable JsonValue right, Work work) {
        if (left == null || right == null) {
            return left == right;
        }
        if (left instanceof JsonNumber a && right instanceof JsonNumber b) {
            return a.sameAs(b);
        }
        if (left instanceof JsonString a && right instanceof JsonString b) {
            return equal(a.text(), b.text(), work);
        }
        if (left instanceof JsonArray a && right instanceof JsonArray b) {
            return equal(a, b, work);
        }
        if (left instanceof JsonObject a && right instanceof JsonObject b) {
            return equal(a, b, work);
        }
        return left.equals(right);
    }

    private static boolean equal(String left, String right, Work work) {
        if (left.length() != right.length()) {
            return false;
        }
        work.text(left);
        return left.equals(right);
    }

    private static boolean equal(JsonArray left, JsonArray right, Work work) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            work.node();
            if (!equal(left.get(i), right.get(i), work)) {
                return false;
            }
        }
        return true;
    }

    private static boolean equal(JsonObject left, JsonObject right, Work work) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            work.text(left.name(i));
            if (!equal(left.value(i), right.get(left.name(i)), work)) {
                return false;
            }
        }
        return true;
    }

    private static boolean less(@Nullable JsonValue left, @Nullable JsonValue right, Work work) {
        if (left instanceof JsonNumber a && right instanceof JsonNumber b) {
            return a.lessThan(b);
        }
        if (left instanceof JsonString a && right instanceof JsonString b) {
            work.text(a.text());
            return less(a.text(), b.text());
        }
        return false;
    }

    /** By Unicode code points, not by UTF-16 as {@link String#compareTo} does. */
    private static boolean less(String left, String right) {
        int shorter = Math.min(left.length(), right.length());
        for (int i = 0; i < shorter; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                return Character.isSurrogate(a) == Character.isSurrogate(b) ? a < b : Character.isSurrogate(b);
            }
        }
        return left.length() < right.length();
    }
}
