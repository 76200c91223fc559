// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import static io.github.jsongauge.config.LoadedText.config;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.jsongauge.config.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file holds, its load ends soon: with a configuration, or with problems. */
class HostileConfigTest {
    private static final int MEBI = 1 << 20;

    /** On a slow and busy machine; whatever is worse than linear takes much longer. */
    private static final Duration SOON = Duration.ofMinutes(2);

    static Stream<String> texts() {
        String metrics = "targets: [{name: a, url: 'http://a/', metrics: [";
        return Stream.of(
                "[".repeat(MEBI),
                "{".repeat(MEBI),
                "- ".repeat(MEBI / 2),
                "? ".repeat(MEBI / 2),
                "a: ".repeat(MEBI / 3),
                "&a ".repeat(MEBI / 3),
                "!a ".repeat(MEBI / 3),
                "-".repeat(MEBI),
                "\"" + "\\".repeat(MEBI - 2),
                "://".repeat(MEBI / 3) + ": x\n  y: z",
                "x: " + "token:".repeat(MEBI / 6 - 1),
                "- ".repeat(MEBI / 4) + "a:b\n x: y",
                metrics + "{name: ".repeat(MEBI / 8),
                metrics + "x, ".repeat(MEBI / 3 - 20) + "]}]",
                metrics + "{name: a, path: '" + "$.a[?".repeat(MEBI / 6) + "'}]}]",
                metrics + "{name: a, path: $.a, extract: '" + "(".repeat(MEBI / 2) + "'}]}]",
                metrics + "{name: a, path: $.a, extract: '" + "(a".repeat(200) + ")*".repeat(200) + "'}]}]",
                metrics + "{name: a, path: $.a, labels: {l: '" + "{.a}".repeat(MEBI / 5) + "'}}]}]",
                metrics + "{name: a, path: $.a, labels: {l: '" + "{.".repeat(MEBI / 3) + "'}}]}]",
                metrics + "{name: a, path: $.a, labels: {" + numbered("l%d: x", 40_000) + "}}]}]",
                metrics + "{name: a, path: $.a, map: {" + numbered("k%d: 1", 60_000) + "}}]}]",
                metrics + "{name: a, type: enum, path: $.a, states: [" + numbered("s%d", 100_000) + "]}]}]",
                metrics + "{name: a, path: $.a, missing: [" + numbered("s%d", 100_000) + "]}]}]",
                metrics + "{labels: {" + numbered("l%d: x", 99) + "}, metrics: ["
                        + numbered("{name: m%d, path: .}", 30_000) + "]}]}]",
                metrics + numbered("{name: m, path: .}", 30_000) + "]}]",
                "targets: [" + numbered("{name: t%d, url: 'http://a/', metrics: [{name: a, path: .}]}", 15_000) + "]");
    }

    private static String numbered(String format, int count) {
        return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining(", "));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("texts")
    void aLoadEndsSoonWithoutAnError(String text) {
        assertThat(text.length()).isLessThanOrEqualTo(MEBI + 1_000);
        assertTimeoutPreemptively(SOON, () -> {
            try {
                assertThat(config(text).targets()).isNotEmpty();
            } catch (ConfigException bad) {
                assertThat(bad.problems()).hasSizeBetween(1, 1_001);
            }
        });
    }

    @Test
    void moreErrorsThanAnybodyReadsAreNotShown() {
        assertThatThrownBy(() -> config("targets:\n" + "  - x\n".repeat(2_000)))
                .hasMessageContaining(": error: only the first 1000 errors are shown\n")
                .hasMessageEndingWith("\n1001 errors");
    }

    @Test
    void anyNumberOfWarningsIsNoError() throws ConfigException {
        String metrics = numbered("{name: m%d, path: $.*}", 1_500);
        Config config = config("targets: [{name: a, url: 'http://a/', metrics: [" + metrics + "]}]");
        assertThat(config.warnings()).hasSize(1_001);
        assertThat(config.targets().get(0).mapping().mappings()).hasSize(1_500);
    }

    @Test
    void variablesCannotFillTheHeap() {
        assertThatThrownBy(() ->
                        config("targets: [" + "'${LONG}', ".repeat(50_000) + "]", Map.of("LONG", "x".repeat(100_000))))
                .hasMessageContaining("the values of all variables are longer than 16 MiB together");
    }

    @Test
    void aMutatedFileGivesAConfigurationOrProblems() throws Exception {
        String good = Files.readString(Path.of("src/test/resources/good-config/everything.yaml"));
        assertThat(config(good).warnings())
                .extracting(Problem::message)
                .containsExactly("no file matches \"targets/*.json\" yet");
        List<String> pieces = List.of(
                "[", "]", "{", "}", ":", ": ", ",", "- ", "\n", "\n  ", "'", "\"", "#", " #", "&a ", "*a", "!",
                "!!str ", "|", ">", "?", "%", "@", "`", "<<: ", "$", "${", "${A}", "$key", "$.", ".", "..", "[*]", "\\",
                "\t", "\u0000", "\u2028", "\uFEFF", "🎉", "0", "-1", "1e999", "null", "true", "each", "metrics",
                "labels");
        for (long seed = 0; seed < 1_000; seed++) {
            String mutated = mutated(good, pieces, new Random(seed));
            try {
                assertThat(config(mutated, Map.of("A", ": [")).targets())
                        .as("seed %d", seed)
                        .isNotEmpty();
            } catch (ConfigException bad) {
                assertThat(bad.getMessage()).as("seed %d", seed).contains("error: ");
            } catch (RuntimeException | Error broken) {
                throw new AssertionError("seed " + seed + ":\n" + mutated, broken);
            }
        }
    }

    private static String mutated(String text, List<String> pieces, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(mutated.length());
            int to = Math.min(mutated.length(), at + random.nextInt(10));
            switch (random.nextInt(3)) {
                case 0 -> mutated.delete(at, to);
                case 1 -> mutated.insert(at, pieces.get(random.nextInt(pieces.size())));
                default -> mutated.insert(random.nextInt(mutated.length()), mutated.substring(at, to));
            }
        }
        return mutated.toString();
    }
}
