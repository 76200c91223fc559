// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Reach;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A list of a document that may be read item by item.
 *
 * @param owner the group that is at its items, or the mapping that folds or counts them
 * @param path finds the items; of a mapping that counts what one place holds, that place
 * @param use what they are for
 */
record StreamedList(Object owner, JsonPath path, Use use) {
    /** What the items of a list are for. */
    enum Use {
        /** Each is mapped by a group. */
        EACH("each "),
        /** Their numbers are folded. */
        FOLD("the numbers at "),
        /** They are counted. */
        COUNT("the number of "),
        /** They are counted, and the path finds the list itself. */
        SIZE("the number of what is in ");

        private final String words;

        Use(String words) {
            this.words = words;
        }
    }

    /** The list that a group goes through; null if there is none. */
    static @Nullable StreamedList of(Group group) {
        return group.each() == null ? null : new StreamedList(group, group.each(), Use.EACH);
    }

    /** The list that a mapping folds or counts; null if there is none. */
    static @Nullable StreamedList of(Mapping mapping) {
        if (!(mapping.plain() instanceof NumberMapping number)) {
            return null;
        }
        if (number.source() instanceof Source.Aggregate aggregate) {
            return new StreamedList(mapping, aggregate.path(), Use.FOLD);
        }
        if (number.source() instanceof Source.Count count) {
            return new StreamedList(mapping, count.path(), count.path().singular() ? Use.SIZE : Use.COUNT);
        }
        return null;
    }

    /** Why its path does not allow it; empty if it does. */
    String objection() {
        if (!path.followable()) {
            return "the path is not one of names, indexes from the start and wildcards alone, one at a time";
        }
        return path.singular() && use != Use.SIZE ? "the path finds one value, not a list" : "";
    }

    private Reach holders(Reach root) {
        JsonPath holders = use == Use.SIZE ? path : Objects.requireNonNullElse(path.parent(), path);
        return holders.reach(root, root);
    }

    /** Has the items handed out under a number, with what is read of each; what the path asks of its list is kept. */
    void follow(Reach root, int number) {
        Reach kinds = root.kinds();
        path.prefix().reach(kinds, kinds);
        Reach items = items(kinds, root.followedBy(number));
        items.handOut(number);
        if (owner instanceof Group group) {
            group.readItems(root, items.forNow());
        }
    }

    private Reach items(Reach kinds, Reach followed) {
        if (use == Use.SIZE) {
            return holders(kinds).unseen().children();
        }
        // a wildcard is all that is behind the names
        boolean ofChildren = use == Use.COUNT && path.prefix().equals(path.parent());
        return ofChildren ? holders(followed).unseen().children() : path.reach(followed, followed);
    }

    /** For people. */
    @Override
    public String toString() {
        return use.words + path.text();
    }
}
