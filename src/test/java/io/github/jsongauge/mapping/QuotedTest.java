// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.json.JsonNumber;
import io.github.jsongauge.json.JsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a target says cannot forge a log line, turn it around, or make it long. */
class QuotedTest {
    @Test
    void aTextOfTheLongestLengthStaysWholeAndOneMoreIsCut() {
        assertThat(Quoted.cut("x".repeat(200))).isEqualTo("x".repeat(200));
        assertThat(Quoted.cut("x".repeat(201))).isEqualTo("x".repeat(199) + "…");
    }

    @Test
    void aTextIsCutByItsLengthOnceItIsEscaped() {
        assertThat(Quoted.cut("\n".repeat(33) + "xx")).isEqualTo("\\u000a".repeat(33) + "xx");
        assertThat(Quoted.cut("\n".repeat(33) + "xxx")).isEqualTo("\\u000a".repeat(33) + "x…");
        assertThat(Quoted.cut("\n".repeat(1_000))).isEqualTo("\\u000a".repeat(33) + "…");
        assertThat(Quoted.cut("\"".repeat(1_000))).isEqualTo("\\\"".repeat(99) + "…");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x1b, 0x7f, 0x85, 0xad, 0x061c, 0x200b, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2060,
                0x2066, 0x2069, 0xfeff, 0xfffb, 0xd800, 0xdfff
            })
    void whatIsNotSeenOrTurnsTextAroundIsEscaped(int character) {
        assertThat(Quoted.cut("a" + (char) character + "b")).isEqualTo(String.format("a\\u%04xb", character));
    }

    @Test
    void charactersBeyondThePlaneOfMostAreEscapedAsTheJsonWouldWriteThem() {
        assertThat(Quoted.cut("\udb40\udc01")).isEqualTo("\\udb40\\udc01");
        assertThat(Quoted.cut("é°µ漢")).isEqualTo("é°µ漢");
    }

    @Test
    void valuesAreQuotedAsTheyAreWritten() {
        assertThat(Quoted.value(new JsonString("a\"\\b"))).isEqualTo("\"a\\\"\\\\b\"");
        assertThat(Quoted.value(JsonNumber.of(15))).isEqualTo("15");
        assertThat(Quoted.value(new JsonString("\u202e".repeat(500)))).hasSize(2 + 33 * 6 + 1);
    }
}
