// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
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

    /** A character of a long name in the parser, which doubles its table when it is full. */
    private static final int BYTES_OF_A_CHARACTER = 4;

    /** Names that are not longer take what the above say. */
    private static final int CHARACTERS_OF_A_SHORT_NAME = 64;

    /** A name that is known again in one object. */
    private static final int BYTES_OF_A_NAME_SEEN = 48;

    /** So much is taken at once. */
    private static final int STEP_BYTES = 8 << 10;

    private final LongPredicate memory;
    private long bytesOfTree;
    private long bytesOfLongNames;
    private final Set<String> longNames = new HashSet<>();
    private long bytesTaken;

    /** What the tree took before each of the values that will be given back. */
    private long[] before = new long[8];

    private int marks;

    /** @param memory gives so many bytes more; false when there are none */
    TreeMemory(LongPredicate memory) {
        this.memory = memory;
    }

    /** The tree has one more value. */
    void value() {
        bytesOfTree += BYTES_OF_A_VALUE;
    }

    /** A value of the tree is a text. */
    void text(int characters) {
        bytesOfTree += BYTES_OF_A_TEXT + characters;
    }

    /** The tree has so many more names. */
    void names(int more) {
        bytesOfTree += (long) BYTES_OF_A_NAME * more;
    }

    /** The parser has met a name, and keeps it. */
    void met(String name) {
        if (name.length() > CHARACTERS_OF_A_SHORT_NAME && longNames.add(name)) {
            bytesOfLongNames += (long) BYTES_OF_A_CHARACTER * name.length();
        }
    }

    /** What comes until {@link #giveBack} will be taken out of the tree. */
    void mark() {
        if (marks == before.length) {
            before = Arrays.copyOf(before, marks * 2);
        }
        before[marks++] = bytesOfTree;
    }

    /** All since the last mark is out of the tree; what was taken for it is there for what comes. */
    void giveBack() {
        bytesOfTree = before[--marks];
    }

    /**
     * Whether there is memory for the tree as it is now.
     *
     * @param namesAside names that are only in what the tree leaves out
     * @param namesSeen names of open objects that are kept to know them again
     */
    boolean suffices(int namesAside, int namesSeen) {
        long bytes = bytesOfTree
                + bytesOfLongNames
                + (long) BYTES_OF_A_NAME_ASIDE * namesAside
                + (long) BYTES_OF_A_NAME_SEEN * namesSeen;
        if (bytes - bytesTaken < STEP_BYTES) {
            return true;
        }
        boolean given = memory.test(bytes - bytesTaken);
        bytesTaken = bytes;
        return given;
    }
}
