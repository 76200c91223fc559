// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.jsongauge.json.JsonArray;
import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.json.JsonObject;
import io.github.jsongauge.json.JsonReader;
import io.github.jsongauge.json.JsonString;
import io.github.jsongauge.json.JsonText;
import io.github.jsongauge.json.JsonValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * The JSONPath Compliance Test Suite; where its file is says {@code -Djsonpath.compliance=FILE}.
 *
 * @see <a href="https://github.com/jsonpath-standard/jsonpath-compliance-test-suite">the suite</a>
 */
class JsonPathComplianceTest {

    @TestFactory
    @EnabledIf(
            value = "isWanted",
            disabledReason =
                    "no compliance suite: give its file by -Djsonpath.compliance=FILE (required where CI=true)")
    Stream<DynamicTest> everyCaseOfTheSuite() throws Exception {
        String file = System.getProperty("jsonpath.compliance");
        assertThat(file)
                .as("-Djsonpath.compliance=FILE is required where CI=true")
                .isNotNull();
        JsonValue suite = JsonReader.read(Files.readAllBytes(Path.of(file)), JsonLimits.DEFAULT);
        JsonArray tests = (JsonArray) member(suite, "tests");
        return IntStream.range(0, tests.size())
                .mapToObj(i -> (JsonObject) tests.get(i))
                .map(JsonPathComplianceTest::test);
    }

    static boolean isWanted() {
        return System.getProperty("jsonpath.compliance") != null || "true".equals(System.getenv("CI"));
    }

    private static DynamicTest test(JsonObject test) {
        String selector = text(member(test, "selector"));
        return dynamicTest(text(member(test, "name")), () -> {
            if (test.get("invalid_selector") != null) {
                assertThatThrownBy(() -> Rfc9535.STRICT.compile(selector)).isInstanceOf(PathSyntaxException.class);
            } else {
                assertThat(allowed(test)).contains(found(Rfc9535.STRICT.compile(selector), member(test, "document")));
            }
        });
    }

    /** What may be found, each as the nodes' values and their paths; several when the order is open. */
    private static List<String> allowed(JsonObject test) {
        if (test.get("result") != null) {
            return List.of(JsonText.of(member(test, "result")) + " at " + JsonText.of(member(test, "result_paths")));
        }
        JsonArray results = (JsonArray) member(test, "results");
        JsonArray paths = (JsonArray) member(test, "results_paths");
        return IntStream.range(0, results.size())
                .mapToObj(i -> JsonText.of(results.get(i)) + " at " + JsonText.of(paths.get(i)))
                .toList();
    }

    private static String found(JsonPath path, JsonValue document) {
        List<JsonValue> values = new ArrayList<>();
        List<JsonString> paths = new ArrayList<>();
        Match root = Match.root(document);
        path.each(root, root, match -> {
            values.add(match.value());
            paths.add(new JsonString(match.normalizedPath()));
        });
        return JsonText.of(JsonArray.of(values)) + " at " + JsonText.of(JsonArray.of(paths));
    }

    private static JsonValue member(JsonValue object, String name) {
        return Objects.requireNonNull(((JsonObject) object).get(name), name);
    }

    private static String text(JsonValue value) {
        return ((JsonString) value).text();
    }
}
