// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
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
    private final JsonLimits limits;

    /** Where the document begins; jackson-core counts from here. */
    private final int start;

    private final Body body;

    /** The body that is read. */
    private interface Body {
        /** What is known of it near an offset. */
        Excerpt near(long offset) throws IOException;
    }

    private JsonReader(JsonLimits limits, int start, Body body) {
        this.limits = limits;
        this.start = start;
        this.body = body;
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
     * @param wanted hands out nothing
     * @throws JsonException as above
     */
    public static JsonValue read(byte[] body, JsonLimits limits, LongPredicate memory, Projection wanted)
            throws JsonException {
        int start = Excerpt.markLength(body, body.length);
        JsonReader reader = new JsonReader(limits, start, offset -> Excerpt.of(body));
        int invalid = Utf8.firstInvalid(body, start, body.length);
        try {
            if (invalid >= 0) {
                throw new Complaint(Excerpt.of(body), invalid).notUtf8();
            }
            try (JsonParser parser =
                    reader.factory().createParser(ObjectReadContext.empty(), body, start, body.length - start)) {
                return Objects.requireNonNull(reader.read(parser, Document.held(parser, memory, wanted)));
            }
        } catch (IOException | NotStreamableException impossible) {
            throw new IllegalStateException("all bytes are there, and all are wanted", impossible);
        }
    }

    /**
     * Reads a document while it comes, hands out what of it is to be handed out, and keeps what else is wanted. To know what
     * is wrong it reads to the end of the body, as if it had waited for all of it.
     *
     * @param body read to its end, but not closed
     * @param pieces takes what is handed out, on this thread
     * @return what is left; null when the pieces were not wanted any more, and then the body is not read to its end
     * @throws JsonException as above
     * @throws NotStreamableException when what was handed out may not count; the body is not read to its end then
     * @throws IOException of the body
     */
    public static @Nullable JsonValue read(
            InputStream body, JsonLimits limits, LongPredicate memory, Projection wanted, Pieces pieces)
            throws JsonException, NotStreamableException, IOException {
        StreamedBody streamed = new StreamedBody(body);
        try {
            return readToEnd(streamed, limits, memory, wanted, pieces);
        } catch (StreamedBody.NotUtf8Exception notUtf8) {
            JsonException problem = new Complaint(streamed.near(notUtf8.offset()), notUtf8.offset()).notUtf8();
            body.transferTo(OutputStream.nullOutputStream());
            throw problem;
        }
    }

    private static @Nullable JsonValue readToEnd(
            StreamedBody body, JsonLimits limits, LongPredicate memory, Projection wanted, Pieces pieces)
            throws JsonException, NotStreamableException, IOException {
        try {
            return read(body, limits, memory, wanted, pieces);
        } catch (JsonException problem) {
            body.drain();
            throw problem;
        }
    }

    private static @Nullable JsonValue read(
            StreamedBody body, JsonLimits limits, LongPredicate memory, Projection wanted, Pieces pieces)
            throws JsonException, NotStreamableException, IOException {
        JsonReader reader = new JsonReader(limits, body.skipMark(), body::near);
        try (JsonParser parser = reader.factory().createParser(ObjectReadContext.empty(), body)) {
            return reader.read(parser, Document.coming(parser, memory, wanted, pieces));
        }
    }

    /**
     * A factory for one document: it holds the table of the names it has met, and one that lives on would let a target
     * fill it with names that never come again.
     */
    private JsonFactory factory() {
        return new JsonFactoryBuilder()
                .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
                .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxNumberLength(JsonLimits.DIGITS_OF_A_NUMBER)
                        .maxStringLength(JsonLimits.CHARACTERS_OF_A_TEXT)
                        .maxNameLength(JsonLimits.BYTES_OF_A_NAME)
                        .build())
                .build();
    }

    private @Nullable JsonValue read(JsonParser parser, Document document)
            throws JsonException, NotStreamableException, IOException {
        try {
            return document(parser, document);
        } catch (StreamConstraintsException e) {
            throw complaint(parser.currentLocation()).limit(limits, e.getOriginalMessage());
        } catch (UnexpectedEndOfInputException e) {
            throw tooShort();
        } catch (StreamReadException e) {
            boolean halfCharacter = e.getOriginalMessage().contains("surrogate pair in property name");
            throw halfCharacter
                    ? complaint(e.getLocation()).halfACharacterInAName()
                    : complaint(e.getLocation()).notJson();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private @Nullable JsonValue document(JsonParser parser, Document document)
            throws JsonException, NotStreamableException, IOException {
        int values = 0;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if ((token.isScalarValue() || token.isStructStart()) && ++values > limits.nodes()) {
                throw complaint(parser.currentTokenLocation()).tooManyNodes(limits);
            }
            if (!document.take(token)) {
                throw complaint(parser.currentTokenLocation()).noMemory();
            }
            if (document.isStopped()) {
                return null;
            }
            if (document.isComplete()) {
                requireEnd(parser);
                return document.root();
            }
        }
        throw tooShort();
    }

    private void requireEnd(JsonParser parser) throws JsonException, IOException {
        try {
            if (parser.nextToken() != null) {
                throw complaint(parser.currentTokenLocation()).severalDocuments();
            }
        } catch (StreamReadException e) {
            throw complaint(e.getLocation()).trailing();
        }
    }

    private JsonException tooShort() throws IOException {
        return new Complaint(body.near(Long.MAX_VALUE), Long.MAX_VALUE).tooShort();
    }

    private Complaint complaint(TokenStreamLocation location) throws IOException {
        long offset = start + location.getByteOffset();
        return new Complaint(body.near(offset), offset);
    }
}
