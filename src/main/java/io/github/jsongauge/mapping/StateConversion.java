// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.Regex;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the JSON value of an enum becomes one of its states: {@code missing}, {@code extract}, {@code map}.
 *
 * @param states all that there are, at least one, each once, none of them empty
 * @param stateLabel shows the enum as a plain gauge with this label; null = as a StateSet, its label is the metric's name
 * @param missing what counts as missing besides null
 * @param extract group 1 of the text is what goes on
 * @param map text, or a number or boolean as written, to a state
 * @param mapDefault the state for what is neither a key of {@code map} nor a state; null = {@code unknown_state}
 */
public record StateConversion(
        List<String> states,
        @Nullable String stateLabel,
        Missing missing,
        @Nullable Regex extract,
        Map<String, String> map,
        @Nullable String mapDefault) {
    public StateConversion {
        states = List.copyOf(states);
        map = Map.copyOf(map);
        if (states.isEmpty()) {
            throw new IllegalArgumentException("must be at least one state, got none");
        }
        if (states.contains("")) {
            throw new IllegalArgumentException("must be states that are not empty, got " + states);
        }
        if (Set.copyOf(states).size() != states.size()) {
            throw new IllegalArgumentException("must be states that differ, got " + states);
        }
        for (String state : map.values()) {
            checkState(states, state);
        }
        if (mapDefault != null) {
            checkState(states, mapDefault);
        }
    }

    /** @throws IllegalArgumentException when that is none of the states */
    void checkState(String state) {
        checkState(states, state);
    }

    private static void checkState(List<String> states, String state) {
        if (!states.contains(state)) {
            throw new IllegalArgumentException("must be one of the states " + states + ", got \"" + state + "\"");
        }
    }

    /** The index of the state that a value says, -1 when it is none of them. */
    int state(JsonValue value) {
        String text = Scalars.text(value);
        if (text != null && extract != null) {
            text = extract.group(text);
        }
        if (text == null) {
            return -1;
        }
        String mapped = map.get(text);
        if (mapped != null) {
            return states.indexOf(mapped);
        }
        int state = states.indexOf(text);
        return state < 0 && mapDefault != null ? states.indexOf(mapDefault) : state;
    }
}
