// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import io.github.jsongauge.fetch.LargeBody;
import io.github.jsongauge.json.JsonException;
import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.json.JsonReader;
import io.github.jsongauge.json.NotStreamableException;
import io.github.jsongauge.json.path.PathLimitException;
import io.github.jsongauge.mapping.Mapped;
import io.github.jsongauge.mapping.Mapper;
import io.github.jsongauge.mapping.MappingException;
import io.github.jsongauge.mapping.MappingStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Maps one document while it comes, if it is a large one. */
final class StreamedDocument implements LargeBody {
    private final Mapper mapper;
    private final JsonLimits limits;
    private final BooleanSupplier timeIsOver;
    private @Nullable Outcome outcome;

    /** What came of it. */
    private interface Outcome {
        Mapped get() throws JsonException, MappingException, NotStreamableException;
    }

    /** @param timeIsOver asked again and again */
    StreamedDocument(Mapper mapper, JsonLimits limits, BooleanSupplier timeIsOver) {
        this.mapper = mapper;
        this.limits = limits;
        this.timeIsOver = timeIsOver;
    }

    @Override
    public void read(InputStream body, LongPredicate memory) throws IOException {
        MappingThreads.stream(() -> outcome = map(body, memory));
    }

    private Outcome map(InputStream body, LongPredicate memory) throws IOException {
        MappingStream stream = mapper.stream(timeIsOver, memory);
        try {
            Mapped mapped = stream.finish(JsonReader.read(body, limits, memory, mapper.streamProjection(), stream));
            return () -> mapped;
        } catch (JsonException | MappingException | PathLimitException | NotStreamableException failure) {
            return () -> {
                throw failure;
            };
        }
    }

    /** Whether the document was a large one, so that it was read while it came. */
    boolean wasRead() {
        return outcome != null;
    }

    /**
     * What it was mapped to; only after it was read, and if the fetch was a good one.
     *
     * @throws JsonException when it is no document, or one that exceeds a limit
     * @throws MappingException when the document as a whole cannot be shown, or the time is over
     * @throws PathLimitException when a path visits too much of it
     * @throws NotStreamableException when it must be complete to tell
     */
    Mapped mapped() throws JsonException, MappingException, NotStreamableException {
        if (outcome == null) {
            throw new IllegalStateException("the document was not read while it came");
        }
        return outcome.get();
    }
}
