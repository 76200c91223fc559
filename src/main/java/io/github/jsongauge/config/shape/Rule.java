// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.shape;

import java.util.List;

/** What the keys of one map say about each other. */
public sealed interface Rule {
    /** A key goes only beside another. */
    record Together(String key, String other) implements Rule {}

    /** At least one of some keys is there. */
    record Needs(List<String> keys) implements Rule {}

    /** A key does not go beside any of some others. */
    record Excludes(String key, List<String> others) implements Rule {}

    /** None of some keys is there. */
    record Forbids(List<String> keys) implements Rule {}

    /** The text of a key has a pattern. */
    record Matches(String key, String pattern) implements Rule {}

    /**
     * What holds when a key has one of some words.
     *
     * @param orAbsent whether it holds without the key too
     */
    record When(String key, List<String> words, boolean orAbsent, List<Rule> rules) implements Rule {}

    /** A key goes only beside another. */
    static Rule together(String key, String other) {
        return new Together(key, other);
    }

    /** A key is there. */
    static Rule needs(String key) {
        return new Needs(List.of(key));
    }
}
