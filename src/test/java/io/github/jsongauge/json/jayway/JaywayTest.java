// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.jayway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jsongauge.json.JsonException;
import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.json.JsonReader;
import io.github.jsongauge.json.JsonText;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Match;
import io.github.jsongauge.json.path.PathFailureException;
import io.github.jsongauge.json.path.PathLimitException;
import io.github.jsongauge.json.path.PathSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JaywayTest {
    private static final String DOCUMENT = """
            {"jobs": [{"id": 1, "state": "run", "took": 1.50}, {"id": "1", "state": "idle", "took": 3e1}],
             "sizes": [3, 1, 2], "one": [7], "text": "hello", "none": null,
             "lists": [{"x": [1]}, {"x": [2, 3]}, {"x": []}],
             "queues": {"a": {"depth": 4}, "b": {"depth": 6}}, "big": 1e99999999999}
            """;

    private static final JsonPath EACH_LENGTH = new Jayway().compile("$..items.length()");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$.jobs[0].took                          | $['jobs'][0]['took'] = 1.50",
                "$.jobs[-1].took                         | $['jobs'][1]['took'] = 3e1",
                "$.jobs[?(@.state == 'idle')].took       | $['jobs'][1]['took'] = 3e1",
                "$.jobs[?(@.state in ['idle','x'])].took | $['jobs'][1]['took'] = 3e1",
                "$.jobs[?(@.took > 1.5)].state           | $['jobs'][1]['state'] = \"idle\"",
                "$..depth                                | $['queues']['a']['depth'] = 4"
                        + " $['queues']['b']['depth'] = 6",
                "$.none                                  | $['none'] = null",
                "$.nothing                               | ``",
                "$.none.x                                | ``",
                "$.big                                   | $['big'] = 1e99999999999",
                "$[?(@.big > 1)]                         | ``",
            })
    void nodesAreFoundWithTheirPlaces(String path, String found) {
        assertThat(found(path)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "$.sizes.sum(), 6.0",
        "$.sizes.max(), 3.0",
        "$.sizes.length(), 3",
        "$.queues.length(), 2",
        "$.text.length(), null",
        "$.sizes.last(), 2",
        "$.queues.keys(), '[\"a\",\"b\"]'",
    })
    void functionsComputeValues(String path, String value) {
        JsonValue document = read(DOCUMENT);
        JsonPath compiled = new Jayway().compile(path);

        JsonValue computed = compiled.value(document, document);

        assertThat(compiled.singular()).isTrue();
        assertThat(computed == null ? "null" : JsonText.of(computed)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".           | $['queues']['a'] = {\"depth\":4}",
                ".depth      | $['queues']['a']['depth'] = 4",
                ".['depth']  | $['queues']['a']['depth'] = 4",
                "..depth     | $['queues']['a']['depth'] = 4",
                "$.one[0]    | $['one'][0] = 7",
            })
    void relativePathsSeeTheItemAsTheirRoot(String path, String found) {
        Match root = Match.root(read(DOCUMENT));
        List<Match> items = new ArrayList<>();
        new Jayway().compile("$.queues.*").each(root, root, items::add);

        assertThat(found(new Jayway().compile(path), root, items.get(0))).isEqualTo(found);
    }

    /** Each is in docs/jsonpath.md. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$.queues[?(@.depth > 5)]      | ``",
                "$..*.depth                    | ``",
                "$.jobs[?(@.id == 1)].state    | $['jobs'][0]['state'] = \"run\" $['jobs'][1]['state'] = \"idle\"",
                "$.queues['a','b']             | $ = {\"a\":{\"depth\":4},\"b\":{\"depth\":6}}",
                "$.sizes[2:0:-1]               | ``",
                "$.sizes[-2:3]                 | $['sizes'][1] = 1 $['sizes'][2] = 2 $['sizes'][0] = 3"
                        + " $['sizes'][1] = 1 $['sizes'][2] = 2",
            })
    void whatIsKnownToBeWrongStaysAsItIsDocumented(String path, String found) {
        assertThat(found(path)).isEqualTo(found);
    }

    /** {@code SUPPRESS_EXCEPTIONS} would make "nothing" of each, and a count of 0. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$.queues[?(@.a empty true)]",
                "$.sizes.index(5)",
                "$.none.sum()",
                "$.one.last()",
                "$..length()",
                "$.lists[?(@.x.max() == 3)]",
                "$.text[?(@.a)]",
            })
    void whatJsonPathCannotEvaluateIsNoAnswer(String path) {
        assertThatThrownBy(() -> found(path))
                .isInstanceOf(PathFailureException.class)
                .hasMessage("json-path cannot evaluate " + path + " here");
    }

    @Test
    void whatIsNotThereDoesNotEqualNull() {
        assertThat(found("$.jobs[?(@.gone == null)]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jobs             | JSONPath: expected \"$\" (the document) or \".\" (the item) at character 1",
                "$.jobs[?(@.a =~ /(a*)*b/)] | JSONPath: \"=~\" can take forever,"
                        + " use path_syntax: rfc9535 with match() or search(), found it at character 14",
                "$.jobs.append(1) | JSONPath: append() would change the document, found it at character 7",
                "$.concat($.text, 'x') | JSONPath: concat() is not supported,"
                        + " write labels with paths in braces, found it at character 2",
                "$.jobs[?(@.a     | JSONPath: expected \"]\" at character 13",
                "$.jobs[          | JSONPath: expected \"]\" at character 8",
                "$.jobs.sum(      | JSONPath: expected \")\" at character 12",
                "$.jobs[a]        | JSONPath: json-path says \"Could not parse token starting at position 6."
                        + " Expected ?, ', 0-9, *\" at character 7",
                "$.jobs[0:99999999999] | JSONPath: expected a path that json-path can read at character 1",
            })
    void whatIsRefusedIsExplained(String path, String message) {
        assertThatThrownBy(() -> new Jayway().compile(path))
                .isInstanceOf(PathSyntaxException.class)
                .hasMessage(message);
    }

    @Test
    void hugePathsAreRefused() {
        assertThatThrownBy(() -> new Jayway().compile("$" + ".a".repeat(2_100)))
                .hasMessage("JSONPath: expected at most 4,096 characters, got more at character 4097");
        assertThatThrownBy(() -> new Jayway().compile("$[?(" + "(".repeat(3_000)))
                .hasMessageStartingWith("JSONPath: nested deeper than 64 at character ");
        assertThatThrownBy(() -> new Jayway().compile("$[?(" + "!".repeat(3_000)))
                .hasMessageStartingWith("JSONPath: nested deeper than 64 at character ");
    }

    @ParameterizedTest
    @CsvSource({
        "$.a.b, true, $.a.b",
        "$.a[0]['b'].c, true, $.a[0]['b'].c",
        "$.a.*, false, $.a",
        "$.a..b, false, $.a",
        "$.a[?(@.x)].b, false, $.a",
        "$.abc[0][1:2], false, $.abc[0]",
        "$..a, false, $",
        ".a.b[*], false, .a.b",
        ".[0].*, false, .[0]",
        ".*, false, .",
    })
    void thePrefixOfAPathNamesWhatItFinds(String text, boolean singular, String prefix) {
        JsonPath path = new Jayway().compile(text);

        assertThat(path.singular()).isEqualTo(singular);
        assertThat(path.prefix()).isEqualTo(new Jayway().compile(prefix));
    }

    @Test
    void oneEvaluationLeavesNothingForTheNext() {
        JsonPath path = new Jayway().compile("$..[0].x");
        String document = "[[{\"x\":1}],[{\"x\":2}]]";

        String first = found(path, Match.root(read(document)));
        String second = found(path, Match.root(read(document)));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void threadsDoNotDisturbOneAnother() {
        long wrong = IntStream.range(0, 5_000)
                .parallel()
                .filter(i -> {
                    int length = i % 5;
                    JsonValue document = read("{\"items\":[" + "1,".repeat(length) + "1]}");
                    JsonValue found = Objects.requireNonNull(EACH_LENGTH.value(document, document));
                    return !JsonText.of(found).equals(Integer.toString(length + 1));
                })
                .count();

        assertThat(wrong).isZero();
    }

    @Test
    void theWorkOfAnEvaluationIsBounded() {
        Match root = Match.root(read("[" + "[[[[1]]]],".repeat(60_000) + "1]"));

        assertThatThrownBy(() -> found(new Jayway().compile("$..*..*"), root)).isInstanceOf(PathLimitException.class);
    }

    @Test
    void longPathsOfNodesCountAsTheWorkTheyAre() {
        String name = "n".repeat(40_000);
        Match root = Match.root(read("{\"" + name + "\":[" + "1,".repeat(10_000) + "1]}"));

        assertThatThrownBy(() -> found(new Jayway().compile("$..x"), root)).isInstanceOf(PathLimitException.class);
    }

    @Test
    void deepDocumentsDoNotOverflow() {
        Match root = Match.root(read("[".repeat(1_000) + "]".repeat(1_000)));

        assertThat(found(new Jayway().compile("$..x"), root)).isEmpty();
    }

    @Test
    void jsonPathDoesNotLog() {
        assertThat(found("$.text")).isNotEmpty();

        assertThat(Logger.getLogger("com.jayway.jsonpath.internal.path.CompiledPath")
                        .isLoggable(Level.SEVERE))
                .isFalse();
    }

    private static String found(String path) {
        return found(new Jayway().compile(path), Match.root(read(DOCUMENT)));
    }

    private static String found(JsonPath path, Match root) {
        return found(path, root, root);
    }

    private static String found(JsonPath path, Match root, Match item) {
        List<String> found = new ArrayList<>();
        path.each(root, item, match -> found.add(match.normalizedPath() + " = " + JsonText.of(match.value())));
        return String.join(" ", found);
    }

    private static JsonValue read(String json) {
        try {
            return JsonReader.read(json.getBytes(StandardCharsets.UTF_8), new JsonLimits(1_000, 5_000_000));
        } catch (JsonException e) {
            throw new AssertionError(e);
        }
    }
}
