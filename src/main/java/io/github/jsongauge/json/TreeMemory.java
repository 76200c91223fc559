// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import java.util.function.LongPredicate;

/** Takes memory for a tree as it grows. How much that is was measured, of the documents that take most for their size. */
final class TreeMemory {
    /** A value with its place in its holder. */
    private static final int BYTES_OF_A_VALUE = 40;

    /** A text beside its characters; so much also takes a number that is kept as it is written. */
    private static final int BYTES_OF_A_TEXT = 40;

    /** A name in the tree and in the parser. */
    private static final int BYTES_OF_A_NAME = 160;

    /** A name in the parser alone, and beside the tree to know it again. */
    private static final int BYTES_OF_A_NAME_ASIDE = 140;

    /** So much is taken at once. */
    private static final int STEP_BYTES = 8 << 10;

    private final LongPredicate memory;
    private long bytesOfTexts;
    private long bytesTaken;

    /** @param memory gives so many bytes more; false when there are none */
    TreeMemory(LongPredicate memory) {
        this.memory = memory;
    }

    /** A value of the tree is a text. */
    void text(int characters) {
        bytesOfTexts += BYTES_OF_A_TEXT + characters;
    }

    /**
     * Whether there is memory for a tree with all the texts until now, and so many values and names.
     *
     * @param namesAside names that are only in what the tree leaves out
     */
    boolean suffices(int values, int names, int namesAside) {
        long bytes = (long) BYTES_OF_A_VALUE * values
                + (long) BYTES_OF_A_NAME * names
                + (long) BYTES_OF_A_NAME_ASIDE * namesAside
                + bytesOfTexts;
        if (bytes - bytesTaken < STEP_BYTES) {
            return true;
        }
        boolean given = memory.test(bytes - bytesTaken);
        bytesTaken = bytes;
        return given;
    }
}
