// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows a projection through the values of one document: which of them are wanted, where they are, and until when. */
final class Course {
    private final Projection root;

    /** The arrays and objects that are open and wanted, and some that were before. */
    private @Nullable Holder[] open = new Holder[16];

    private int depth;

    /** The innermost one that is open; null outside the root. */
    private @Nullable Holder top;

    /** How many arrays and objects are open in one that is not wanted, itself included. */
    private int unwanted;

    /** How many arrays and objects are open in one that is handed out when it ends, itself included. */
    private int insidePiece;

    private int namesSeen;

    Course(Projection root) {
        this.root = root;
    }

    /** Whether what comes is inside an array or object that is not wanted. */
    boolean isAside() {
        return unwanted > 0;
    }

    /** Whether what is directly inside the innermost array or object that is wanted will not stay in the document. */
    boolean passes() {
        return insidePiece > 0 || (top != null && (!top.wanted.piece().kept() || top.wanted.drains()));
    }

    /**
     * The name of a member of an object that is wanted.
     *
     * @throws NotStreamableException if it came before, and values at it or below were handed out
     */
    void name(String name) throws NotStreamableException {
        Holder object = innermost();
        object.name = name;
        object.member = object.wanted.member(name);
        if (object.member != null && object.wanted.leads() && (object.member.leads() || object.member.isTaken())) {
            if (!object.seen().add(name)) {
                throw new NotStreamableException("a name repeats on the way to values that were handed out");
            }
            namesSeen++;
        }
    }

    /** How many names are kept to know them again. */
    int namesSeen() {
        return namesSeen;
    }

    /** What is wanted of the value that comes; null = nothing. */
    @Nullable
    Projection value() {
        if (unwanted > 0) {
            return null;
        }
        if (top == null) {
            return root;
        }
        return top.name == null ? top.wanted.element(top.next++) : top.member;
    }

    /** Where the value is that was asked for last, when that is wanted. */
    Place place() {
        if (top == null) {
            return Place.ROOT;
        }
        return new Place(top.place, top.name, top.name == null ? top.next - 1 : -1);
    }

    /** An array or object of which so much is wanted begins. */
    void open(@Nullable Projection wanted) {
        if (wanted == null) {
            unwanted++;
            return;
        }
        if (insidePiece > 0 || wanted.isTaken()) {
            insidePiece++;
        }
        Place place = wanted.leads() || wanted.isTaken() ? place() : Place.ROOT;
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
        }
        Holder holder = open[depth];
        if (holder == null) {
            holder = new Holder();
            open[depth] = holder;
        }
        depth++;
        holder.begin(wanted, place);
        top = holder;
    }

    /** Says what was wanted of the array or object that ends; null = nothing. */
    @Nullable
    Projection close() {
        if (unwanted > 0) {
            unwanted--;
            return null;
        }
        if (insidePiece > 0) {
            insidePiece--;
        }
        Holder ended = innermost();
        namesSeen -= ended.names();
        depth--;
        top = depth == 0 ? null : open[depth - 1];
        return ended.wanted;
    }

    /** Whether a value that ended, or was not wanted, is to leave no trace where it was. */
    boolean drains() {
        return insidePiece == 0 && top != null && top.wanted.drains();
    }

    /** Whether a value stays in the document when it has ended. */
    boolean keeps(Projection wanted) {
        return insidePiece > 0 || wanted.piece().kept();
    }

    private Holder innermost() {
        if (top == null) {
            throw new IllegalStateException("nothing is open");
        }
        return top;
    }

    /** An array or object that is open. */
    private static final class Holder {
        /** A set that has held more names than this is not worth clearing. */
        private static final int FEW = 64;

        private Projection wanted = Projection.EVERYTHING;

        /** Where it is, if values in it are handed out. */
        private Place place = Place.ROOT;

        /** The index of the element that comes. */
        private int next;

        /** The name of the member that comes, or came last; null in an array. */
        private @Nullable String name;

        private @Nullable Projection member;
        private @Nullable Set<String> seen;

        void begin(Projection wanted, Place place) {
            this.wanted = wanted;
            this.place = place;
            next = 0;
            name = null;
        }

        Set<String> seen() {
            if (seen == null) {
                seen = new HashSet<>();
            }
            return seen;
        }

        /** How many names it has seen; it forgets them. */
        int names() {
            if (seen == null) {
                return 0;
            }
            int count = seen.size();
            if (count > FEW) {
                seen = null;
            } else {
                seen.clear();
            }
            return count;
        }
    }
}
