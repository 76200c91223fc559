// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.Projection;
import io.github.jsongauge.json.path.Reach;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Which lists of a document are read item by item while it comes, so that one item is held at a time: decided once, by the
 * mappings alone. A list is read so where its path tells by the place alone which values it finds, and each item is mapped by
 * what it holds itself and by labels from the root.
 */
final class Streams {
    private final Givers givers;
    private final List<StreamedList> lists = new ArrayList<>();
    private final IdentityHashMap<Object, Integer> numbers = new IdentityHashMap<>();
    /** Of those that are not. */
    private final List<StreamNote> notes = new ArrayList<>();

    /** All that looks at the document when it is complete. */
    private final List<Reader> readers = new ArrayList<>();

    private final Projection projection;
    private final boolean crowded;
    private final boolean worthwhile;

    /** Something that looks at a document from its root. */
    private record Reader(String name, BiConsumer<Reach, Reach> reach) {
        void readFrom(Reach root) {
            reach.accept(root, root);
        }
    }

    /** @param root of all mappings */
    Streams(Group root) {
        givers = new Givers(root);
        collect(root);
        Reach all = Reach.root();
        readers.forEach(reader -> reader.readFrom(all));
        lists.forEach(list -> list.follow(all, number(list.owner())));
        projection = all.projection();
        crowded = all.isCrowded();
        worthwhile = !crowded && lists.stream().anyMatch(this::drains);
    }

    private void collect(Group group) {
        group.labels().sources().forEach((name, source) -> readers.add(new Reader("label " + name, source::reach)));
        for (Mapping mapping : group.mappings()) {
            String name = mapping.family().name();
            StreamedList list = StreamedList.of(mapping);
            if (list == null || !isRead(list, list.objection())) {
                readers.add(new Reader(name, mapping::reach));
            } else if (mapping instanceof StampedMapping stamped) {
                readers.add(new Reader(name, stamped.timestamp()::reach));
            }
            readers.add(new Reader("the labels of " + name, mapping.labels()::reach));
        }
        for (Group inner : group.groups()) {
            StreamedList list = StreamedList.of(inner);
            if (list == null) {
                collect(inner);
            } else if (!isRead(list, list.objection().isEmpty() ? givers.objection(inner) : list.objection())) {
                readers.add(new Reader(list.toString(), inner::reach));
            }
        }
    }

    private boolean isRead(StreamedList list, String objection) {
        if (objection.isEmpty()) {
            numbers.put(list.owner(), lists.size());
            lists.add(list);
        } else {
            notes.add(new StreamNote(list.toString(), objection));
        }
        return objection.isEmpty();
    }

    @SuppressWarnings("ReferenceEquality")
    private String objection(StreamedList list) {
        if (crowded) {
            return "there are too many paths to follow them all";
        }
        int number = number(list.owner());
        if (drains(list)) {
            return "";
        }
        return "more of the list is needed than the item that comes, for "
                + Stream.concat(
                                readers.stream(),
                                lists.stream()
                                        .filter(other -> other != list)
                                        .map(other -> new Reader(
                                                other.toString(), (root, item) -> other.follow(root, number + 1))))
                        .filter(reader -> {
                            Reach alone = Reach.root();
                            reader.readFrom(alone);
                            list.follow(alone, number);
                            return !alone.projection().drains(number);
                        })
                        .findFirst()
                        .map(Reader::name)
                        .orElse("several together");
    }

    private boolean drains(StreamedList list) {
        return projection.drains(number(list.owner()));
    }

    /** Whether anything is gained by reading while the document comes. */
    boolean worthwhile() {
        return worthwhile;
    }

    /** How many lists are read item by item. */
    int size() {
        return lists.size();
    }

    /** The number of the list that a group or mapping is at; -1 when it is not read item by item. */
    int number(Object owner) {
        return numbers.getOrDefault(owner, -1);
    }

    /** What is wanted of the document, with all items handed out under the numbers of their lists. */
    Projection projection() {
        return projection;
    }

    /** How each list is read; worked out when somebody asks, for no reading needs it. */
    List<StreamNote> notes() {
        return Stream.concat(
                        notes.stream(), lists.stream().map(list -> new StreamNote(list.toString(), objection(list))))
                .toList();
    }
}
