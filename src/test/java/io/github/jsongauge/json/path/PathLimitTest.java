// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jsongauge.json.JsonValue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The work of one evaluation is counted, whatever it consists of. */
class PathLimitTest {

    @Test
    void aMillionNodesAreVisitedAndNotOneMore() {
        JsonPath all = Rfc9535.EXTENDED.compile("$.*");
        Match million = Match.root(Documents.read("[" + "1,".repeat(999_999) + "1]"));
        Match more = Match.root(Documents.read("[" + "1,".repeat(1_000_000) + "1]"));
        AtomicInteger found = new AtomicInteger();

        all.each(million, million, match -> found.incrementAndGet());

        assertThat(found).hasValue(1_000_000);
        assertThatThrownBy(() -> all.each(more, more, match -> found.incrementAndGet()))
                .isInstanceOf(PathLimitException.class)
                .hasMessage("the path visits more than 1,000,000 nodes");
        assertThat(found).hasValue(2_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$.n[?count($.n.*) == 1]",
                "$.n[?$..x]",
                "$.n[?$.n == $.m]",
                "$.n[?$.o == $.p]",
                "$.n[?$.s == $.t]",
                "$.n[?$.s < $.t]",
                "$.n[?match($.s, 'b*')]",
                "$[?search($.s, '(.?){300}b')]",
                "$.n[?match('b', $.s)]",
                "$.r[?match('b', @)]",
                "$.n[?length($.s) == 1]",
                "$..[?$..[?$..[?$..x]]]",
            })
    void workThatMultipliesIsGivenUp(String path) {
        String numbers = "[" + "1,".repeat(9_999) + "1]";
        String members = "{\"a\":" + numbers + "}";
        String patterns = IntStream.range(0, 2_000)
                .mapToObj(i -> "\"a{900}b{" + i % 1_000 + "}c{" + i / 1_000 + "}\"")
                .collect(Collectors.joining(",", "[", "]"));
        String text = '"' + "a".repeat(500_000) + '"';
        Match root = Match.root(Documents.read("{\"n\":" + numbers + ",\"m\":" + numbers + ",\"o\":" + members
                + ",\"p\":" + members + ",\"s\":" + text + ",\"t\":" + text + ",\"r\":" + patterns + "}"));
        assertThatThrownBy(() -> Rfc9535.EXTENDED.compile(path).each(root, root, match -> {}))
                .isInstanceOf(PathLimitException.class);
    }

    @Test
    void descendantsOfDescendantsOfABigDocumentAreGivenUp() {
        Match root = Match.root(Documents.read("[" + "[[1]],".repeat(200_000) + "1]"));

        assertThatThrownBy(() -> Rfc9535.EXTENDED.compile("$..*..*").each(root, root, match -> {}))
                .isInstanceOf(PathLimitException.class);
    }

    @Test
    void depthsOfDocumentsAndPathsDoNotAddUpOnTheStack() {
        JsonValue document = Documents.read("[".repeat(512) + "]".repeat(512));
        Match root = Match.root(document);
        String path = "$" + "..[?$".repeat(60) + "..x" + "]".repeat(60);

        assertThatThrownBy(() -> Rfc9535.EXTENDED.compile(path).each(root, root, match -> {}))
                .isInstanceOf(PathLimitException.class);
    }

    @Test
    void theLongestPathFitsOnTheStack() {
        String path = "$" + "..*".repeat(1_365);
        Match root = Match.root(Documents.read("[".repeat(512) + "]".repeat(512)));

        assertThatThrownBy(() -> Rfc9535.EXTENDED.compile(path).each(root, root, match -> {}))
                .isInstanceOf(PathLimitException.class);
    }

    @Test
    void aTestForExistenceStopsAtTheFirstNode() {
        Match root = Match.root(Documents.read("{\"n\":[" + "1,".repeat(900_000) + "1]}"));

        assertThat(Documents.places(Rfc9535.EXTENDED.compile("$[?$.n[*]]"), root.value()))
                .isEqualTo("$['n']");
    }

    @Test
    void hostilePatternsTakeLinearTime() {
        Match root = Match.root(Documents.read("[\"" + "a".repeat(100_000) + "\"]"));

        assertThat(Documents.places(Rfc9535.EXTENDED.compile("$[?match(@, '(.*a){15}$')]"), root.value()))
                .isEqualTo("$[0]");
    }

    @Test
    void categoriesThatADocumentBringsAreBoundedBeforeTheyAreSpelledOut() {
        String few = "[" + "\\\\p{L}".repeat(64) + "]";
        String many = "[" + "\\\\p{L}".repeat(65) + "]";
        JsonPath matching = Rfc9535.EXTENDED.compile("$[?match('x', @)]");

        assertThat(Documents.places(matching, Documents.read("[\"" + few + "\"]")))
                .isEqualTo("$[0]");
        assertThat(Documents.places(matching, Documents.read("[\"" + many + "\"]")))
                .isEmpty();
    }

    @Test
    void patternsWithCategoriesCostWhatTheyCostRe2() {
        JsonPath matching = Rfc9535.EXTENDED.compile("$[?match('x', @)]");
        String patterns = IntStream.range(0, 100)
                .mapToObj(i -> "\"[" + "\\\\p{L}".repeat(60) + "]{" + (i + 1) + "}\"")
                .collect(Collectors.joining(",", "[", "]"));
        Match root = Match.root(Documents.read(patterns));

        assertThatThrownBy(() -> matching.each(root, root, match -> {})).isInstanceOf(PathLimitException.class);
    }
}
