// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jsongauge.json.JsonText;
import io.github.jsongauge.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Rfc9535Test {
    private static final String DOCUMENT = """
            {"pools": {"fast": {"size": 3, "jobs": ["a", "b"], "disk-space": {"ok": true}},
                       "slow": {"size": 1.50, "jobs": [], "em:0": {"1h": 7}}},
             "a b": {"c'd": [10, 20, 30]}, "limit": 2, "none": null}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$.pools.fast.size                    | 3",
                "$['a b']['c\\'d'][1]                 | 20",
                "$['a b'][\"c'd\"][-1]                | 30",
                "$.pools.*.size                       | 3 1.50",
                "$..size                              | 3 1.50",
                "$.pools[?@.size > $.limit].size      | 3",
                "$.pools.fast.disk-space.ok           | true",
                "$.pools.slow.em:0.1h                 | 7",
                "$.none                               | null",
                "$.nothing                            | ``",
                "$.pools[?key(@) == 'slow'].size      | 1.50",
                "$.pools[?match(key(@), 'f.*')].size  | 3",
                "$..jobs[?key(@) == 1]                | \"b\"",
                "$.pools.*.jobs[?key(@) == '1']       | ``",
                "$[?key(@) == $.pools.fast.jobs[0]]   | ``",
                "$ .limit                             | 2",
                "$['a b'].c'd[0]                      | !JSONPath: expected \".\", \"[\" or the end at character 11",
            })
    void pathsFromTheRootFindWhatTheySay(String path, String found) {
        if (found.startsWith("!")) {
            assertThatThrownBy(() -> Rfc9535.EXTENDED.compile(path)).hasMessage(found.substring(1));
        } else {
            Match root = Match.root(Documents.read(DOCUMENT));
            assertThat(Documents.values(Rfc9535.EXTENDED.compile(path), root, root))
                    .isEqualTo(found);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                ".             | {\"size\":3,\"jobs\":[\"a\",\"b\"],\"disk-space\":{\"ok\":true}}",
                ".size         | 3",
                ".['size']     | 3",
                ".jobs[0]      | \"a\"",
                ".*            | 3 [\"a\",\"b\"] {\"ok\":true}",
                "..ok          | true",
                "$.limit       | 2",
            })
    void pathsFromTheItemFindWhatTheySay(String path, String found) {
        Match root = Match.root(Documents.read(DOCUMENT));
        List<Match> items = new ArrayList<>();
        Rfc9535.EXTENDED.compile("$.pools.fast").each(root, root, items::add);

        assertThat(Documents.values(Rfc9535.EXTENDED.compile(path), root, items.get(0)))
                .isEqualTo(found);
    }

    @Test
    void anItemThatIsAnArrayIsReadByIndex() {
        JsonValue item = Documents.read("[5, [6]]");

        assertThat(value(".[1][0]", item)).isEqualTo("6");
    }

    @Test
    void theKeyOfANodeIsThatInTheWholeDocument() {
        Match root = Match.root(Documents.read(DOCUMENT));
        List<Match> items = new ArrayList<>();
        Rfc9535.EXTENDED.compile("$.pools.fast").each(root, root, items::add);
        List<String> paths = new ArrayList<>();

        Rfc9535.EXTENDED.compile(".jobs[1]").each(root, items.get(0), match -> paths.add(match.normalizedPath()));

        assertThat(paths).containsExactly("$['pools']['fast']['jobs'][1]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$                    | true  | $",
                "$.a['b'][0]          | true  | $.a['b'][0]",
                ".                    | true  | .",
                ".a.b                 | true  | .a.b",
                "$.a.*                | false | $.a",
                "$.a..b               | false | $.a",
                "$.a [0] [1:2].c      | false | $.a [0]",
                "$.a['b','c'].d       | false | $.a['b','c'].d",
                "$.a['b',0]['c'].*    | false | $.a['b',0]['c']",
                "$['a','b']..c        | false | $['a','b']",
                "$.a['b',*]           | false | $.a",
                "$.a..['b','c']       | false | $.a",
                "$[?@.x].a            | false | $",
                ".*                   | false | .",
                "..a                  | false | .",
                ".[*]                 | false | .",
                ".a[*]                | false | .a",
            })
    void thePrefixOfAPathNamesWhatItFinds(String text, boolean singular, String prefix) {
        JsonPath path = Rfc9535.EXTENDED.compile(text);

        assertThat(path.singular()).isEqualTo(singular);
        assertThat(path.prefix()).isEqualTo(Rfc9535.EXTENDED.compile(prefix));
    }

    @Test
    void onlySingularPathsHaveOneValue() {
        JsonValue document = Documents.read(DOCUMENT);

        assertThat(value("$.limit", document)).isEqualTo("2");
        assertThatThrownBy(() -> Rfc9535.EXTENDED.compile("$.*").value(document, document))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void pathsAreEqualByDialectAndText() {
        JsonPath path = Rfc9535.STRICT.compile("$.a");

        assertThat(path)
                .isEqualTo(Rfc9535.STRICT.compile("$.a"))
                .hasSameHashCodeAs(Rfc9535.STRICT.compile("$.a"))
                .isNotEqualTo(Rfc9535.EXTENDED.compile("$.a"))
                .isNotEqualTo(Rfc9535.STRICT.compile("$['a']"));
    }

    private static String value(String path, JsonValue document) {
        return JsonText.of(Objects.requireNonNull(Rfc9535.EXTENDED.compile(path).value(document, document)));
    }

    @Test
    void integersOf18DigitsAreComparedExactlyNegativeOnesToo() {
        JsonValue document =
                Documents.read("[-123456789012345678,-123456789012345679,123456789012345678,123456789012345679]");

        assertThat(Documents.places(Rfc9535.EXTENDED.compile("$[?@ == -123456789012345678]"), document))
                .isEqualTo("$[0]");
        assertThat(Documents.places(Rfc9535.EXTENDED.compile("$[?@ == 123456789012345678]"), document))
                .isEqualTo("$[2]");
    }
}
