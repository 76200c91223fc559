// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.yaml;

import io.github.jsongauge.config.problem.Place;
import io.github.jsongauge.config.problem.Quoted;
import java.util.List;

/** A part of a YAML file that has a place; aliases are replaced by what they stand for. */
public sealed interface Node {
    Place place();

    /** What it is, for a sentence. */
    String kind();

    /**
     * A scalar, as it was written: nothing in it is a number, a boolean or a date yet.
     *
     * @param written what stands in the file
     * @param value the same with its variables replaced
     * @param usable false when a problem with it was reported already
     */
    record Text(Place place, String written, String value, boolean usable, boolean quoted) implements Node {
        @Override
        public String kind() {
            return isAbsent() ? "empty" : "a text";
        }

        /** Whether the key has no value at all, which is not the same as {@code ""}. */
        public boolean isAbsent() {
            return written.isEmpty() && !quoted;
        }

        public boolean hasVariables() {
            return !written.equals(value);
        }

        /** The value for messages: never what came from outside. */
        public String shown() {
            return Quoted.text(written);
        }

        /**
         * What an exception says about the value, if it can show nothing but what stands in the file.
         *
         * @param otherwise what to say else
         */
        public String complaint(RuntimeException bad, String otherwise) {
            return hasVariables() ? otherwise : String.valueOf(bad.getMessage());
        }

        /**
         * The place of one of the characters of the value, as near as it can be told.
         *
         * @param offset in UTF-16 units from 0
         */
        public Place character(int offset) {
            return character(offset, 0);
        }

        /**
         * The place of a character that is some characters behind another.
         *
         * @param offset in UTF-16 units from 0
         * @param more in characters (Unicode code points)
         */
        public Place character(int offset, int more) {
            int quote = quoted ? 1 : 0;
            boolean asWritten = !hasVariables() && place.file().has(written, place.line(), place.column() + quote);
            return asWritten ? place.part(quote + written.codePointCount(0, offset) + more, 1) : place;
        }
    }

    /** A sequence. */
    record Items(Place place, List<Node> nodes) implements Node {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * A mapping.
     *
     * @param braces whether it was written with them
     */
    record Entries(Place place, List<Entry> entries, boolean braces) implements Node {
        @Override
        public String kind() {
            return "a map";
        }
    }

    /** A key and its value. */
    record Entry(Text key, Node value) {}
}
