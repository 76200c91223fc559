// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import java.util.HashSet;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One document, token by token: what of it is wanted becomes a tree, or is handed out. */
final class Document {
    /** Any integer of this many characters fits into a long. */
    private static final int LONG_CHARACTERS = 18;

    private final JsonParser parser;
    private final Pieces pieces;
    private final Course course;
    private final TreeBuilder tree = new TreeBuilder();
    private final TreeMemory memory;
    private final boolean comes;

    /** The names in what is not wanted, or not until the end: the parser keeps one of each. */
    private final Set<String> namesAside = new HashSet<>();

    private int namesKept;
    private boolean stopped;

    /** A document that is in memory as it was sent, for which who sent for it took what that is. */
    static Document held(JsonParser parser, LongPredicate memory, Projection wanted) {
        return new Document(parser, memory, wanted, Pieces.NONE, false);
    }

    /** A document of which nothing is in memory but what is taken here. */
    static Document coming(JsonParser parser, LongPredicate memory, Projection wanted, Pieces pieces) {
        return new Document(parser, memory, wanted, pieces, true);
    }

    /** @param memory gives so many bytes more; false when there are none */
    private Document(JsonParser parser, LongPredicate memory, Projection wanted, Pieces pieces, boolean comes) {
        this.comes = comes;
        this.parser = parser;
        this.pieces = pieces;
        this.course = new Course(wanted);
        this.memory = new TreeMemory(memory);
    }

    /**
     * Takes the token that the parser is at.
     *
     * @return false when there is no memory for what it adds
     */
    boolean take(JsonToken token) throws NotStreamableException {
        switch (token) {
            case PROPERTY_NAME -> takeName(parser.currentName());
            case END_OBJECT, END_ARRAY -> close(token);
            default -> takeValue(token);
        }
        return memory.suffices(namesAside.size(), course.namesSeen());
    }

    /** Whether who takes the pieces wants no more of it. */
    boolean isStopped() {
        return stopped;
    }

    boolean isComplete() {
        return tree.complete();
    }

    /** What is left of it in the end. */
    JsonValue root() {
        return tree.root();
    }

    private void takeName(String name) throws NotStreamableException {
        if (comes) {
            memory.met(name);
        }
        if (course.isAside()) {
            namesAside.add(name);
            return;
        }
        if (course.passes()) {
            namesAside.add(name);
        }
        tree.name(name);
        course.name(name);
    }

    private void takeValue(JsonToken token) {
        boolean holder = token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY;
        Projection wanted = course.value();
        if (wanted == null || wanted.piece().counted()) {
            leaveOut(token, wanted);
            if (holder) {
                course.open(null);
            }
            return;
        }
        pass(wanted);
        if (!course.keeps(wanted)) {
            memory.mark();
        }
        memory.value();
        keep(token);
        if (holder) {
            course.open(wanted);
        } else {
            end(wanted);
        }
    }

    private void close(JsonToken token) {
        Projection ended = course.close();
        if (ended == null) {
            return;
        }
        if (token == JsonToken.END_OBJECT) {
            tree.closeObject();
        } else {
            tree.closeArray();
        }
        memory.names(tree.namesKept() - namesKept);
        namesKept = tree.namesKept();
        end(ended);
    }

    /** A value that is in the tree is complete. */
    private void end(Projection ended) {
        if (ended.isTaken()) {
            handOut(ended, tree.last());
        }
        if (course.keeps(ended)) {
            return;
        }
        memory.giveBack();
        if (course.drains()) {
            tree.drop();
        } else {
            memory.value();
            tree.replace(JsonNull.NULL);
        }
    }

    /** Puts a null into the place of a value, unless that is within another such place or leaves no trace. */
    private void leaveOut(JsonToken token, @Nullable Projection counted) {
        if (counted != null) {
            pass(counted);
            handOut(counted, JsonNull.NULL);
        }
        if (!course.isAside() && !course.drains()) {
            memory.value();
            tree.value(JsonNull.NULL);
        }
        if (token == JsonToken.VALUE_STRING && parser.getStringLength() > JsonLimits.CHARACTERS_OF_A_TEXT) {
            // jackson-core refuses some texts that are too long only when it makes a string of them
            parser.getString();
        }
    }

    private void pass(Projection wanted) {
        for (int path : wanted.passed()) {
            pieces.pass(path);
        }
    }

    private void handOut(Projection wanted, JsonValue value) {
        Place place = course.place();
        for (int path : wanted.taken()) {
            stopped |= !pieces.take(path, place, value);
        }
    }

    private void keep(JsonToken token) {
        switch (token) {
            case START_OBJECT, START_ARRAY -> tree.open();
            case VALUE_STRING -> tree.value(new JsonString(text()));
            case VALUE_NUMBER_INT -> tree.value(integer());
            case VALUE_NUMBER_FLOAT -> tree.value(JsonNumber.written(text()));
            case VALUE_TRUE -> tree.value(JsonBoolean.TRUE);
            case VALUE_FALSE -> tree.value(JsonBoolean.FALSE);
            case VALUE_NULL -> tree.value(JsonNull.NULL);
            default -> throw new IllegalStateException("no JSON token: " + token);
        }
    }

    private String text() {
        String text = parser.getString();
        memory.text(text.length());
        return text;
    }

    private JsonNumber integer() {
        int length = parser.getStringLength();
        if (length > LONG_CHARACTERS + 1
                || (length > LONG_CHARACTERS && parser.getStringCharacters()[parser.getStringOffset()] != '-')) {
            return JsonNumber.written(text());
        }
        long value = parser.getLongValue();
        boolean minusZero = value == 0 && length > 1;
        return minusZero ? JsonNumber.written(text()) : JsonNumber.of(value);
    }
}
