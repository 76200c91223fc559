// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping.explain;

import io.github.jsongauge.json.JsonArray;
import io.github.jsongauge.json.JsonNumber;
import io.github.jsongauge.json.JsonObject;
import io.github.jsongauge.json.JsonString;
import io.github.jsongauge.json.JsonText;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.Regex;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Match;
import io.github.jsongauge.mapping.Conversion;
import io.github.jsongauge.mapping.NumberMapping;
import io.github.jsongauge.mapping.Parse;
import io.github.jsongauge.mapping.Quoted;
import io.github.jsongauge.mapping.Source;
import io.github.jsongauge.mapping.StateMapping;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may have been meant by a path that finds something else than a number or a state. */
final class ValueHints {
    private static final List<Parse> PARSES =
            List.of(Parse.BYTES, Parse.PERCENT, Parse.DURATION, Parse.TIMESTAMP, Parse.BOOLEAN, Parse.NUMBER);
    private static final Pattern ONE_NUMBER = Pattern.compile("[^0-9,]*[0-9]+(\\.[0-9]+)?[^0-9,]*");
    private static final int MEANT = 3;

    private ValueHints() {}

    /** A value that is no number. */
    static Advice ofNumber(NumberMapping mapping, JsonPath path, Match found) {
        if (mapping.source() instanceof Source.Count) {
            return Advice.NONE;
        }
        if (found.value() instanceof JsonString string) {
            return ofText(string.text(), mapping.conversion());
        }
        return ofHolder(path, found, JsonNumber.class);
    }

    private static Advice ofText(String text, Conversion conversion) {
        String part = conversion.extract() == null ? text : conversion.extract().group(text);
        if (part == null) {
            return Advice.fact("extract matches no part of it");
        }
        for (Parse parse : PARSES) {
            if (parse != conversion.parse() && parse.reads(part, conversion.timeZone())) {
                String verb = conversion.parse() == null ? "add parse: " : "change it to parse: ";
                return Advice.hint(verb + parse.name().toLowerCase(Locale.ROOT));
            }
        }
        if (Parse.TIMESTAMP.reads(part, ZoneOffset.UTC)) {
            return Advice.hint("add parse: timestamp, and a time_zone for moments without an offset");
        }
        if (ONE_NUMBER.matcher(part).matches()) {
            return Advice.hint("take the number out of it: extract: '([0-9.]+)'");
        }
        return Advice.hint("give it a number, map: {" + quoted(part) + ": 1}, or use type: enum with its states");
    }

    /** A text that is no state. */
    static Advice ofState(StateMapping mapping, Match found) {
        List<String> states = mapping.conversion().states();
        String text = text(found.value());
        if (text == null) {
            return ofHolder(mapping.path(), found, JsonString.class);
        }
        Regex extract = mapping.conversion().extract();
        String state = extract == null ? text : extract.group(text);
        if (state == null) {
            return Advice.fact("extract matches no part of it");
        }
        for (String known : states) {
            if (known.equalsIgnoreCase(state)) {
                return Advice.hint(
                        "states are compared exactly: add map: {" + quoted(state) + ": " + quoted(known) + "}");
            }
        }
        String near = NearMiss.among(states, state);
        return Advice.hint(
                near.isEmpty()
                        ? "add " + quoted(state) + " to states, or map it to one of them"
                        : "add " + quoted(state) + " to states; is " + quoted(near) + " misspelt?");
    }

    /** An array or object where a value is wanted. */
    private static Advice ofHolder(JsonPath path, Match found, Class<? extends JsonValue> wanted) {
        if (found.value() instanceof JsonArray array) {
            return array.size() == 0 ? Advice.NONE : Advice.hint(ofArray(path, array, wanted));
        }
        if (!(found.value() instanceof JsonObject object)) {
            return Advice.NONE;
        }
        List<String> usable = new ArrayList<>();
        for (Match child : Tree.children(found)) {
            if (wanted.isInstance(child.value()) && usable.size() < MEANT) {
                usable.add(PathText.member(path.text(), String.valueOf(child.key())));
            }
        }
        return new Advice(
                Tree.listed("its keys", object),
                usable.isEmpty() ? "" : Advice.didYouMean(String.join(" or ", usable)));
    }

    private static String ofArray(JsonPath path, JsonArray array, Class<? extends JsonValue> wanted) {
        String text = path.text();
        String all = PathText.all(text);
        if (wanted.isInstance(array.get(0))) {
            String first = PathText.element(text, 0);
            return Advice.didYouMean(
                    wanted == JsonNumber.class ? first + ", sum: " + all + " or count: " + text : first);
        }
        return Advice.didYouMean("each: " + all + (wanted == JsonNumber.class ? " or count: " + text : ""));
    }

    private static @Nullable String text(JsonValue value) {
        return value instanceof JsonArray || value instanceof JsonObject
                ? null
                : value instanceof JsonString string ? string.text() : JsonText.of(value);
    }

    private static String quoted(String text) {
        return '"' + Quoted.cut(text) + '"';
    }
}
