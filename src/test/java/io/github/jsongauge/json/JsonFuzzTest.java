// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.jsongauge.json.path.Match;
import io.github.jsongauge.json.path.PathLimitException;
import io.github.jsongauge.json.path.PathSyntaxException;
import io.github.jsongauge.json.path.Rfc9535;
import java.nio.charset.StandardCharsets;

/**
 * Hostile documents and paths. The inputs in {@code JsonFuzzTestInputs} are repeated with every build; {@code mvn -Pfuzz
 * test -Dtest='JsonFuzzTest#reader'} looks for new ones.
 */
class JsonFuzzTest {

    /** Any bytes are a document or are refused; a document is written as JSON that reads as the same document. */
    @FuzzTest(maxDuration = "10m")
    void reader(byte[] body) throws JsonException {
        JsonValue document;
        try {
            document = JsonReader.read(body, JsonLimits.DEFAULT);
        } catch (JsonException refused) {
            assertThat(refused.getMessage()).matches("[ -~]{1,200}");
            return;
        }
        String json = JsonText.of(document);
        assertThat(JsonText.of(read(json))).isEqualTo(json);
    }

    /** Any text is a path or is refused; what is one for the RFC is the same in the extended dialect. */
    @FuzzTest(maxDuration = "10m")
    void compiler(FuzzedDataProvider data) throws JsonException {
        String text = data.consumeRemainingAsString();
        Match root = Match.root(read("{\"a\":[1,{\"b\":\"x\"}],\"c\":null}"));
        String strict = found(Rfc9535.STRICT, text, root);
        if (!strict.startsWith("!")) {
            assertThat(found(Rfc9535.EXTENDED, text, root)).isIn(strict, "!regex");
        }
    }

    /** Any path finds what its normalized paths say, or meets the limit. */
    @FuzzTest(maxDuration = "10m")
    void evaluation(FuzzedDataProvider data) throws JsonException {
        String text = data.consumeString(200);
        JsonValue document;
        try {
            document = JsonReader.read(data.consumeRemainingAsBytes(), JsonLimits.DEFAULT);
        } catch (JsonException notADocument) {
            return;
        }
        Match root = Match.root(document);
        try {
            Rfc9535.EXTENDED
                    .compile(text)
                    .each(
                            root,
                            root,
                            match -> assertThat(Rfc9535.STRICT
                                            .compile(match.normalizedPath())
                                            .value(document, document))
                                    .isSameAs(match.value()));
        } catch (PathSyntaxException | PathLimitException refused) {
            assertThat(refused).hasMessageNotContaining("Exception");
        }
    }

    private static String found(Rfc9535 dialect, String text, Match root) {
        StringBuilder found = new StringBuilder();
        try {
            dialect.compile(text).each(root, root, match -> found.append(match.normalizedPath()));
        } catch (PathSyntaxException refused) {
            return String.valueOf(refused.getMessage()).contains("in the pattern") ? "!regex" : "!";
        } catch (PathLimitException tooMuchWork) {
            return "limit";
        }
        return found.toString();
    }

    private static JsonValue read(String json) throws JsonException {
        return JsonReader.read(json.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT);
    }
}
