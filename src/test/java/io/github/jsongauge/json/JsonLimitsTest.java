// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

/** Each limit: what is at it is read, what is over it is refused after few bytes more. */
class JsonLimitsTest {

    @Test
    void depth() throws JsonException {
        assertThat(read("[".repeat(512) + "]".repeat(512), JsonLimits.DEFAULT)).isInstanceOf(JsonArray.class);
        assertThat(refused("[".repeat(5_000_000), JsonLimits.DEFAULT))
                .hasMessage("nested deeper than 512, at the limit at line 1, column 514 (byte 513)");
        assertThat(refused("{\"a\":".repeat(4) + "1" + "}".repeat(4), new JsonLimits(3, 100)))
                .hasMessage("nested deeper than 3, at the limit at line 1, column 17 (byte 16)");
    }

    @Test
    void nodes() throws JsonException {
        JsonLimits four = new JsonLimits(10, 4);

        assertThat(read("[1,[2]]", four)).isInstanceOf(JsonArray.class);
        assertThat(refused("[1,[2],\n 3,4", four))
                .hasMessage("more than 4 values, at the limit at line 2, column 2 (byte 9)");
    }

    @Test
    void digitsOfANumber() throws JsonException {
        assertThat(JsonText.of(read("1".repeat(1_000), JsonLimits.DEFAULT))).hasSize(1_000);
        assertThat(refused("[" + "1".repeat(1_000_000) + "]", JsonLimits.DEFAULT))
                .hasMessageStartingWith("a number of more than 1,000 digits, at the limit at line 1, column ");
        assertThat(refused("[0." + "1".repeat(1_000) + "]", JsonLimits.DEFAULT))
                .hasMessageStartingWith("a number of more than 1,000 digits, at the limit at line 1, column ");
        assertThat(refused("{\"a\": " + "1".repeat(4_000_000) + "}", JsonLimits.DEFAULT))
                .hasMessageStartingWith("a number of more than 1,000 digits, at the limit at line 1, column ");
    }

    @Test
    void charactersOfAText() throws JsonException {
        assertThat(read('"' + "a".repeat(1 << 20) + '"', JsonLimits.DEFAULT)).isInstanceOf(JsonString.class);
        assertThat(refused('"' + "a".repeat((1 << 20) + 1) + '"', JsonLimits.DEFAULT))
                .hasMessageStartingWith("a text of more than 1,048,576 characters, at the limit at line 1, column ");
    }

    @Test
    void bytesOfAName() throws JsonException {
        assertThat(read("{\"" + "a".repeat(50_000) + "\":1}", JsonLimits.DEFAULT))
                .isInstanceOf(JsonObject.class);
        assertThat(refused("{\"" + "a".repeat(50_100) + "\":1}", JsonLimits.DEFAULT))
                .hasMessageStartingWith("a name of more than 50,000 bytes, at the limit at line 1, column ");
    }

    @Test
    void limitsThemselvesHaveARange() {
        assertThatThrownBy(() -> new JsonLimits(1_001, 1)).hasMessage("must be a depth from 1 to 1000, got 1001");
        assertThatThrownBy(() -> new JsonLimits(1, 0)).hasMessage("must be at least one node, got 0");
    }

    private static JsonValue read(String json, JsonLimits limits) throws JsonException {
        return JsonReader.read(json.getBytes(UTF_8), limits);
    }

    private static JsonException refused(String json, JsonLimits limits) {
        JsonException refused =
                catchThrowableOfType(JsonException.class, () -> JsonReader.read(json.getBytes(UTF_8), limits));
        assertThat(refused.isLimit()).isTrue();
        return refused;
    }

    @Test
    void aSmallMemoryHoldsFewerNodes() {
        assertThat(new JsonLimits(10, 1_000).within(6_400)).isEqualTo(new JsonLimits(10, 100));
        assertThat(new JsonLimits(10, 1_000).within(1L << 40)).isEqualTo(new JsonLimits(10, 1_000));
        assertThat(new JsonLimits(10, 1_000).within(0)).isEqualTo(new JsonLimits(10, 1));
    }
}
