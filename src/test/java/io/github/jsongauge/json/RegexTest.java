// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexTest {

    @Test
    void theFirstGroupOfTheFirstPlaceIsExtracted() {
        Regex regex = Regex.compile("@([a-z]*)");

        assertThat(regex.groups()).isEqualTo(1);
        assertThat(regex.group("a@b@c")).isEqualTo("b");
        assertThat(regex.group("abc")).isNull();
        assertThat(Regex.compile("a(b)?").group("a")).isNull();
    }

    @Test
    void wholesAndPartsMatch() {
        Regex regex = Regex.compile("a|ab");

        assertThat(regex.matches("ab")).isTrue();
        assertThat(regex.matches("xab")).isFalse();
        assertThat(regex.finds("xab")).isTrue();
    }

    @Test
    void expressionsAreEqualByTheirText() {
        Regex regex = Regex.compile("a+");

        assertThat(regex)
                .isEqualTo(Regex.compile("a+"))
                .hasSameHashCodeAs(Regex.compile("a+"))
                .isNotEqualTo(Regex.compile("aa*"))
                .hasToString("a+");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "(a 'missing closing ): \"(a\"'",
                "a(?=b) 'RE2 has no lookaround and no back references: \"(?=\"'",
                "(?<!a)b 'RE2 has no lookaround and no back references: \"(?<!a)b\"'",
                "(a)\\1 'RE2 has no lookaround and no back references: \"\\1\"'",
                "a** 'invalid nested repetition operator: \"**\"'",
                "(a{1000}){1000} 'the expression repeats too much'",
                "a{1001} 'invalid repeat count: \"{1001}\"'",
                "(.{0,100}){30} 'the expression repeats too much'",
            })
    void whatRe2CannotDoIsExplained(String text, String message) {
        assertThatThrownBy(() -> Regex.compile(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "a.c a[^\\n\\r]c",
                "(a|b)*c? (?:a|b)*c?",
                "a{2}b{2,}c{2,5} a{2}b{2,}c{2,5}",
                "[a-z^] [a-z\\^]",
                "[^-a-] [^\\-a\\-]",
                "[\\p{Lu}\\]\\-] [\\p{Lu}\\]\\-]",
                "\\P{L}\\.\\n \\P{L}\\.\\n",
                "`` ``",
                "a||b a||b",
                "\ud83d\ude00+ \ud83d\ude00+",
                "^a$ ^a$",
            })
    void iRegexpsAreWrittenForRe2(String text, String re2) {
        assertThat(Regex.iRegexp(text)).hasToString(re2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "\\d+ `I-Regexp has no \"\\d\", write [0-9]`",
                "\\w `I-Regexp has no \"\\w\", write [0-9A-Za-z_]`",
                "\\\ud83d\ude00 `I-Regexp has no \"\\\ud83d\ude00\"`",
                "a\\ `expected a character after the last \"\\\"`",
                "a+? `unexpected \"?\" in the expression`",
                "*a `unexpected \"*\" in the expression`",
                "a)b `unexpected \")\" in the expression`",
                "a] `unexpected \"]\" in the expression`",
                "(?:a) `unexpected \"?\" in the expression`",
                "(a `the expression ends too early`",
                "[a `the expression ends too early`",
                "[] `unexpected \"]\" in the expression`",
                "[a-b-c] `unexpected \"-\" in the expression`",
                "[a--] `unexpected \"-\" in the expression`",
                "[[:alpha:]] `unexpected \"[\" in the expression`",
                "a{ `the expression ends too early`",
                "a{,2} `unexpected \",\" in the expression`",
                "a{3,2} `expected the smaller count first in {3,2}`",
                "a{1001} `expected counts up to 1,000`",
                "((a{100}){100}) `the expression repeats too much`",
                "\\p{Greek} `expected a category like \\p{Lu}`",
                "\\pL `expected a category like \\p{Lu}`",
                "\\p{ `expected a category like \\p{Lu}`",
            })
    void whatIsNoIRegexpIsExplained(String text, String message) {
        assertThatThrownBy(() -> Regex.iRegexp(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void deepAndBrokenIRegexpsAreRefused() {
        assertThatThrownBy(() -> Regex.iRegexp("(".repeat(100_000)))
                .hasMessage("expected at most 64 parentheses in one another");
        assertThatThrownBy(() -> Regex.iRegexp("\ud83d")).hasMessage("expected no half of a surrogate pair");
    }
}
