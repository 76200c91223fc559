// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.infer;

import io.github.jsongauge.json.JsonArray;
import io.github.jsongauge.json.JsonBoolean;
import io.github.jsongauge.json.JsonNull;
import io.github.jsongauge.json.JsonNumber;
import io.github.jsongauge.json.JsonObject;
import io.github.jsongauge.json.JsonString;
import io.github.jsongauge.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one place: a track for each item, and in it a value for each sample. A value that is missing is
 * {@link JsonNull}; where the item itself was not there in a sample, there is nothing.
 */
final class Column {
    /** What the values of a column have in common; {@code null} is left out of it. */
    enum Kind {
        NOTHING,
        NUMBER,
        BOOLEAN,
        TEXT,
        OBJECT,
        ARRAY,
        MIXED
    }

    /** The values of one item, one for each sample. */
    static final class Track {
        private final @Nullable JsonValue[] values;

        Track(@Nullable JsonValue[] values) {
            this.values = values;
        }

        int size() {
            return values.length;
        }

        @Nullable
        JsonValue at(int sample) {
            return values[sample];
        }

        /** Whether it is something else in one sample than in the one before. */
        boolean changes() {
            for (int sample = 1; sample < values.length; sample++) {
                JsonValue before = values[sample - 1];
                if (before != null && values[sample] != null && !before.equals(values[sample])) {
                    return true;
                }
            }
            return false;
        }

        @Nullable
        JsonValue last() {
            return values[values.length - 1];
        }
    }

    private final List<Track> tracks;
    private final Kind kind;
    private final boolean isComplete;

    Column(List<Track> tracks) {
        this.tracks = tracks;
        this.kind = values().map(Column::kind).reduce(Kind.NOTHING, Column::common);
        this.isComplete = tracks.stream()
                .noneMatch(track -> Arrays.stream(track.values).anyMatch(value -> value == JsonNull.NULL));
    }

    /** The column of the roots of some documents. */
    static Column of(List<JsonValue> documents) {
        return new Column(List.of(new Track(documents.toArray(new JsonValue[0]))));
    }

    private static Kind kind(JsonValue value) {
        if (value instanceof JsonNumber) {
            return Kind.NUMBER;
        }
        if (value instanceof JsonBoolean) {
            return Kind.BOOLEAN;
        }
        if (value instanceof JsonString) {
            return Kind.TEXT;
        }
        return value instanceof JsonObject ? Kind.OBJECT : Kind.ARRAY;
    }

    private static Kind common(Kind one, Kind other) {
        if (one == Kind.NOTHING || one == other) {
            return other;
        }
        boolean areNumbers =
                (one == Kind.NUMBER && other == Kind.BOOLEAN) || (one == Kind.BOOLEAN && other == Kind.NUMBER);
        return areNumbers ? Kind.NUMBER : Kind.MIXED;
    }

    Kind kind() {
        return kind;
    }

    List<Track> tracks() {
        return tracks;
    }

    /** Whether no item lacks it in any sample. */
    boolean isComplete() {
        return isComplete;
    }

    /** How many samples there are. */
    int samples() {
        return tracks.isEmpty() ? 0 : tracks.get(0).size();
    }

    /** All values that are there. */
    Stream<JsonValue> values() {
        List<JsonValue> values = new ArrayList<>();
        for (Track track : tracks) {
            for (@Nullable JsonValue value : track.values) {
                if (value != null && value != JsonNull.NULL) {
                    values.add(value);
                }
            }
        }
        return values.stream();
    }

    /** All texts that are there. */
    Stream<String> texts() {
        return values().filter(JsonString.class::isInstance).map(value -> ((JsonString) value).text());
    }

    /** The names of all members, in the order of the documents. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        values().forEach(value -> {
            if (value instanceof JsonObject object) {
                names.addAll(object.names());
            }
        });
        return names;
    }

    /** In how many items it is there. */
    long presence() {
        return tracks.stream()
                .filter(track -> Arrays.stream(track.values).anyMatch(value -> value != null && value != JsonNull.NULL))
                .count();
    }

    /** The column of one member of the objects in this one. */
    Column member(String name) {
        List<Track> members = new ArrayList<>(tracks.size());
        for (Track track : tracks) {
            @Nullable JsonValue[] values = new JsonValue[track.size()];
            for (int sample = 0; sample < values.length; sample++) {
                JsonValue holder = track.at(sample);
                values[sample] = holder == null ? null : member(holder, name);
            }
            members.add(new Track(values));
        }
        return new Column(members);
    }

    static JsonValue member(JsonValue holder, String name) {
        JsonValue value = holder instanceof JsonObject object ? object.get(name) : null;
        return value == null ? JsonNull.NULL : value;
    }

    /** The elements of an array, or the members of an object; none of anything else. */
    static List<JsonValue> children(@Nullable JsonValue holder) {
        List<JsonValue> children = new ArrayList<>();
        if (holder instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                children.add(array.get(i));
            }
        } else if (holder instanceof JsonObject object) {
            for (int i = 0; i < object.size(); i++) {
                children.add(object.value(i));
            }
        }
        return children;
    }
}
