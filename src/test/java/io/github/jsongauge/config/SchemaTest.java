// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.problem.YamlFile;
import io.github.jsongauge.config.yaml.Node;
import io.github.jsongauge.config.yaml.Node.Entries;
import io.github.jsongauge.config.yaml.Node.Items;
import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.config.yaml.YamlReader;
import io.github.jsongauge.json.JsonArray;
import io.github.jsongauge.json.JsonBoolean;
import io.github.jsongauge.json.JsonNull;
import io.github.jsongauge.json.JsonNumber;
import io.github.jsongauge.json.JsonObject;
import io.github.jsongauge.json.JsonString;
import io.github.jsongauge.json.JsonText;
import io.github.jsongauge.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The schema and the loader agree, by a validator that knows nothing of us. {@code -Dschema.update=true} writes the schema and
 * the list of files that only the loader refuses.
 */
class SchemaTest {
    private static final Path COMMITTED = Path.of("docs/jsongauge.schema.json");
    private static final Path BAD = Path.of("src/test/resources/bad-config");
    private static final Path ONLY_THE_LOADER = BAD.resolve("only-the-loader-sees.list");

    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(ConfigSchema.text());

    @Test
    void theCommittedSchemaIsTheOneThatIsPrinted() throws Exception {
        if (Boolean.getBoolean("schema.update")) {
            Files.writeString(COMMITTED, ConfigSchema.text());
        }
        assertThat(COMMITTED).content().isEqualTo(ConfigSchema.text());
    }

    @Test
    void whatCanBeLoadedFits() throws Exception {
        List<Path> files = EffectiveTest.configs();
        assertThat(files).hasSizeGreaterThan(100);
        for (Path file : files) {
            assertThat(complaints(file)).as(file.toString()).isEmpty();
        }
    }

    @Test
    void whatCannotBeLoadedDoesNotFitUnlessThatTakesMoreThanOnePlace() throws Exception {
        Set<String> seenByTheLoaderOnly = new TreeSet<>();
        int refused = 0;
        for (Path file : badFiles()) {
            JsonValue document = document(file);
            boolean fits = document != null && complaints(document).isEmpty();
            if (!loads(file)) {
                refused++;
                if (fits) {
                    seenByTheLoaderOnly.add(file.getFileName().toString());
                }
            } else {
                assertThat(complaints(file)).as(file + " can be loaded").isEmpty();
            }
        }
        assertThat(refused).isGreaterThan(100);
        String list = String.join("\n", seenByTheLoaderOnly) + "\n";
        if (Boolean.getBoolean("schema.update")) {
            Files.writeString(ONLY_THE_LOADER, list);
        }
        assertThat(ONLY_THE_LOADER).content().isEqualTo(list);
    }

    private static List<Path> badFiles() throws IOException {
        try (Stream<Path> files = Files.list(BAD)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static boolean loads(Path file) {
        try {
            ConfigLoader.load(List.of(file), Map.of("SECRET", "x"));
            return true;
        } catch (ConfigException bad) {
            return false;
        }
    }

    private static List<Error> complaints(Path file) throws IOException {
        return complaints(Objects.requireNonNull(document(file), file.toString()));
    }

    private static List<Error> complaints(JsonValue document) {
        return SCHEMA.validate(JsonText.of(document), InputFormat.JSON);
    }

    /** The file as editors read it: YAML 1.2 with its core schema; null when it is not YAML, or has tags and the like. */
    private static @Nullable JsonValue document(Path file) throws IOException {
        Problems problems = new Problems();
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        Node root = new YamlReader(new YamlFile(file.toString(), text), (written, place) -> written, problems).read();
        return root == null || problems.hasErrors() ? null : json(root);
    }

    private static JsonValue json(Node node) {
        if (node instanceof Items items) {
            return JsonArray.of(items.nodes().stream().map(SchemaTest::json).toList());
        } else if (node instanceof Entries map) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            map.entries().forEach(entry -> members.put(entry.key().value(), json(entry.value())));
            return JsonObject.of(members);
        }
        Text text = (Text) node;
        String written = text.written();
        if (text.quoted()) {
            return new JsonString(written);
        } else if (written.matches("null|Null|NULL|~|")) {
            return JsonNull.NULL;
        } else if (written.matches("true|True|TRUE|false|False|FALSE")) {
            return written.equalsIgnoreCase("true") ? JsonBoolean.TRUE : JsonBoolean.FALSE;
        } else if (written.matches("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?")) {
            double number = Double.parseDouble(written);
            return number == Math.rint(number) ? JsonNumber.of((long) number) : JsonNumber.of(number);
        }
        return new JsonString(written);
    }
}
