// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.shape;

import java.util.ArrayList;
import java.util.List;

/**
 * A map whose keys are known.
 *
 * @param name of the shape, one word, unique
 * @param description what such a map is: a sentence
 * @param keys in the order in which they are listed to authors
 * @param rules that a map which can be loaded keeps; there are more, about values and other places
 */
public record Shape(String name, String description, List<Key> keys, List<Rule> rules) {
    public Shape {
        keys = List.copyOf(keys);
        rules = List.copyOf(rules);
    }

    /** The names of all keys. */
    public List<String> names() {
        return keys.stream().map(Key::name).toList();
    }

    /** Several lists of keys as one. */
    @SafeVarargs
    public static List<Key> keys(List<Key>... lists) {
        List<Key> all = new ArrayList<>();
        for (List<Key> list : lists) {
            all.addAll(list);
        }
        return all;
    }
}
