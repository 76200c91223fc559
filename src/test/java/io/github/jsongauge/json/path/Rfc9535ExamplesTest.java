// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jsongauge.json.JsonValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the RFC itself, in both dialects. */
class Rfc9535ExamplesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$.store.book[*].author | $['store']['book'][0]['author'] $['store']['book'][1]['author']"
                        + " $['store']['book'][2]['author'] $['store']['book'][3]['author']",
                "$..author              | $['store']['book'][0]['author'] $['store']['book'][1]['author']"
                        + " $['store']['book'][2]['author'] $['store']['book'][3]['author']",
                "$.store.*              | $['store']['book'] $['store']['bicycle']",
                "$.store..price         | $['store']['book'][0]['price'] $['store']['book'][1]['price']"
                        + " $['store']['book'][2]['price'] $['store']['book'][3]['price'] $['store']['bicycle']['price']",
                "$..book[2]             | $['store']['book'][2]",
                "$..book[2].author      | $['store']['book'][2]['author']",
                "$..book[2].publisher   | ``",
                "$..book[-1]            | $['store']['book'][3]",
                "$..book[0,1]           | $['store']['book'][0] $['store']['book'][1]",
                "$..book[:2]            | $['store']['book'][0] $['store']['book'][1]",
                "$..book[?@.isbn]       | $['store']['book'][2] $['store']['book'][3]",
                "$..book[?@.price<10]   | $['store']['book'][0] $['store']['book'][2]",
                "$[?@.book].bicycle.*   | $['store']['bicycle']['color'] $['store']['bicycle']['price']",
            })
    void section_1_5(String path, String places) {
        assertFinds(path, places, """
                {"store": {"book": [
                  {"category": "reference", "author": "Nigel Rees", "title": "Sayings of the Century", "price": 8.95},
                  {"category": "fiction", "author": "Evelyn Waugh", "title": "Sword of Honour", "price": 12.99},
                  {"category": "fiction", "author": "Herman Melville", "title": "Moby Dick",
                   "isbn": "0-553-21311-3", "price": 8.99},
                  {"category": "fiction", "author": "J. R. R. Tolkien", "title": "The Lord of the Rings",
                   "isbn": "0-395-19395-8", "price": 22.99}],
                 "bicycle": {"color": "red", "price": 399}}}
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$[1:3]    | $[1] $[2]",
                "$[5:]     | $[5] $[6]",
                "$[1:5:2]  | $[1] $[3]",
                "$[5:1:-2] | $[5] $[3]",
                "$[::-1]   | $[6] $[5] $[4] $[3] $[2] $[1] $[0]",
                "$[1:5:0]  | ``",
            })
    void section_2_3_4_3(String path, String places) {
        assertFinds(path, places, "[\"a\", \"b\", \"c\", \"d\", \"e\", \"f\", \"g\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "$.absent1 == $.absent2; true",
                "$.absent1 <= $.absent2; true",
                "$.absent == 'g';        false",
                "$.absent1 != $.absent2; false",
                "$.absent != 'g';        true",
                "1 <= 2;                 true",
                "1 > 2;                  false",
                "13 == '13';             false",
                "'a' <= 'b';             true",
                "'a' > 'b';              false",
                "$.obj == $.arr;         false",
                "$.obj != $.arr;         true",
                "$.obj == $.obj;         true",
                "$.obj != $.obj;         false",
                "$.arr == $.arr;         true",
                "$.arr != $.arr;         false",
                "$.obj == 17;            false",
                "$.obj != 17;            true",
                "$.obj <= $.arr;         false",
                "$.obj < $.arr;          false",
                "$.obj <= $.obj;         true",
                "$.arr <= $.arr;         true",
                "1 <= $.arr;             false",
                "1 >= $.arr;             false",
                "1 > $.arr;              false",
                "1 < $.arr;              false",
                "true <= true;           true",
                "true > true;            false",
            },
            quoteCharacter = '`')
    void section_2_3_5_3_comparisons(String comparison, boolean holds) {
        assertFinds(
                "$[?" + comparison + "]",
                holds ? "$['obj'] $['arr']" : "",
                "{\"obj\": {\"x\": \"y\"}, \"arr\": [2, 3]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "$.a[?@.b == 'kilo'];         $['a'][9]",
                "$.a[?(@.b == 'kilo')];       $['a'][9]",
                "$.a[?@>3.5];                 $['a'][1] $['a'][4] $['a'][5]",
                "$.a[?@.b];                   $['a'][6] $['a'][7] $['a'][8] $['a'][9]",
                "$[?@.*];                     $['a'] $['o']",
                "$[?@[?@.b]];                 $['a']",
                "$.o[?@<3, ?@<3];             $['o']['p'] $['o']['q'] $['o']['p'] $['o']['q']",
                "$.a[?@<2 || @.b == \"k\"];   $['a'][2] $['a'][7]",
                "$.a[?match(@.b, \"[jk]\")];  $['a'][6] $['a'][7]",
                "$.a[?search(@.b, \"[jk]\")]; $['a'][6] $['a'][7] $['a'][9]",
                "$.o[?@>1 && @<4];            $['o']['q'] $['o']['r']",
                "$.o[?@.u || @.x];            $['o']['t']",
                "$.a[?@.b == $.x];            $['a'][0] $['a'][1] $['a'][2] $['a'][3] $['a'][4] $['a'][5]",
                "$.a[?@ == @];                $['a'][0] $['a'][1] $['a'][2] $['a'][3] $['a'][4] $['a'][5]"
                        + " $['a'][6] $['a'][7] $['a'][8] $['a'][9]",
            })
    void section_2_3_5_3_filters(String path, String places) {
        assertFinds(path, places, """
                {"a": [3, 5, 1, 2, 4, 6, {"b": "j"}, {"b": "k"}, {"b": {}}, {"b": "kilo"}],
                 "o": {"p": 1, "q": 2, "r": 3, "s": 5, "t": {"u": 6}},
                 "e": "f"}
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$[?length(@) < 3]",
                "$[?count(@.*) == 1]",
                "$[?match(@.timezone, 'Europe/.*')]",
                "$[?value(@..color) == \"red\"]",
            })
    void section_2_4_9_wellTyped(String path) {
        assertThat(Rfc9535.STRICT.compile(path).text()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$[?length(@.*) < 3]",
                "$[?count(1) == 1]",
                "$[?count(foo(@.*)) == 1]",
                "$[?match(@.timezone, 'Europe/.*') == true]",
                "$[?value(@..color)]",
            })
    void section_2_4_9_notWellTyped(String path) {
        assertThatThrownBy(() -> Rfc9535.STRICT.compile(path)).isInstanceOf(PathSyntaxException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "$..j;         $['o']['j'] $['a'][2][0]['j']",
                "$..[0];       $['a'][0] $['a'][2][0]",
                "$..*;         $['o'] $['a'] $['o']['j'] $['o']['k'] $['a'][0] $['a'][1] $['a'][2] $['a'][2][0]"
                        + " $['a'][2][1] $['a'][2][0]['j'] $['a'][2][1]['k']",
                "$..o;         $['o']",
                "$.o..[*, *];  $['o']['j'] $['o']['k'] $['o']['j'] $['o']['k']",
                "$.a..[0, 1];  $['a'][0] $['a'][1] $['a'][2][0] $['a'][2][1]",
            },
            quoteCharacter = '`')
    void section_2_5_2_3(String path, String places) {
        assertFinds(path, places, "{\"o\": {\"j\": 1, \"k\": 2}, \"a\": [5, 3, [{\"j\": 4}, {\"k\": 6}]]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "$.a;               $['a']",
                "$.a[0];            ``",
                "$.a.d;             ``",
                "$.b[0];            $['b'][0]",
                "$.b[*];            $['b'][0]",
                "$.b[?@];           $['b'][0]",
                "$.b[?@==null];     $['b'][0]",
                "$.c[?@.d==null];   ``",
                "$.null;            $['null']",
            })
    void section_2_6_1(String path, String places) {
        assertFinds(path, places, "{\"a\": null, \"b\": [null], \"c\": [{}], \"null\": 1}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "$.a;            $['a'];          {\"a\": 1}",
                "$[1];           $[1];            [1, 2, 3, 4, 5]",
                "$[-3];          $[2];            [1, 2, 3, 4, 5]",
                "$.a.b[1:2];     $['a']['b'][1];  {\"a\": {\"b\": [1, 2]}}",
                "$[\"\\u000B\"]; $['\\u000b'];    {\"\\u000b\": 1}",
                "$[\"\\u0061\"]; $['a'];          {\"a\": 1}",
                "$.*;            $['\\n\\'\\\\\"']; {\"\\n'\\\\\\\"\": 1}",
            })
    void section_2_7(String path, String places, String document) {
        assertFinds(path, places, document);
    }

    private static void assertFinds(String path, String places, String json) {
        JsonValue document = Documents.read(json);

        assertThat(Documents.places(Rfc9535.STRICT.compile(path), document)).isEqualTo(places);
        assertThat(Documents.places(Rfc9535.EXTENDED.compile(path), document)).isEqualTo(places);
    }
}
