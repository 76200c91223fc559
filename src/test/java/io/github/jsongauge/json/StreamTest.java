// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jsongauge.Trickle;
import io.github.jsongauge.json.path.Reach;
import io.github.jsongauge.json.path.Rfc9535;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a document is handed out while it comes, and what is left of it. */
class StreamTest {
    /** Writes down what it is handed. */
    private static final class Notes implements Pieces {
        private final List<String> taken = new ArrayList<>();
        private int passed;

        @Override
        public void pass(int path) {
            passed++;
        }

        @Override
        public boolean take(int path, Place place, JsonValue value) {
            taken.add(text(place) + " " + JsonText.of(value));
            return !value.equals(new JsonString("stop"));
        }

        private static String text(Place place) {
            if (place.parent() == null) {
                return "$";
            }
            return text(place.parent()) + (place.name() == null ? "[" + place.index() + "]" : "." + place.name());
        }
    }

    private final Notes notes = new Notes();

    private static Projection handedOut(String list, String... kept) {
        Reach root = Reach.root();
        for (String path : kept) {
            Rfc9535.EXTENDED.compile(path).reach(root, root);
        }
        Reach followed = root.followedBy(0);
        Reach items = Rfc9535.EXTENDED.compile(list).reach(followed, followed);
        items.everything();
        items.handOut(0);
        return root.projection();
    }

    private String left(InputStream body, Projection wanted) throws Exception {
        JsonValue left = JsonReader.read(body, JsonLimits.DEFAULT, bytes -> true, wanted, notes);
        return left == null ? "stopped" : JsonText.of(left);
    }

    private static InputStream body(String json) {
        return Trickle.of(json.getBytes(UTF_8), new Random(json.length()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$.l[*]    | $.l[0] {\"a\":1}, $.l[1] [2]",
                "$.*       | $.l [{\"a\":1},[2]], $.n 3",
                "$.l[1][*] | $.l[1][0] 2",
                "$.l[*].a  | $.l[0].a 1",
                "$.no[*]   | ``",
            })
    void whatAPathFindsIsHandedOut(String path, String taken) throws Exception {
        assertThat(left(body("{\"l\":[{\"a\":1},[2]],\"n\":3}"), handedOut(path)))
                .isEqualTo("{}");
        assertThat(String.join(", ", notes.taken)).isEqualTo(taken);
    }

    @Test
    void whatElseIsWantedIsKept() throws Exception {
        assertThat(left(body("{\"n\":3,\"l\":[{\"a\":1},7],\"m\":[4]}"), handedOut("$.l[*]", "$.n", "$.l", "$.m[0]")))
                .isEqualTo("{\"n\":3,\"l\":[null,null],\"m\":[4]}");
        assertThat(notes.taken).containsExactly("$.l[0] {\"a\":1}", "$.l[1] 7");
        assertThat(notes.passed).as("nodes that the path visits").isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"l\":[1],\"l\":[2]}",
                "{\"l\":[1],\"n\":{\"l\":1,\"l\":2},\"l\":3}",
            })
    void aNameThatRepeatsOnTheWayToTheListCannotBeStreamed(String json) {
        assertThatThrownBy(() -> left(body(json), handedOut("$.l[*]")))
                .isInstanceOf(NotStreamableException.class)
                .hasMessage("a name repeats on the way to values that were handed out");
    }

    @Test
    void aNameThatRepeatsElsewhereIsAsInATree() throws Exception {
        assertThat(left(body("{\"n\":1,\"l\":[{\"a\":1,\"a\":2}],\"n\":2}"), handedOut("$.l[*]", "$.n")))
                .isEqualTo("{\"n\":2,\"l\":null}");
        assertThat(notes.taken).containsExactly("$.l[0] {\"a\":2}");
    }

    @Test
    void aByteOrderMarkAndLongCharactersMaySpreadOverReads() throws Exception {
        String item = "\"\u00e9\u20ac\ud83d\ude00\"";
        String json = "\ufeff[" + item + (",\n" + item).repeat(40_000) + "]";

        assertThat(left(body(json), handedOut("$[*]"))).isEqualTo("[]");
        assertThat(notes.taken).hasSize(40_001).allMatch(taken -> taken.endsWith("] " + item));
    }

    @Test
    void placesOfProblemsAreCountedFromTheBeginning() {
        String lines = "{\"a\":1},\n".repeat(100_000);

        assertThatThrownBy(() -> left(body("[\n" + lines + "{\"a\":}]"), handedOut("$[*]")))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("line 100002, column 6");
    }

    /** What the body is comes before what is in it, as if it had been read first. */
    @Test
    void brokenUtf8BehindAProblemWins() {
        byte[] body = ("[1,}" + " ".repeat(500_000) + "\u0080").getBytes(ISO_8859_1);

        assertThatThrownBy(() -> left(new ByteArrayInputStream(body), handedOut("$[*]")))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void aBodyThatBreaksOffBehindAProblemWins() {
        InputStream breaking = new ByteArrayInputStream("[1,}]".getBytes(UTF_8)) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                int count = super.read(bytes, offset, length);
                if (count < 0) {
                    throw new IllegalStateException("the connection broke");
                }
                return count;
            }
        };

        assertThatThrownBy(() -> left(breaking, handedOut("$[*]"))).hasMessage("the connection broke");
    }

    @Test
    void whoWantsNoMoreEndsTheReading() throws Exception {
        byte[] body = ("[\"go\",\"stop\"" + ",1".repeat(500_000) + "]").getBytes(UTF_8);
        InputStream rest = new ByteArrayInputStream(body);

        assertThat(left(rest, handedOut("$[*]"))).isEqualTo("stopped");
        assertThat(notes.taken).containsExactly("$[0] \"go\"", "$[1] \"stop\"");
        assertThat(rest.available()).as("bytes that were not read").isGreaterThan(body.length / 2);
    }

    @Test
    void whatWasHandedOutTakesNoMemory() throws Exception {
        String json = IntStream.range(0, 100_000)
                .mapToObj(i -> "{\"name\":\"item " + i + "\",\"value\":" + i + "}")
                .collect(Collectors.joining(",", "{\"list\":[", "]}"));
        AtomicLong memory = new AtomicLong();

        JsonReader.read(
                body(json), JsonLimits.DEFAULT, more -> memory.addAndGet(more) > 0, handedOut("$.list[*]"), notes);

        assertThat(notes.taken).hasSize(100_000);
        assertThat(memory.get()).isLessThan(64 << 10);
    }

    /** The parser keeps them, whoever wants them. */
    @Test
    void longNamesTakeMemory() throws Exception {
        String json = IntStream.range(0, 100)
                .mapToObj(i -> "{\"" + i + "n".repeat(10_000) + "\":1}")
                .collect(Collectors.joining(",", "{\"list\":[", "]}"));
        AtomicLong memory = new AtomicLong();

        JsonReader.read(
                body(json), JsonLimits.DEFAULT, more -> memory.addAndGet(more) > 0, handedOut("$.list[*]"), notes);

        assertThat(memory.get()).isBetween(2_000_000L, 6_000_000L);
    }

    @Test
    void namesThatMustBeKnownAgainTakeMemory() throws IOException {
        String json = IntStream.range(0, 10_000)
                .mapToObj(i -> "\"name" + i + "\":[" + i + "]")
                .collect(Collectors.joining(",", "{", "}"));

        assertThatThrownBy(() -> {
                    AtomicLong memory = new AtomicLong(500_000);
                    JsonReader.read(
                            body(json),
                            JsonLimits.DEFAULT,
                            more -> memory.addAndGet(-more) > 0,
                            handedOut("$.*[*]"),
                            notes);
                })
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("memory");
    }

    /** Also where what tells it is too far back to be in memory. */
    @Test
    void whatIsWrongIsSaidAsOfAWholeDocument() {
        String blanks = " ".repeat(300_000);
        List<String> bodies = new ArrayList<>(List.of(
                "[1," + "7".repeat(2 << 20) + "]",
                "[1,\"" + "7".repeat(2 << 20) + "\"]",
                "[1,2," + blanks + "]",
                "[1,2" + blanks + "}",
                "[1,+" + blanks + "2]"));
        for (int more = 0; more < 20; more++) {
            bodies.add(blanks.substring(0, 6 * (32 << 10) - more) + "<!doctype html><p>" + blanks);
        }
        for (String body : bodies) {
            byte[] bytes = body.getBytes(UTF_8);
            String whole = message(() -> JsonReader.read(bytes, JsonLimits.DEFAULT));
            assertThat(message(() -> left(new ByteArrayInputStream(bytes), handedOut("$[*]"))))
                    .as(body.substring(0, 20).strip())
                    .isEqualTo(whole);
        }
    }

    private static String message(ThrowableAssert.ThrowingCallable reading) {
        return String.valueOf(
                Assertions.catchThrowableOfType(JsonException.class, reading).getMessage());
    }

    @Test
    void aPlaceBehindTwoGigabytesIsNamed() {
        int blanks = Integer.MAX_VALUE / (1 << 20) + 2;
        byte[] megabyte = " ".repeat(1 << 20).getBytes(UTF_8);
        InputStream parts = new SequenceInputStream(Collections.enumeration(Stream.concat(
                        Stream.concat(
                                Stream.of("[1,".getBytes(UTF_8)),
                                Stream.generate(() -> megabyte).limit(blanks)),
                        Stream.of("x]".getBytes(UTF_8)))
                .map(ByteArrayInputStream::new)
                .toList()));
        long offset = 3 + ((long) blanks << 20);

        assertThatThrownBy(() -> left(parts, handedOut("$[*]")))
                .isInstanceOf(JsonException.class)
                .hasMessage("not JSON: unexpected 'x' at line 1, column %d (byte %d)", offset + 1, offset);
    }
}
