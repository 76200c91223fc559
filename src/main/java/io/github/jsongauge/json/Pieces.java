// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

/**
 * Takes the values that a {@link Projection} hands out, one after the other in the order in which they end, while the rest
 * of the document is still unread: whether it is good JSON at all is known only at its end.
 */
public interface Pieces {
    /** Takes nothing, because nothing is handed out. */
    Pieces NONE = new Pieces() {
        @Override
        public void pass(int path) {}

        @Override
        public boolean take(int path, Place place, JsonValue value) {
            return true;
        }
    };

    /**
     * A value that some path leads through, or ends at, begins.
     *
     * @param path its number, see {@link Projection.Piece#passed()}
     */
    void pass(int path);

    /**
     * A value is complete.
     *
     * @param path that finds it, see {@link Projection.Piece#taken()}
     * @param place where it is
     * @param value null, as JSON knows it, where only the number of values is asked for
     * @return false when the rest of the document does not matter any more
     */
    boolean take(int path, Place place, JsonValue value);
}
