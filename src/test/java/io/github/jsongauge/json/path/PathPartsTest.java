// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.json.jayway.Jayway;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Going back along a path. */
class PathPartsTest {
    private static List<String> back(String text) {
        List<String> texts = new ArrayList<>();
        for (@Nullable JsonPath path = Rfc9535.EXTENDED.compile(text); path != null; path = path.parent()) {
            texts.add(path.text());
        }
        return texts;
    }

    @Test
    void eachStepBackTakesOneSegmentAway() {
        assertThat(back("$.pools[0]['a b']..x[?@.y == '.z'].*"))
                .containsExactly(
                        "$.pools[0]['a b']..x[?@.y == '.z'].*",
                        "$.pools[0]['a b']..x[?@.y == '.z']",
                        "$.pools[0]['a b']..x",
                        "$.pools[0]['a b']",
                        "$.pools[0]",
                        "$.pools",
                        "$");
    }

    @Test
    void aPathFromTheItemEndsAtTheItem() {
        assertThat(back(".a.b")).containsExactly(".a.b", ".a", ".");
        assertThat(back(".[0].a")).containsExactly(".[0].a", ".[0]", ".");
        assertThat(back("..x")).containsExactly("..x", ".");
        assertThat(back(".")).containsExactly(".");
    }

    @Test
    void whatIsLeftIsThePathOfThatText() {
        JsonPath path = Rfc9535.EXTENDED.compile(".a..b[1]");

        assertThat(path.parent()).isEqualTo(Rfc9535.EXTENDED.compile(".a..b"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"$.a.b | b", "$[\"it's\"] | it's", ".a | a", "$['a\\u0062'] | ab", "$.disk-space | disk-space"})
    void theLastNameIsWithoutQuotesAndEscapes(String text, String name) {
        assertThat(Rfc9535.EXTENDED.compile(text).lastName()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"$", "$.a[0]", "$.a.*", "$..a", "$['a','b']", "$.a[?@.b]", "$.a[1:]"})
    void whatAsksForNoSingleNameHasNoLastName(String text) {
        assertThat(Rfc9535.EXTENDED.compile(text).lastName()).isNull();
    }

    @Test
    void jsonPathsDialectDoesNotTellItsSegments() {
        JsonPath path = new Jayway().compile("$.a.b");

        assertThat(path.parent()).isNull();
        assertThat(path.lastName()).isNull();
    }
}
