// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "true",
                "\"\"",
                "17",
                "{\"a\":[1,2.50,{\"b\":null}],\"c\":\"d\",\"\":false}",
                "[[],{},[[]],{\"a\":{}}]",
                "[-0,0,-1,1e400,1E+2,0.1,123456789012345678,1234567890123456789012,-9007199254740993]",
                "\"\u00e9\u20ac\ud83d\ude00\"",
            })
    void aDocumentIsWrittenAsItWasRead(String json) throws JsonException {
        assertThat(JsonText.of(read(json))).isEqualTo(json);
    }

    @Test
    void blanksAndEscapesAreReadAsWhatTheyStandFor() throws JsonException {
        assertThat(JsonText.of(read(" \r\n\t{ \"\\u0061\" : [ 1 , \"\\u0041\\n\\/\\\"\\\\\" ] } \n")))
                .isEqualTo("{\"a\":[1,\"A\\n/\\\"\\\\\"]}");
    }

    @Test
    void namesWithHalfACharacterAreRefusedByName() {
        assertThat(refused("{\"ok\":1,\"\\ud800\":2}"))
                .hasMessage("a name with half a character (an unpaired surrogate) at line 1, column 16 (byte 15)");
    }

    @Test
    void nanIsNamedWhereItStands() {
        assertThat(refused("{\"v\": NaN, \"w\": 1}"))
                .hasMessage("not JSON: unexpected 'N' at line 1, column 7 (byte 6); JSON has no NaN or Infinity");
        assertThat(refused("infra down"))
                .hasMessage("not JSON: unexpected 'i' at line 1, column 1 (byte 0); looks like text");
    }

    @Test
    void aByteOrderMarkIsLetPass() throws JsonException {
        assertThat(JsonText.of(read("\ufeff{\"a\":1}"))).isEqualTo("{\"a\":1}");
    }

    @Test
    void aByteOrderMarkHasNoColumnAndIsNotGuessedFrom() {
        assertThat(refused("\ufeff[x]")).hasMessage("not JSON: unexpected 'x' at line 1, column 2 (byte 4)");
        assertThat(refused("\ufeff<html>"))
                .hasMessage("not JSON: unexpected '<' at line 1, column 1 (byte 3); looks like HTML");
        assertThat(refused("\ufeff")).hasMessage("an empty body");
        assertThat(refused("\ufeff1 2"))
                .hasMessage("several JSON documents: another one begins at line 1, column 3 (byte 5)");
    }

    @Test
    void ofMembersWithTheSameNameTheLastCounts() throws JsonException {
        assertThat(JsonText.of(read("[{\"a\":1,\"b\":2,\"a\":3},{\"a\":1,\"a\":2}]")))
                .isEqualTo("[{\"a\":3,\"b\":2},{\"a\":2}]");
    }

    @Test
    void membersOfLargeObjectsAreFoundByName() throws JsonException {
        String json = IntStream.range(0, 10_000)
                .mapToObj(i -> "\"k" + i + "\":" + i)
                .collect(Collectors.joining(",", "{", ",\"k7\":-7}"));

        JsonObject object = (JsonObject) read(json);

        assertThat(object.size()).isEqualTo(10_000);
        assertThat(member(object, "k9999")).isEqualTo("9999");
        assertThat(member(object, "k7")).isEqualTo("-7");
        assertThat(object.get("k10000")).isNull();
        assertThat(object.names().subList(6, 9)).containsExactly("k6", "k7", "k8");
    }

    @Test
    void namesWithOneHashCodeAreToldApart() throws JsonException {
        JsonObject object = (JsonObject) read("{\"AaAa\":1,\"BBBB\":2,\"AaBB\":3,\"BBAa\":4}");

        assertThat(member(object, "AaBB")).isEqualTo("3");
    }

    @Test
    void loneSurrogatesAreReadAndRecognised() throws JsonException {
        JsonString lone = (JsonString) read("\"\\ud83d\"");
        JsonString pair = (JsonString) read("\"\\ud83d\\ude00\"");

        assertThat(JsonString.wellFormed(lone.text())).isFalse();
        assertThat(JsonString.wellFormed(pair.text())).isTrue();
        assertThat(JsonString.wellFormed("\ude00\ud83d")).isFalse();
        assertThat(JsonText.of(lone)).isEqualTo("\"\\ud83d\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<!DOCTYPE html><p>  | not JSON: unexpected '<' at line 1, column 1 (byte 0); looks like HTML",
                "<status/>           | not JSON: unexpected '<' at line 1, column 1 (byte 0); looks like XML or HTML",
                "OK                  | not JSON: unexpected 'O' at line 1, column 1 (byte 0); looks like text",
                "cb({})              | not JSON: unexpected 'c' at line 1, column 1 (byte 0); looks like JSONP",
                "# HELP a b          | not JSON: unexpected '#' at line 1, column 1 (byte 0);"
                        + " looks like Prometheus metrics already",
                "``                  | an empty body",
                "`  `                | an empty body",
                "{\"a\":1}{\"b\":2}  | several JSON documents: another one begins at line 1, column 8 (byte 7)",
                "1 2                 | several JSON documents: another one begins at line 1, column 3 (byte 2)",
                "{}]                 | not JSON: unexpected ']' after the document at line 1, column 3 (byte 2)",
                "{} x                | not JSON: unexpected 'x' after the document at line 1, column 4 (byte 3)",
                "[1,]                | not JSON: unexpected ']' at line 1, column 4 (byte 3);"
                        + " JSON has no comma after the last value",
                "[1                  | not JSON: it ends too early at line 1, column 3 (byte 2)",
                "\"abc               | not JSON: it ends too early at line 1, column 5 (byte 4)",
                "{\"a\":             | not JSON: it ends too early at line 1, column 6 (byte 5)",
                "['a']               | not JSON: unexpected ''' at line 1, column 2 (byte 1); JSON needs double quotes",
                "[1 //one            | not JSON: unexpected '/' at line 1, column 4 (byte 3); JSON has no comments",
                "NaN                 | not JSON: unexpected 'N' at line 1, column 1 (byte 0); JSON has no NaN or Infinity",
                "-Infinity           | not JSON: unexpected 'I' at line 1, column 2 (byte 1);"
                        + " JSON has no NaN or Infinity",
                "[042]               | not JSON: unexpected '4' at line 1, column 3 (byte 2)",
                "[+1]                | not JSON: unexpected '1' at line 1, column 3 (byte 2); JSON has no plus signs",
                "[1.]                | not JSON: unexpected ']' at line 1, column 4 (byte 3)",
                "[.5]                | not JSON: unexpected '.' at line 1, column 2 (byte 1)",
                "[0x2A]              | not JSON: unexpected 'x' at line 1, column 3 (byte 2)",
                "[truex]             | not JSON: unexpected 't' at line 1, column 2 (byte 1)",
                "{a:1}               | not JSON: unexpected 'a' at line 1, column 2 (byte 1)",
                "[1}                 | not JSON: unexpected '}' at line 1, column 3 (byte 2)",
                "\"\\x\"             | not JSON: unexpected 'x' at line 1, column 3 (byte 2)",
            })
    void whatIsNotJsonIsRefusedWithThePlaceAndAGuess(String body, String message) {
        assertThat(refused(body)).hasMessage(message).matches(e -> !e.isLimit());
    }

    @Test
    void linesAndColumnsCountAsAnEditorDoes() {
        assertThat(refused("{\n  \"\u00e9\ud83d\ude00\": x\r\n}"))
                .hasMessage("not JSON: unexpected 'x' at line 2, column 9 (byte 14)");
    }

    @Test
    void aControlCharacterIsNamedByItsNumber() {
        assertThat(refused("\"a\0\"")).hasMessage("not JSON: unexpected byte 0x00 at line 1, column 3 (byte 2)");
    }

    @Test
    void ndjsonIsSeveralDocuments() {
        assertThat(refused("{\"a\":1}\n{\"a\":2}\n"))
                .hasMessage("several JSON documents: another one begins at line 2, column 1 (byte 8)");
    }

    @ParameterizedTest
    @CsvSource({
        "c080, 1", // an overlong NUL
        "e080af, 1",
        "eda080, 1", // an encoded surrogate
        "f4908080, 1", // beyond Unicode
        "f0808080, 1",
        "80, 1",
        "c3, 1", // cut off by the quote
        "61e282, 2",
        "fe, 1",
    })
    void invalidUtf8IsRefused(String hex, int offset) {
        byte[] inner = HexFormat.of().parseHex(hex);
        byte[] body = new byte[inner.length + 2];
        body[0] = body[body.length - 1] = '"';
        System.arraycopy(inner, 0, body, 1, inner.length);

        assertThat(refused(body))
                .hasMessage("invalid UTF-8 at line 1, column " + (offset + 1) + " (byte " + offset + ")");
    }

    @Test
    void otherEncodingsAreRefusedByName() {
        assertThat(refused("{\"a\":1}".getBytes(UTF_16LE)))
                .hasMessage("not JSON: unexpected byte 0x00 at line 1, column 2 (byte 1); looks like UTF-16");
        assertThat(refused("\ufeff{}".getBytes(UTF_16LE)))
                .hasMessage("invalid UTF-8 at line 1, column 1 (byte 0); looks like UTF-16");
        assertThat(refused("\u001f\u008b\b\0".getBytes(ISO_8859_1)))
                .hasMessage("invalid UTF-8 at line 1, column 2 (byte 1); looks like gzip");
    }

    private static @Nullable String member(JsonObject object, String name) {
        JsonValue value = object.get(name);
        return value == null ? null : JsonText.of(value);
    }

    private static JsonValue read(String json) throws JsonException {
        return JsonReader.read(json.getBytes(UTF_8), JsonLimits.DEFAULT);
    }

    private static JsonException refused(String body) {
        return refused(body.getBytes(UTF_8));
    }

    private static JsonException refused(byte[] body) {
        return catchThrowableOfType(JsonException.class, () -> JsonReader.read(body, JsonLimits.DEFAULT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1.5", "\"a\"", "[]", "12345678901234567890", "{\"a\":0}", "{\"a%d\":0}"})
    void memoryIsTakenForATreeAsItGrows(String item) throws Exception {
        String document =
                IntStream.range(0, 10_000).mapToObj(item::formatted).collect(Collectors.joining(",", "[", "]"));
        AtomicLong taken = new AtomicLong();
        JsonReader.read(document.getBytes(UTF_8), JsonLimits.DEFAULT, bytes -> taken.addAndGet(bytes) > 0);

        assertThat(taken.get() / 10_000).isBetween(39L, 300L);
        assertThatThrownBy(() -> JsonReader.read(
                        document.getBytes(UTF_8), JsonLimits.DEFAULT, bytes -> taken.addAndGet(-bytes) > 100_000))
                .isInstanceOfSatisfying(
                        JsonException.class,
                        failure -> assertThat(failure.isLimit()).isTrue())
                .hasMessageStartingWith(
                        "no memory left for it (all documents being read share a quarter of the heap), at the limit at line 1, column ");
    }

    @Test
    void noMemoryIsTakenForASmallTree() throws Exception {
        assertThat(JsonReader.read("[1, 2, 3]".getBytes(UTF_8), JsonLimits.DEFAULT, bytes -> false))
                .isInstanceOf(JsonArray.class);
    }
}
