// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.problem;

/**
 * Where something stands in a file.
 *
 * @param line from 1
 * @param column in characters (Unicode code points) from 1
 * @param width in characters, all of them on that line
 */
public record Place(YamlFile file, int line, int column, int width) {
    /** A part of what is here. */
    public Place part(int offset, int width) {
        return new Place(file, line, column + offset, width);
    }

    /** How other problems name this place. */
    @Override
    public String toString() {
        return file.name() + ":" + line + ":" + column;
    }
}
