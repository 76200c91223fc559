// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.jayway;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.spi.json.JsonProvider;
import com.jayway.jsonpath.spi.json.JsonSmartJsonProvider;
import com.jayway.jsonpath.spi.mapper.JsonSmartMappingProvider;
import io.github.jsongauge.json.JsonArray;
import io.github.jsongauge.json.JsonException;
import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.json.JsonObject;
import io.github.jsongauge.json.JsonReader;
import io.github.jsongauge.json.JsonText;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Match;
import io.github.jsongauge.json.path.PathCompiler;
import io.github.jsongauge.json.path.PathFailureException;
import io.github.jsongauge.json.path.Rfc9535;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.minidev.json.JSONArray;
import net.minidev.json.JSONStyle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Our engine and json-path find the same, wherever their languages mean the same. */
class DifferentialTest {
    private static final int ROUNDS = 5_000;

    @Test
    void bothFindTheSameOnRandomDocuments() throws JsonException {
        long seed = Long.getLong("differential.seed", 9535);
        Random random = new Random(seed);
        int compared = 0;
        for (int i = 0; i < ROUNDS; i++) {
            String document = document(random, 4);
            String path = path(random);
            String ours = found(Rfc9535.STRICT, path, document);
            String theirs = found(new Jayway(), path, document);
            if (KnownDifference.in(path, document) == null) {
                assertThat(theirs)
                        .as("%s on %s (-Ddifferential.seed=%d, round %d)", path, document, seed, i)
                        .isEqualTo(ours);
            }
            compared += ours.isEmpty() ? 0 : 1;
        }
        assertThat(compared).as("rounds in which something was found").isGreaterThan(ROUNDS / 10);
    }

    @Test
    void theDialectFindsWhatJsonPathFindsByItself() throws Exception {
        long seed = Long.getLong("differential.seed", 9535);
        Random random = new Random(seed);
        JsonProvider theirProvider = new JsonSmartJsonProvider();
        Configuration theirs = Configuration.builder()
                .jsonProvider(theirProvider)
                .mappingProvider(new JsonSmartMappingProvider())
                .options(Option.ALWAYS_RETURN_LIST)
                .build();
        for (int i = 0; i < ROUNDS; i++) {
            String document = document(random, 4);
            String path = path(random) + moreOfTheDialect(random);
            List<?> expected = byItself(path, theirProvider.parse(document), theirs);
            Match root = Match.root(JsonReader.read(document.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT));
            List<JsonValue> found = new ArrayList<>();
            evaluate(new Jayway().compile(path), root, match -> found.add(match.value()));
            assertThat(JsonText.of(JsonArray.of(found)))
                    .as("%s on %s (-Ddifferential.seed=%d, round %d)", path, document, seed, i)
                    .isEqualTo(JSONArray.toJSONString(expected, JSONStyle.NO_COMPRESS));
        }
    }

    private static List<?> byItself(String path, Object document, Configuration configuration) {
        try {
            return com.jayway.jsonpath.JsonPath.compile(path).read(document, configuration);
        } catch (InvalidPathException nothingThereOrFilterOnAScalar) {
            return List.of();
        }
    }

    private static String moreOfTheDialect(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "['a','b']";
            case 1 -> "..*";
            case 2 -> "..[0]";
            case 3 -> "[0,2]";
            case 4 -> "[?(@.a in ['x', 1, null])]";
            case 5 -> "[?(@.b == [1, 2.5])]";
            case 6 -> "[?(@.a && @.b != 'x')]";
            default -> "";
        };
    }

    /** Where json-path is known to find something else. */
    private enum KnownDifference {
        /** It tests an object itself instead of its members. */
        FILTER_ON_AN_OBJECT {
            @Override
            boolean applies(String path, JsonValue document) {
                return prefixes(path, "[?")
                        .anyMatch(prefix -> nodes(prefix, document).anyMatch(JsonObject.class::isInstance));
            }
        };

        static @Nullable KnownDifference in(String path, String document) throws JsonException {
            JsonValue root = JsonReader.read(document.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT);
            return Arrays.stream(values())
                    .filter(known -> known.applies(path, root))
                    .findFirst()
                    .orElse(null);
        }

        abstract boolean applies(String path, JsonValue document);

        /** What stands before each place where a part of a path begins so. */
        private static Stream<String> prefixes(String path, String part) {
            return IntStream.range(1, path.length())
                    .filter(i -> path.startsWith(part, i))
                    .mapToObj(i -> path.substring(0, i));
        }

        private static Stream<JsonValue> nodes(String path, JsonValue document) {
            Match root = Match.root(document);
            Stream.Builder<JsonValue> values = Stream.builder();
            Rfc9535.STRICT.compile(path).each(root, root, match -> values.add(match.value()));
            return values.build();
        }
    }

    private static String document(Random random, int depth) {
        int kind = depth == 4 ? 0 : depth == 0 ? 3 + random.nextInt(5) : random.nextInt(8);
        return switch (kind) {
            case 0 ->
                IntStream.range(0, 1 + random.nextInt(4))
                        .mapToObj(i -> '"' + "abcd".substring(i, i + 1) + "\":" + document(random, depth - 1))
                        .collect(Collectors.joining(",", "{", "}"));
            case 1, 2 ->
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> document(random, depth - 1))
                        .collect(Collectors.joining(",", "[", "]"));
            case 3 -> Integer.toString(random.nextInt(4));
            case 4 -> random.nextInt(4) + ".5";
            case 5 -> random.nextBoolean() ? "\"x\"" : "\"y\"";
            default -> random.nextBoolean() ? "true" : "null";
        };
    }

    private static String path(Random random) {
        StringBuilder path = new StringBuilder("$");
        for (int i = random.nextInt(3); i >= 0; i--) {
            path.append(segment(random));
        }
        return path.toString();
    }

    private static String segment(Random random) {
        return switch (random.nextInt(9)) {
            case 0, 1 -> "." + name(random);
            case 2 -> "['" + name(random) + "']";
            case 3 -> "[" + (random.nextInt(4) - 1) + "]";
            case 4 -> "[*]";
            case 5 -> ".*";
            case 6 -> "[" + random.nextInt(2) + ":" + random.nextInt(4) + "]";
            case 7 -> ".." + name(random);
            default -> "[?(@." + name(random) + comparison(random) + ")]";
        };
    }

    private static String comparison(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> " == 'x'";
            case 2 -> " == " + random.nextInt(4);
            default -> " > " + random.nextInt(4);
        };
    }

    private static String name(Random random) {
        return "abcd".substring(random.nextInt(4)).substring(0, 1);
    }

    private static String found(PathCompiler dialect, String path, String document) throws JsonException {
        Match root = Match.root(JsonReader.read(document.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT));
        List<String> found = new ArrayList<>();
        evaluate(
                dialect.compile(path),
                root,
                match -> found.add(match.normalizedPath() + " = " + JsonText.of(match.value())));
        return String.join("\n", found);
    }

    /** json-path fails at a filter on a scalar, where nothing is to be found. */
    private static void evaluate(JsonPath path, Match root, Consumer<Match> out) {
        try {
            path.each(root, root, out);
        } catch (PathFailureException filterOnAScalar) {
            assertThat(filterOnAScalar).cause().hasMessageContaining("can not be applied to primitives");
        }
    }
}
