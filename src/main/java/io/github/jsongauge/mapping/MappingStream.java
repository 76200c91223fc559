// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.JsonNull;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.NotStreamableException;
import io.github.jsongauge.json.Pieces;
import io.github.jsongauge.json.Place;
import io.github.jsongauge.json.path.Match;
import io.github.jsongauge.json.path.PathLimitException;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Maps one document while it comes. Takes what a {@link Mapper#streamProjection()} hands out; nothing of it is given on before
 * the document has come to a good end. For one thread, once.
 */
public final class MappingStream implements Pieces {
    /** So much memory is taken at once. */
    private static final int STEP_BYTES = 8 << 10;

    private final GroupPlan root;
    private final Streamer[] streamers;
    private final Run run;
    private final Streamed streamed;
    private final LongPredicate memory;
    private long bytesTaken;
    private @Nullable MappingException over;

    /** The node around the last item: the next one mostly is there too. */
    private Place lastHolder = new Place(null, null, -1);

    private Match lastMatch;

    MappingStream(GroupPlan root, Streamer[] streamers, Run run, LongPredicate memory) {
        this.memory = memory;
        this.root = root;
        this.streamers = streamers;
        this.run = run;
        this.streamed = run.streamed();
        this.lastMatch = run.root();
    }

    @Override
    public void pass(int path) {
        streamed.visit(path);
    }

    @Override
    public boolean take(int path, Place place, JsonValue value) {
        if (!streamed.goesOn(path)) {
            return true;
        }
        streamed.item(path);
        try {
            run.step();
            streamers[path].take(run, match(place, value));
            return hasMemory();
        } catch (MappingException failure) {
            if (failure.kind() == MappingException.Kind.TIME) {
                over = failure;
                return false;
            }
            streamed.fail(path, failure);
        } catch (PathLimitException failure) {
            streamed.fail(path, failure);
        }
        return true;
    }

    private boolean hasMemory() {
        long more = run.bytesHeld() - bytesTaken;
        if (more < STEP_BYTES) {
            return true;
        }
        bytesTaken += more;
        if (memory.test(more)) {
            return true;
        }
        over = new MappingException(
                MappingException.Kind.LIMIT,
                "no memory left for its samples (all documents being read share a quarter of the heap)");
        return false;
    }

    private Match match(Place place, JsonValue value) {
        Place holder = place.parent();
        if (holder == null) {
            return run.root();
        }
        if (!holder.equals(lastHolder)) {
            lastMatch = match(holder, JsonNull.NULL);
            lastHolder = holder;
        }
        return place.name() == null ? lastMatch.element(place.index(), value) : lastMatch.member(place.name(), value);
    }

    /**
     * Maps what is left, and gives all that the document became.
     *
     * @param left of the document; null when its reading was stopped
     * @throws MappingException when the document as a whole cannot be shown, or the time is over
     * @throws PathLimitException when a path visits too much of it
     * @throws NotStreamableException when only the whole document can tell
     */
    public Mapped finish(@Nullable JsonValue left) throws MappingException, NotStreamableException {
        if (over != null) {
            throw over;
        }
        if (left == null) {
            throw new IllegalStateException("the document was not read to its end");
        }
        run.complete(left);
        try {
            root.read(run, Item.top(run.root()));
        } catch (MappingException | PathLimitException failure) {
            // with a label that cannot be used it may not have failed, for then no series would have been held
            root.fillIn(run, new String[0]);
            throw failure;
        }
        root.fillIn(run, new String[0]);
        return run.result();
    }
}
