// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import java.util.HashSet;
import java.util.Set;
import java.util.function.LongPredicate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;

/**
 * Reads one document as RFC 8259 defines it, in UTF-8 and nothing else. Two things are let pass: a byte order mark at
 * the start, and names that repeat within an object (the last one counts). One thing is refused that RFC 8259 (8.2)
 * leaves open, because jackson-core refuses it: names with an unpaired surrogate.
 */
public final class JsonReader {
    private static final int MARK_LENGTH = 3;

    /** Any integer of this many characters fits into a long. */
    private static final int LONG_CHARACTERS = 18;

    private final byte[] body;
    private final JsonLimits limits;
    private final TreeMemory memory;

    /** Where the document begins; jackson-core counts from here. */
    private final int start;

    private final TreeBuilder tree = new TreeBuilder();
    private final Course course;

    /** The names in what is not wanted: the parser keeps one of each. */
    private final Set<String> namesAside = new HashSet<>();

    /** All values of the document until now, and those that are in the tree. */
    private int nodes;

    private int nodesKept;

    private JsonReader(byte[] body, JsonLimits limits, LongPredicate memory, Projection wanted) {
        this.body = body;
        this.limits = limits;
        this.memory = new TreeMemory(memory);
        this.start = markLength(body);
        this.course = new Course(wanted);
    }

    /**
     * The document in these bytes, which are neither changed nor kept. The time and memory it takes are bounded by the
     * number of bytes that are read until a limit is met.
     *
     * @throws JsonException if they are not one JSON document, or one that exceeds a limit
     */
    public static JsonValue read(byte[] body, JsonLimits limits) throws JsonException {
        return read(body, limits, bytes -> true);
    }

    /**
     * As above, while the memory that the tree takes is asked for step by step.
     *
     * @param memory takes about so many bytes more; false when there are none
     * @throws JsonException as above, or when there is no memory
     */
    public static JsonValue read(byte[] body, JsonLimits limits, LongPredicate memory) throws JsonException {
        return read(body, limits, memory, Projection.EVERYTHING);
    }

    /**
     * As above, but keeps only what is wanted, and a null for each value that is not where it stands in an array or object
     * that is. All of the document is checked as if it were kept, and refused with the same words.
     *
     * @throws JsonException as above
     */
    public static JsonValue read(byte[] body, JsonLimits limits, LongPredicate memory, Projection wanted)
            throws JsonException {
        return new JsonReader(body, limits, memory, wanted).read();
    }

    private JsonValue read() throws JsonException {
        int invalid = Utf8.firstInvalid(body, start);
        if (invalid >= 0) {
            throw new Complaint(body, invalid).notUtf8();
        }
        try (JsonParser parser = factory().createParser(ObjectReadContext.empty(), body, start, body.length - start)) {
            return read(parser);
        }
    }

    /** How many bytes of a body are a byte order mark. */
    static int markLength(byte[] body) {
        boolean marked = body.length >= MARK_LENGTH
                && body[0] == (byte) 0xef
                && body[1] == (byte) 0xbb
                && body[2] == (byte) 0xbf;
        return marked ? MARK_LENGTH : 0;
    }

    /**
     * A factory for one document: it holds the table of the names it has met, and one that lives on would let a target
     * fill it with names that never come again.
     */
    private JsonFactory factory() {
        return new JsonFactoryBuilder()
                .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
                .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxNumberLength(JsonLimits.DIGITS_OF_A_NUMBER)
                        .maxStringLength(JsonLimits.CHARACTERS_OF_A_TEXT)
                        .maxNameLength(JsonLimits.BYTES_OF_A_NAME)
                        .build())
                .build();
    }

    private JsonValue read(JsonParser parser) throws JsonException {
        try {
            return document(parser);
        } catch (StreamConstraintsException e) {
            throw complaint(parser.currentLocation()).limit(limits, e.getOriginalMessage());
        } catch (UnexpectedEndOfInputException e) {
            throw new Complaint(body, body.length).tooShort();
        } catch (StreamReadException e) {
            boolean halfCharacter = e.getOriginalMessage().contains("surrogate pair in property name");
            throw halfCharacter
                    ? complaint(e.getLocation()).halfACharacterInAName()
                    : complaint(e.getLocation()).notJson();
        }
    }

    private JsonValue document(JsonParser parser) throws JsonException {
        JsonToken token = parser.nextToken();
        while (token != null) {
            take(token, parser);
            if (tree.complete()) {
                requireEnd(parser);
                return tree.root();
            }
            token = parser.nextToken();
        }
        throw new Complaint(body, body.length).tooShort();
    }

    private void take(JsonToken token, JsonParser parser) throws JsonException {
        switch (token) {
            case PROPERTY_NAME -> takeName(parser.currentName());
            case END_OBJECT -> {
                if (course.close()) {
                    tree.closeObject();
                }
            }
            case END_ARRAY -> {
                if (course.close()) {
                    tree.closeArray();
                }
            }
            default -> {
                if (++nodes > limits.nodes()) {
                    throw complaint(parser.currentTokenLocation()).tooManyNodes(limits);
                }
                takeValue(token, parser);
                if (!memory.suffices(nodesKept, tree.namesKept(), namesAside.size())) {
                    throw complaint(parser.currentTokenLocation()).noMemory();
                }
            }
        }
    }

    private void takeName(String name) {
        if (course.isAside()) {
            namesAside.add(name);
        } else {
            tree.name(name);
            course.name(name);
        }
    }

    private void takeValue(JsonToken token, JsonParser parser) {
        boolean holder = token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY;
        Projection wanted = course.value(tree.index());
        if (wanted != null) {
            nodesKept++;
            keep(token, parser);
        } else {
            leaveOut(token, parser);
        }
        if (holder) {
            course.open(wanted);
        }
    }

    /** Puts a null into the place of a value, unless it is within another such place. */
    private void leaveOut(JsonToken token, JsonParser parser) {
        if (!course.isAside()) {
            nodesKept++;
            tree.value(JsonNull.NULL);
        }
        if (token == JsonToken.VALUE_STRING && parser.getStringLength() > JsonLimits.CHARACTERS_OF_A_TEXT) {
            // jackson-core refuses some texts that are too long only when it makes a string of them
            parser.getString();
        }
    }

    private void keep(JsonToken token, JsonParser parser) {
        switch (token) {
            case START_OBJECT, START_ARRAY -> tree.open();
            case VALUE_STRING -> tree.value(new JsonString(text(parser)));
            case VALUE_NUMBER_INT -> tree.value(integer(parser));
            case VALUE_NUMBER_FLOAT -> tree.value(JsonNumber.written(text(parser)));
            case VALUE_TRUE -> tree.value(JsonBoolean.TRUE);
            case VALUE_FALSE -> tree.value(JsonBoolean.FALSE);
            case VALUE_NULL -> tree.value(JsonNull.NULL);
            default -> throw new IllegalStateException("no JSON token: " + token);
        }
    }

    private String text(JsonParser parser) {
        String text = parser.getString();
        memory.text(text.length());
        return text;
    }

    private JsonNumber integer(JsonParser parser) {
        int length = parser.getStringLength();
        if (length > LONG_CHARACTERS + 1
                || (length > LONG_CHARACTERS && parser.getStringCharacters()[parser.getStringOffset()] != '-')) {
            return JsonNumber.written(text(parser));
        }
        long value = parser.getLongValue();
        boolean minusZero = value == 0 && length > 1;
        return minusZero ? JsonNumber.written(text(parser)) : JsonNumber.of(value);
    }

    private void requireEnd(JsonParser parser) throws JsonException {
        try {
            if (parser.nextToken() != null) {
                throw complaint(parser.currentTokenLocation()).severalDocuments();
            }
        } catch (StreamReadException e) {
            throw complaint(e.getLocation()).trailing();
        }
    }

    private Complaint complaint(TokenStreamLocation location) {
        return new Complaint(body, start + location.getByteOffset());
    }
}
