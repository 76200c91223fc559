// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import java.util.Locale;
import java.util.Set;

/** Says why a body is not read: where, what stands there, and what the body looks like instead. */
final class Complaint {
    private static final Set<String> NO_JSON = Set.of("NaN", "Infinity");

    private final Excerpt body;
    private final long offset;

    Complaint(Excerpt body, long offset) {
        this.body = body;
        this.offset = Math.max(0, Math.min(offset, body.end()));
    }

    JsonException notUtf8() {
        return syntax("invalid UTF-8 " + place(), guess(""));
    }

    JsonException tooShort() {
        return syntax(body.head().isEmpty() ? "an empty body" : "not JSON: it ends too early " + place(), guess(""));
    }

    JsonException notJson() {
        long word = wordBefore();
        if (word < offset) {
            return new Complaint(body, word).notJson();
        }
        return syntax("not JSON: unexpected " + found() + " " + place(), guess(hint()));
    }

    JsonException halfACharacterInAName() {
        return syntax("a name with half a character (an unpaired surrogate) " + place(), "");
    }

    JsonException trailing() {
        return syntax("not JSON: unexpected " + found() + " after the document " + place(), guess(""));
    }

    JsonException severalDocuments() {
        return syntax("several JSON documents: another one begins " + place(), "");
    }

    JsonException tooManyNodes(JsonLimits limits) {
        return JsonException.limit(
                String.format(Locale.ROOT, "more than %,d values, at the limit %s", limits.nodes(), place()));
    }

    JsonException noMemory() {
        return JsonException.limit(
                "no memory left for it (all documents being read share a quarter of the heap), at the limit "
                        + place());
    }

    /** Tells from jackson-core's words which of the limits it was. */
    JsonException limit(JsonLimits limits, String words) {
        String limit;
        if (words.contains("nesting depth")) {
            limit = String.format(Locale.ROOT, "nested deeper than %,d", limits.depth());
        } else if (words.contains("Number value length") || (words.contains("String value length") && inNumber())) {
            limit = String.format(Locale.ROOT, "a number of more than %,d digits", JsonLimits.DIGITS_OF_A_NUMBER);
        } else if (words.contains("String value length")) {
            limit = String.format(Locale.ROOT, "a text of more than %,d characters", JsonLimits.CHARACTERS_OF_A_TEXT);
        } else if (words.contains("Name length")) {
            limit = String.format(Locale.ROOT, "a name of more than %,d bytes", JsonLimits.BYTES_OF_A_NAME);
        } else {
            limit = "too many names with the same hash";
        }
        return JsonException.limit(limit + ", at the limit " + place());
    }

    /** jackson-core counts the digits of a number when it has them all, and its characters as those of a text before. */
    private boolean inNumber() {
        int before = body.before(offset, Excerpt.Row.NUMBER);
        return offset > 0
                && Excerpt.Row.NUMBER.has(body.at(offset - 1))
                && (before < 0 || " \t\r\n:,[".indexOf(before) >= 0);
    }

    private JsonException syntax(String message, String guess) {
        return JsonException.syntax(guess.isEmpty() ? message : message + "; " + guess);
    }

    private String place() {
        Position place = body.position(offset);
        return "at line " + place.line() + ", column " + place.column() + " (byte " + place.offset() + ")";
    }

    private String found() {
        int b = at(offset);
        return b > ' ' && b < 0x7f ? "'" + (char) b + "'" : String.format(Locale.ROOT, "byte 0x%02x", b);
    }

    /** jackson-core points behind some tokens that it does not know, so perhaps behind the body. */
    private int at(long offset) {
        return body.at(Math.min(offset, body.end() - 1)) & 0xff;
    }

    /** Where a word like NaN begins that jackson-core read as a whole before it complained; the offset when none does. */
    private long wordBefore() {
        long at = offset;
        while (at > 0 && Character.isLetter(body.at(at - 1))) {
            at--;
        }
        StringBuilder word = new StringBuilder();
        for (long i = at; i < offset; i++) {
            word.append((char) body.at(i));
        }
        return NO_JSON.contains(word.toString()) ? at : offset;
    }

    /** What a person may have meant by the byte at the offset. */
    private String hint() {
        return switch (at(offset)) {
            case '\'' -> "JSON needs double quotes";
            case 'N', 'I' -> "JSON has no NaN or Infinity";
            case '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
                body.before(offset, Excerpt.Row.BLANKS) == '+' ? "JSON has no plus signs" : "";
            case '/', '#' -> "JSON has no comments";
            case '}', ']' ->
                body.before(offset, Excerpt.Row.BLANKS) == ',' ? "JSON has no comma after the last value" : "";
            default -> "";
        };
    }

    private String guess(String hint) {
        String head = body.head().toLowerCase(Locale.ROOT);
        if (head.startsWith("\u00ff\u00fe") || head.startsWith("\u00fe\u00ff") || hasNulNearby(head)) {
            return "looks like UTF-16";
        }
        if (head.startsWith("\u001f\u008b")) {
            return "looks like gzip";
        }
        if (head.startsWith("<!doctype html") || head.startsWith("<html")) {
            return "looks like HTML";
        }
        if (head.startsWith("<")) {
            return "looks like XML or HTML";
        }
        if (head.startsWith("# help") || head.startsWith("# type")) {
            return "looks like Prometheus metrics already";
        }
        if (head.matches("(?s)[a-z_$][\\w.$]*\\(.*")) {
            return "looks like JSONP";
        }
        if (head.matches("(?s)-?(nan|inf|infinity)\\b.*")) {
            return "JSON has no NaN or Infinity";
        }
        if (offset == 0 && head.matches("(?s)[a-z].*")) {
            return "looks like text";
        }
        return hint;
    }

    private static boolean hasNulNearby(String head) {
        return head.length() > 1 && (head.charAt(0) == 0) != (head.charAt(1) == 0);
    }
}
