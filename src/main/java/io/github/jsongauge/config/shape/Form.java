// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.shape;

import java.util.List;
import java.util.function.Supplier;

/**
 * What may be written at a place, as far as that can be said without knowing other places. A text may instead have variables,
 * whose values are known at load only.
 */
public sealed interface Form {
    /** Any text; what YAML takes for a number or a boolean is a text too. */
    Form TEXT = new Text("");

    /** {@code true} or {@code false}. */
    Form TRUTH = new Truth();

    /** Any number. */
    Form NUMBER = new Numeric(-Double.MAX_VALUE, Double.MAX_VALUE, false);

    /** A path, or a text that begins as one does. */
    Form PATH = new Text("^[$.]");

    /**
     * A text.
     *
     * @param pattern that is found in it, in the part of regular expressions that Java and ECMAScript share; empty = any
     */
    record Text(String pattern) implements Form {}

    /** One of some words. */
    record Word(List<String> words) implements Form {}

    /** A number in a range, the ends included. */
    record Numeric(double least, double most, boolean whole) implements Form {}

    /** {@code true} or {@code false}. */
    record Truth() implements Form {}

    /**
     * A list.
     *
     * @param least how many elements it has at least
     */
    record ListOf(Form element, int least) implements Form {}

    /**
     * A map whose keys are names.
     *
     * @param namePattern found in each name; empty = any
     */
    record MapOf(String namePattern, Form value) implements Form {}

    /** A map whose keys are known. */
    record Keys(Supplier<Shape> shape) implements Form {}

    /** One of some forms. */
    record AnyOf(List<Form> forms) implements Form {}

    /** A map of one shape when it has a key, else of another. */
    record ByKey(String key, Supplier<Shape> with, Supplier<Shape> without) implements Form {}

    /** One of some words. */
    static Form words(String... words) {
        return new Word(List.of(words));
    }

    /** A whole number from 1. */
    static Form limit(int most) {
        return new Numeric(1, most, true);
    }

    /** A list that may be empty. */
    static Form list(Form element) {
        return new ListOf(element, 0);
    }
}
