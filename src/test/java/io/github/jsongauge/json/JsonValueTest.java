// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonValueTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "-0, -0.0",
        "17, 17.0",
        "0.1, 0.1",
        "1e3, 1000.0",
        "9007199254740993, 9007199254740992.0",
        "9007199254740995, 9007199254740996.0",
        "999999999999999999, 1.0E18",
        "9223372036854775807, 9.223372036854775807E18",
        "123456789012345678901234567890, 1.2345678901234568E29",
        "1e400, Infinity",
        "-1e400, -Infinity",
        "1e-400, 0.0",
        "4.9e-324, 4.9E-324",
        "2.2250738585072011e-308, 2.225073858507201E-308",
    })
    void numbersKeepTheirTextAndGiveTheNearestDouble(String text, double nearest) throws JsonException {
        JsonNumber number = number(text);

        assertThat(number.text()).isEqualTo(text);
        assertThat(Double.doubleToRawLongBits(number.toDouble())).isEqualTo(Double.doubleToRawLongBits(nearest));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.0, same",
        "1, 10e-1, same",
        "0, -0, same",
        "-0.0, 0, same",
        "1, 2, less",
        "2, 1.5, more",
        "9007199254740993, 9007199254740992, more",
        "1e400, 1e400, same",
        "1e400, 1e401, neither",
        "-1e400, 1e400, less",
        "1e400, 1, more",
    })
    void numbersAreCompared(String a, String b, String relation) throws JsonException {
        JsonNumber left = number(a);
        JsonNumber right = number(b);

        assertThat(left.sameAs(right)).isEqualTo(relation.equals("same"));
        assertThat(left.lessThan(right)).isEqualTo(relation.equals("less"));
        assertThat(right.lessThan(left)).isEqualTo(relation.equals("more"));
    }

    @Test
    void numbersOfOursAreWrittenAsJson() {
        assertThat(JsonNumber.of(-7).text()).isEqualTo("-7");
        assertThat(JsonNumber.of(2.5e30).text()).isEqualTo("2.5E30");
        assertThatThrownBy(() -> JsonNumber.of(Double.NaN)).hasMessage("must be a finite number, got NaN");
    }

    @Test
    void valuesOfOursAreWrittenAsJson() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("b\"", JsonArray.of(List.of(JsonBoolean.TRUE, JsonNull.NULL)));
        members.put("a\u0001", new JsonString("\u2028\t\ude00"));

        assertThat(JsonText.of(JsonObject.of(members)))
                .isEqualTo("{\"b\\\"\":[true,null],\"a\\u0001\":\"\u2028\\t\\ude00\"}");
    }

    @Test
    void objectsWithTheSameNamesShareThem() throws JsonException {
        JsonArray array = (JsonArray) read("[{\"a\":1,\"b\":2},{\"a\":3,\"b\":4}]");
        JsonObject first = (JsonObject) array.get(0);
        JsonObject second = (JsonObject) array.get(1);

        assertThat(second.name(0)).isSameAs(first.name(0));
        assertThat(JsonText.of(second.value(1))).isEqualTo("4");
    }

    /** 65,536 names whose hash codes are all equal: a table that trusts them would need two billion comparisons. */
    @Test
    void namesMadeToCollideAreReadAndFoundAsOthersAre() throws JsonException {
        List<String> names = IntStream.range(0, 1 << 16)
                .mapToObj(i -> IntStream.range(0, 16)
                        .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                        .collect(Collectors.joining()))
                .toList();
        String json = names.stream().map(name -> '"' + name + "\":1").collect(Collectors.joining(",", "{", "}"));

        JsonObject object = (JsonObject) read(json);

        assertThat(names.stream().map(String::hashCode).distinct()).hasSize(1);
        assertThat(object.names()).isEqualTo(names);
        assertThat(names).allMatch(name -> object.get(name) != null);
    }

    private static JsonNumber number(String text) throws JsonException {
        return (JsonNumber) read(text);
    }

    private static JsonValue read(String json) throws JsonException {
        return JsonReader.read(json.getBytes(UTF_8), JsonLimits.DEFAULT);
    }
}
