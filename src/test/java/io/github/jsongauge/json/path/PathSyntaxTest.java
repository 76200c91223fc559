// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the author of a path reads who made a mistake. */
class PathSyntaxTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "$.workers[?(@.id == 'a' # expected \")\" at character 24",
                "``                      # expected \"$\" (the document) or \".\" (the item) at character 1",
                "jobs                    # expected \"$\" (the document) or \".\" (the item) at character 1",
                "$jobs                   # expected \".\", \"[\" or the end at character 2",
                "$.                      # expected a name or \"*\" at character 3",
                "$..                     # expected a name or \"*\" at character 4",
                "$.a.['b']               # expected a name or \"*\" at character 5",
                "$.a b                   # expected \".\", \"[\" or the end at character 4",
                "$[                      # expected an index, a name in quotes, \"*\", \":\" or \"?\" at character 3",
                "$[a]                    # expected an index, a name in quotes, \"*\", \":\" or \"?\" at character 3",
                "$[0                     # expected \",\" or \"]\" at character 4",
                "$['a                    # expected a closing ' at character 5",
                "$['a\\x']               # expected one of b f n r t / \\ u ' after \"\\\" at character 6",
                "$['\\ud83d']            # expected a whole surrogate pair at character 5",
                "$['\\u00g0']            # expected a hexadecimal digit at character 8",
                "$[01]                   # expected a number without leading zeros at character 3",
                "$[-0]                   # expected 0 instead of -0 at character 3",
                "$[9007199254740992]     # expected an integer from -(2^53-1) to 2^53-1 at character 3",
                "$[?]                    # expected \"@\", \"$\", a value, a function, \"!\" or \"(\" at character 4",
                "$[?@.a = 1]             # expected \",\" or \"]\" at character 8",
                "$[?@.a == ]             # expected \"@\", \"$\", a value, a function, \"!\" or \"(\" at character 11",
                "$[?@.a == b]            # expected \"@\", \"$\", a value, a function, \"!\" or \"(\" at character 11",
                "$[?@.* == 1]            # expected a value, or a path that finds one node at most, at character 4",
                "$[?1]                   # expected a comparison like \"==\" at character 5",
                "$[?length(@.a)]         # expected a comparison like \"==\" at character 15",
                "$[?len(@.a) == 1]       # unknown function \"len\""
                        + " (there are length, count, match, search, value, key) at character 4",
                "$[?length(@.*) == 1]    # expected a value, or a path that finds one node at most, at character 11",
                "$[?count(1) == 1]       # expected a path at character 10",
                "$[?match(@.a)]          # expected \",\" at character 13",
                "$[?match(@.a,'a','b')]  # expected \")\" at character 17",
                "$[?match(@.a, 'a') == true] # expected a value,"
                        + " but this function is true or false and cannot be compared, at character 4",
                "$[?match(@.a, '\\\\d+')] # I-Regexp has no \"\\d\", write [0-9], in the pattern at character 15",
                "$[?match(@.a, 'a(')]    # the expression ends too early, in the pattern at character 15",
                "$[?key(@.a) == 1]       # expected \")\" at character 9",
                "$['\u00e9\ud83d\ude00'].{ # expected a name or \"*\" at character 9",
            })
    void mistakesAreToldWithTheirPlace(String path, String problem) {
        assertThatThrownBy(() -> Rfc9535.EXTENDED.compile(path))
                .isInstanceOf(PathSyntaxException.class)
                .hasMessage("JSONPath: " + problem);
    }

    @Test
    void thePlaceIsCountedInCharactersFromOne() {
        PathSyntaxException mistake =
                catchThrowableOfType(PathSyntaxException.class, () -> Rfc9535.EXTENDED.compile("$['\ud83d\ude00'}"));

        assertThat(mistake.position()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {".a", ".", "$.disk-space", "$.1h", "$[?key(@) == 1]", "$.em:0"})
    void theAdditionsAreOffInStrict(String path) {
        assertThat(Rfc9535.EXTENDED.compile(path).text()).isEqualTo(path);
        assertThatThrownBy(() -> Rfc9535.STRICT.compile(path)).isInstanceOf(PathSyntaxException.class);
    }

    @Test
    void aPatternThatIsNoneMatchesNothingInStrict() {
        JsonPath path = Rfc9535.STRICT.compile("$[?match(@, '[')]");

        assertThat(Documents.places(path, Documents.read("[\"[\"]"))).isEmpty();
    }

    @Test
    void longPathsAreRefused() {
        assertThat(Rfc9535.EXTENDED.compile("$" + ".ab".repeat(1_365)).singular())
                .isTrue();
        assertThatThrownBy(() -> Rfc9535.EXTENDED.compile("$" + ".ab".repeat(1_366)))
                .hasMessage("JSONPath: expected at most 4,096 characters, got more at character 4097");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "$[?(            | (     | 68",
                "$[?             | @[?   | 195",
                "$[?             | !(    | 132",
                "$[?length(      | length( | 451"
            })
    void deepNestingIsRefusedBeforeItCosts(String start, String repeated, int character) {
        assertThatThrownBy(() -> Rfc9535.EXTENDED.compile(start + repeated.repeat(4_000 / repeated.length())))
                .hasMessage("JSONPath: nested deeper than 64 at character " + character);
    }
}
