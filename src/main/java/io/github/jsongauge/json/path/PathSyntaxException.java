// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

/** A text that is not a path; the message says what is wrong and where, fit for the path's author. */
public final class PathSyntaxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final int position;

    /**
     * A message like {@code JSONPath: expected ")" at character 24}.
     *
     * @param position where in the path, in characters (Unicode code points) from 1
     */
    public PathSyntaxException(String problem, int position) {
        super("JSONPath: " + problem + " at character " + position);
        this.position = position;
    }

    /** Where in the path, in characters (Unicode code points) from 1; one more than there are at its end. */
    public int position() {
        return position;
    }
}
