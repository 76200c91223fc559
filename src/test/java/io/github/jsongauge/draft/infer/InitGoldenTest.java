// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.OutsideTool;
import io.github.jsongauge.config.ConfigSource;
import io.github.jsongauge.expose.text.SampleText;
import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.json.JsonReader;
import io.github.jsongauge.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is proposed for documents in the shape of those that real systems give: exactly {@code NAME.yml}, which has no problems,
 * skips nothing of the same document, and gives an exposition without advice from promtool. {@code -Dinit.update=true} writes
 * the files. A {@code NAME.2.json} is what the endpoint says a second later.
 */
class InitGoldenTest {
    private static final Path RESULTS = Path.of("src/test/resources/init");
    private static final Path RECIPES = Path.of("config-examples");

    @TempDir
    private Path folder;

    /** The first documents by the names of their results. */
    private static Map<String, Path> documents() throws IOException {
        Map<String, Path> all = new TreeMap<>();
        try (Stream<Path> recipes = Files.list(RECIPES)) {
            recipes.filter(recipe -> Files.exists(recipe.resolve("sample.json")))
                    .forEach(recipe -> all.put(RECIPES.relativize(recipe).toString(), recipe.resolve("sample.json")));
        }
        try (Stream<Path> own =
                Files.find(RESULTS, 1, (path, is) -> path.toString().matches(".*/[^/.]+\\.json"))) {
            own.forEach(path -> all.put(path.getFileName().toString().replace(".json", ""), path));
        }
        return all;
    }

    private static Samples samples(Path first) throws Exception {
        List<JsonValue> documents = new ArrayList<>();
        documents.add(JsonReader.read(Files.readAllBytes(first), JsonLimits.DEFAULT));
        Path second = first.resolveSibling(first.getFileName().toString().replace(".json", ".2.json"));
        if (Files.exists(second)) {
            documents.add(JsonReader.read(Files.readAllBytes(second), JsonLimits.DEFAULT));
        }
        return new Samples(documents, Duration.ofSeconds(documents.size() - 1));
    }

    /** That of the recipe; documents of our own come from files. */
    private static Endpoint endpoint(Path document) throws IOException {
        Path recipe = document.resolveSibling("config.yml");
        if (!Files.exists(recipe)) {
            return Endpoint.unknown();
        }
        Matcher url = Pattern.compile("url: (\\S+)").matcher(Files.readString(recipe));
        assertThat(url.find()).isTrue();
        return Endpoint.of(url.group(1).replaceAll("\\$\\{\\w+:-(\\w+)}", "$1"));
    }

    @TestFactory
    Stream<DynamicTest> everyDocumentGivesItsProposal() throws IOException {
        return documents().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> check(entry.getKey(), entry.getValue())));
    }

    private void check(String name, Path document) throws Exception {
        Proposal proposal = Proposal.of(samples(document), endpoint(document).polled("15s"), "", name + ".json");
        Path result = RESULTS.resolve(name + ".yml");
        if (Boolean.getBoolean("init.update")) {
            Files.writeString(result, proposal.yaml());
        }

        assertThat(result).content().isEqualTo(proposal.yaml());
        Path config = Files.writeString(folder.resolve("config.yml"), proposal.yaml());
        assertThat(new ConfigSource(List.of(config), Map.of()).check().problems())
                .isEmpty();
        assertThat(proposal.mapped().skips()).isEmpty();
        OutsideTool.Verdict verdict = OutsideTool.promtoolCheckMetrics()
                .judge(SampleText.of(proposal.mapped().samples()));
        assertThat(verdict.exitCode()).as(verdict.output()).isZero();
    }

    @Test
    void thereAreAtLeastThirtyBesideTheRecipes() throws IOException {
        assertThat(documents().values().stream().filter(path -> path.startsWith(RESULTS)))
                .hasSizeGreaterThanOrEqualTo(30);
    }
}
