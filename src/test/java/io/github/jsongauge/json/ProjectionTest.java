// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.Trickle;
import io.github.jsongauge.json.path.Reach;
import io.github.jsongauge.json.path.Rfc9535;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept of a document for some paths, and that the rest of it is checked all the same. */
class ProjectionTest {
    private static final JsonLimits SMALL = new JsonLimits(20, 200);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$.a           | {\"a\":{\"b\":null,\"c\":null},\"l\":null,\"s\":null}",
                "$.a.b         | {\"a\":{\"b\":1,\"c\":null},\"l\":null,\"s\":null}",
                "$.a.b.c       | {\"a\":{\"b\":1,\"c\":null},\"l\":null,\"s\":null}",
                "$.a..b        | {\"a\":{\"b\":1,\"c\":[2]},\"l\":null,\"s\":null}",
                "$.l           | {\"a\":null,\"l\":[null,null,null],\"s\":null}",
                "$.l[1].x      | {\"a\":null,\"l\":[null,{\"x\":4,\"y\":null},null],\"s\":null}",
                "$.l[-1].x     | {\"a\":null,\"l\":[{\"x\":3,\"y\":null},{\"x\":4,\"y\":null},7],\"s\":null}",
                "$.l[*].y      | {\"a\":null,\"l\":[{\"x\":null,\"y\":{\"z\":null}},{\"x\":null,\"y\":[]},7],\"s\":null}",
                "$.l[?@.x == 3].y.z | {\"a\":null,\"l\":[{\"x\":3,\"y\":{\"z\":1}},{\"x\":4,\"y\":[]},7],\"s\":null}",
                "$.l[?@.x == $.a.c[0]] | {\"a\":{\"b\":null,\"c\":[2]},\"l\":[{\"x\":3,\"y\":null},"
                        + "{\"x\":4,\"y\":null},7],\"s\":null}",
                "$.l[?@.y]     | {\"a\":null,\"l\":[{\"x\":null,\"y\":{\"z\":null}},{\"x\":null,\"y\":[]},7],\"s\":null}",
                "$['a','s']    | {\"a\":{\"b\":null,\"c\":null},\"l\":null,\"s\":\"text\"}",
                "$.*           | {\"a\":{\"b\":null,\"c\":null},\"l\":[null,null,null],\"s\":\"text\"}",
                "$             | {\"a\":null,\"l\":null,\"s\":null}",
            })
    void ofWhatNoPathSeesANullIsLeft(String path, String left) throws JsonException {
        String json =
                "{\"a\":{\"b\":1,\"c\":[2]},\"l\":[{\"x\":3,\"y\":{\"z\":1}},{\"x\":4,\"y\":[]},7],\"s\":\"text\"}";

        assertThat(JsonText.of(read(json.getBytes(UTF_8), JsonLimits.DEFAULT, wanted(path))))
                .isEqualTo(left);
    }

    @Test
    void placesOfWildcardsAndNamesAreOne() throws JsonException {
        byte[] json = "{\"a\":{\"x\":1,\"y\":2,\"z\":3},\"b\":{\"x\":4,\"y\":5,\"z\":6}}".getBytes(UTF_8);

        assertThat(JsonText.of(read(json, JsonLimits.DEFAULT, wanted("$.a.x", "$.*.y"))))
                .isEqualTo("{\"a\":{\"x\":1,\"y\":2,\"z\":null},\"b\":{\"x\":null,\"y\":5,\"z\":null}}");
        assertThat(JsonText.of(read(json, JsonLimits.DEFAULT, wanted("$.*.y", "$.a..x"))))
                .isEqualTo("{\"a\":{\"x\":1,\"y\":2,\"z\":3},\"b\":{\"x\":null,\"y\":5,\"z\":null}}");
    }

    @Test
    void whereThereAreTooManyPlacesAllThatIsBelowIsKept() throws JsonException {
        String json = "{\"a\":".repeat(300) + "{\"x\":1}" + "}".repeat(300);
        String[] many = IntStream.range(0, 20_000).mapToObj(i -> "$.a" + i).toArray(String[]::new);
        String product = "$" + "['a','b','c','d','e','f','g','h']".repeat(100);
        String deep = "$" + ".a".repeat(2_000);

        for (Projection wanted : List.of(wanted(many), wanted(product), wanted(deep))) {
            assertThat(JsonText.of(read(json.getBytes(UTF_8), JsonLimits.DEFAULT, wanted)))
                    .isEqualTo(json);
        }
    }

    /** A name here and wildcards there could make a place of their own for each combination. */
    @Test
    void wildcardsAndNamesThatCrossDoNotMultiply() throws JsonException {
        String json = "{\"a\":".repeat(31) + "1" + "}".repeat(31);
        String[] crossed = IntStream.range(0, 31)
                .mapToObj(i -> "$" + ".*".repeat(i) + ".a" + ".*".repeat(30 - i))
                .toArray(String[]::new);

        assertThat(JsonText.of(read(json.getBytes(UTF_8), JsonLimits.DEFAULT, wanted(crossed))))
                .isEqualTo(json);
    }

    @Test
    void ofRepeatedNamesTheLastCounts() throws JsonException {
        byte[] json = "{\"a\":{\"b\":1},\"c\":[],\"c\":[1],\"a\":{\"b\":2,\"d\":4,\"d\":5}}".getBytes(UTF_8);

        assertThat(JsonText.of(read(json, JsonLimits.DEFAULT, wanted("$.a.b"))))
                .isEqualTo("{\"a\":{\"b\":2,\"d\":null},\"c\":null}");
    }

    /** Documents as they are, and cut off, and with one byte changed. */
    @ParameterizedTest
    @MethodSource("documents")
    void whatIsNotWantedIsRefusedWithTheSameWords(String document) {
        assertRefusedAlike(document.getBytes(UTF_8), SMALL);
        Random random = new Random(document.hashCode());
        for (int i = 0; i < 30; i++) {
            byte[] body = document.getBytes(UTF_8);
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            assertRefusedAlike(body, SMALL);
            assertRefusedAlike(
                    document.substring(0, random.nextInt(document.length())).getBytes(UTF_8), SMALL);
        }
    }

    static Stream<String> documents() {
        Stream<String> hostile = Stream.of(
                "1",
                "-0",
                "1e400",
                "[042]",
                "[1.]",
                "[.5]",
                "[0x2A]",
                "[+1]",
                "NaN",
                "-Infinity",
                "1 2",
                "1,",
                "1]",
                "[1,]",
                "[1}",
                "{\"b\":1,}",
                "{\"b\"}",
                "{b:1}",
                "[1 //x\n]",
                "['a']",
                "tru",
                "truex",
                "nul",
                "\"a",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\ud800\"",
                "\"a\0\"",
                "\"a\tb\"",
                "{\"\\ud800\":2}",
                "{\"b\":1,\"b\":[2]}",
                "{}{}",
                "[]]",
                "[\"" + "x".repeat(70_000) + "\"]",
                "[\"\u00e9\u20ac\ud83d\ude00\"]",
                "[\u00e9]",
                "[".repeat(19) + "]".repeat(19),
                "[".repeat(20) + "]".repeat(20),
                "[".repeat(50),
                "{\"b\":".repeat(19) + "1" + "}".repeat(19),
                "[" + "1,".repeat(196) + "1]",
                "[" + "1,".repeat(197) + "1]",
                "[" + "[],".repeat(199) + "1]",
                "1".repeat(1_000),
                "1".repeat(1_001),
                "-0." + "1".repeat(1_001),
                "[1" + "0".repeat(400_000) + "]",
                "{\"" + "n".repeat(50_000) + "\":1}",
                "{\"" + "n".repeat(50_100) + "\":1}",
                IntStream.range(0, 100)
                        .mapToObj(i -> "{\"n" + i + "\":" + i + ",\"same\":\"t\"}")
                        .collect(Collectors.joining(",", "[", "]")));
        return hostile.flatMap(value -> Stream.of(
                "{\"wanted\":1,\"aside\":" + value + "}",
                "{\"aside\":{\"in\":[1," + value + ",\"x\"],\"it\":2},\"wanted\":{\"a\":1}}",
                "\ufeff [\n" + value + ",\n{}]"));
    }

    @ParameterizedTest
    @MethodSource
    void textsOfAboutTheLimitAreRefusedAlike(String text) {
        for (int more = -1; more <= 1; more++) {
            String long1 = text.repeat((1 << 20) / text.translateEscapes().length() - 1) + "y".repeat(2 + more);
            for (String document : List.of("[1,[\"%s\",2],\"z\"]", "[\"%s")) {
                assertRefusedAlike(document.formatted(long1).getBytes(UTF_8), JsonLimits.DEFAULT);
            }
        }
        assertRefusedAlike(("[\"" + text.repeat(2 << 20) + "\"]").getBytes(UTF_8), JsonLimits.DEFAULT);
    }

    static Stream<String> textsOfAboutTheLimitAreRefusedAlike() {
        return Stream.of("a", "\u00e9", "\u20ac", "\\n", "\ud83d\ude00");
    }

    @Test
    void brokenUtf8IsRefusedAlike() {
        for (String inner :
                List.of("\u00c0\u0080", "\u00ed\u00a0\u0080", "\u00f4\u0090\u0080\u0080", "\u0080", "\u00c3")) {
            assertRefusedAlike(("{\"aside\":[\"" + inner + "\"],\"wanted\":1}").getBytes(ISO_8859_1), SMALL);
        }
    }

    @Test
    void namesWithOneHashAreRefusedToo() {
        byte[] body = IntStream.range(0, 200_000)
                .mapToObj(i -> "\""
                        + Integer.toBinaryString(i + (1 << 18))
                                .replace("0", "Aa")
                                .replace("1", "BB") + "\":1")
                .collect(Collectors.joining(",", "{\"aside\":{", "}}"))
                .getBytes(UTF_8);

        assertThat(refusal(body, JsonLimits.DEFAULT, wanted("$.wanted")))
                .startsWith("true: too many names with the same hash, at the limit at line 1, column ");
    }

    private static void assertRefusedAlike(byte[] body, JsonLimits limits) {
        String refusal = refusal(body, limits, Projection.EVERYTHING);

        for (Projection wanted : List.of(wanted("$.wanted"), wanted("$"), wanted("$.aside.in[2]", "$[*].b"))) {
            assertThat(refusal(body, limits, wanted)).isEqualTo(refusal);
        }
        for (String list : List.of("$[*]", "$.aside.in[*]", "$.aside")) {
            String streamed = streamedRefusal(body, limits, handedOut(list));
            assertThat(streamed).as("while it comes").isIn(refusal, "not streamable");
        }
    }

    private static Projection handedOut(String list) {
        Reach root = Reach.root();
        Reach followed = root.followedBy(0);
        Rfc9535.EXTENDED.compile(list).reach(followed, followed).handOut(0);
        return root.projection();
    }

    private static String streamedRefusal(byte[] body, JsonLimits limits, Projection wanted) {
        try {
            JsonReader.read(Trickle.of(body, new Random(body.length)), limits, bytes -> true, wanted, Pieces.NONE);
            return "";
        } catch (JsonException refused) {
            return refused.isLimit() + ": " + refused.getMessage();
        } catch (NotStreamableException onlyAsAWhole) {
            return "not streamable";
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String refusal(byte[] body, JsonLimits limits, Projection wanted) {
        try {
            read(body, limits, wanted);
            return "";
        } catch (JsonException refused) {
            return refused.isLimit() + ": " + refused.getMessage();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a%1$d\":%1$d}      | 130 | 150",
                "{\"a\":%d,\"b\":\"%d\"} | 0   | 1",
                "[[%d],[[%d]]]         | 0   | 1",
                "\"a long text %d\"    | 0   | 1",
            })
    void whatIsNotWantedTakesNoMemoryButForItsNames(String item, int least, int most) throws JsonException {
        String document = IntStream.range(0, 10_000)
                .mapToObj(i -> item.replace("%1$d", "%d").replace("%d", String.valueOf(i)))
                .collect(Collectors.joining(",", "{\"aside\":[", "]}"));
        AtomicLong taken = new AtomicLong();

        JsonReader.read(
                document.getBytes(UTF_8), JsonLimits.DEFAULT, bytes -> taken.addAndGet(bytes) > 0, wanted("$.wanted"));

        assertThat(taken.get() / 10_000).isBetween((long) least, (long) most);
    }

    private static JsonValue read(byte[] body, JsonLimits limits, Projection wanted) throws JsonException {
        return JsonReader.read(body, limits, bytes -> true, wanted);
    }

    private static Projection wanted(String... paths) {
        Reach root = Reach.root();
        for (String path : paths) {
            Rfc9535.EXTENDED.compile(path).reach(root, root);
        }
        return root.projection();
    }
}
