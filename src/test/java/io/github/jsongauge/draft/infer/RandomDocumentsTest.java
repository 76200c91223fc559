// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.config.ConfigSource;
import io.github.jsongauge.json.JsonArray;
import io.github.jsongauge.json.JsonBoolean;
import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.json.JsonNull;
import io.github.jsongauge.json.JsonNumber;
import io.github.jsongauge.json.JsonObject;
import io.github.jsongauge.json.JsonReader;
import io.github.jsongauge.json.JsonString;
import io.github.jsongauge.json.JsonText;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.mapping.Mapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the JSON is, what is proposed for it loads without a problem, and maps all samples without a failed mapping. */
class RandomDocumentsTest {
    private static final List<String> KEYS = List.of(
            "",
            " ",
            "a",
            "A",
            "b",
            "id",
            "name",
            "type",
            "job",
            "le",
            "status",
            "total",
            "count",
            "info",
            "version",
            "x_total",
            "x_info",
            "x_bucket",
            "x_created",
            "up",
            "value",
            "unit",
            "gauge",
            "summary",
            "ms",
            "usedMb",
            "uptime",
            "createdAt",
            "memTotal",
            "percent",
            "'",
            "\"",
            "\\",
            "a'b",
            "a\"b",
            "a\nb",
            "a.b",
            "$",
            "${HOME}",
            "$${x}",
            "${param.x}",
            "{.x}",
            "{",
            "}",
            "[0]",
            "*",
            "#",
            " # c",
            ": ",
            "a: b",
            "- x",
            "@",
            "é",
            "日本",
            "\ud83d\ude00",
            "\u0000",
            "\u2028",
            "\ufeff",
            "\ue000",
            "switch:0",
            "switch:1",
            "eth0",
            "eth1",
            "200",
            "404",
            "1xx",
            "2xx",
            "10.0.0.1",
            "null",
            "true",
            "~",
            "__x",
            "app",
            "0",
            "-1",
            "1e5",
            "tC",
            "tF",
            "Requests",
            "requests",
            "REQUESTS",
            "jvm_memory",
            "process",
            "scrape_x",
            "days",
            "b_side",
            "s",
            "seconds",
            "bytes_sent",
            "read_bytes_sec",
            "loadavg",
            "data",
            "items");
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "UP",
            "ok",
            "1",
            "1.5",
            "-0",
            "1e400",
            "01",
            "0x1",
            "NaN",
            "N/A",
            "true",
            "no",
            "on",
            "120 GB",
            "1.2 MiB",
            "85%",
            "12ms",
            "1h30m",
            "PT5M",
            "01:02:03",
            "21 °C",
            "95.2 Mbps",
            "2.14.1",
            "2026-11-20T08:00:00Z",
            "2026-11-20 08:00",
            "0001-01-01T00:00:00Z",
            "0c8a9f2e-1111-4a5b-8c7d-abcdefabcdef",
            "a@b.example",
            "http://x/y",
            "'",
            "\"",
            "a\nb",
            "# x",
            ": ",
            "${HOME}",
            "{.x}",
            "\u0000",
            "\u2028",
            "\ud83d\ude00",
            "\ud800",
            "null",
            "~",
            "[a]",
            "{a}",
            "lint: ignore x",
            "got ip",
            "x".repeat(1_500),
            "running",
            "Running",
            "日本");
    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "1",
            "17",
            "0.4",
            "1763870400",
            "1763870400123",
            "1e400",
            "-1e400",
            "1e308",
            "9007199254740993",
            "18446744073709551615",
            "1e-400",
            "-0",
            "4.2e9");

    @TempDir
    private Path folder;

    private final Random random = new Random();

    @Test
    void everyProposalLoadsAndMapsItsSamples() throws Exception {
        for (long seed = 0; seed < 1_500; seed++) {
            random.setSeed(seed);
            JsonValue first = value(4);
            JsonValue second = random.nextBoolean() ? changed(first) : value(3);
            check("seed " + seed, List.of(first));
            check("seed " + seed + ", two samples", List.of(first, second));
        }
    }

    private void check(String what, List<JsonValue> documents) throws Exception {
        Samples samples = new Samples(documents, Duration.ofSeconds(documents.size() - 1));
        Proposal proposal = Proposal.of(samples, Endpoint.unknown(), "", what);

        Path config = Files.writeString(folder.resolve("config.yml"), proposal.yaml());
        assertThat(new ConfigSource(List.of(config), Map.of()).check().problems())
                .as(what + "\n" + proposal.yaml())
                .isEmpty();
        for (JsonValue document : documents) {
            Mapper mapper = new Mapper(
                    proposal.config().targets().get(0).mapping(),
                    proposal.config().targets().get(0).limits().mapping());
            assertThat(mapper.map(document).skips())
                    .as(what + "\n" + JsonText.of(document) + "\n" + proposal.yaml())
                    .isEmpty();
        }
    }

    private JsonValue value(int depth) {
        int kind = random.nextInt(depth > 0 ? 10 : 6);
        return switch (kind) {
            case 0, 1, 2 -> number();
            case 3, 4 -> new JsonString(TEXTS.get(random.nextInt(TEXTS.size())));
            case 5 ->
                random.nextInt(3) == 0 ? JsonNull.NULL : random.nextBoolean() ? JsonBoolean.TRUE : JsonBoolean.FALSE;
            case 6, 7 -> object(depth);
            case 8 -> likeObjects(depth);
            default -> array(depth);
        };
    }

    private JsonValue number() {
        try {
            String text = NUMBERS.get(random.nextInt(NUMBERS.size()));
            return JsonReader.read(text.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT);
        } catch (Exception bug) {
            throw new AssertionError(bug);
        }
    }

    private JsonObject object(int depth) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        int size = random.nextInt(8);
        for (int i = 0; i < size; i++) {
            members.put(KEYS.get(random.nextInt(KEYS.size())), value(depth - 1));
        }
        return JsonObject.of(members);
    }

    /** A list, or a map, of objects with about the same members. */
    private JsonValue likeObjects(int depth) {
        JsonObject like = object(depth - 1);
        Map<String, JsonValue> items = new LinkedHashMap<>();
        int size = random.nextInt(5);
        for (int i = 0; i < size; i++) {
            items.put(KEYS.get(random.nextInt(KEYS.size())), changed(like));
        }
        return random.nextBoolean() ? JsonObject.of(items) : JsonArray.of(List.copyOf(items.values()));
    }

    private JsonArray array(int depth) {
        List<JsonValue> elements = new ArrayList<>();
        int size = random.nextInt(5);
        for (int i = 0; i < size; i++) {
            elements.add(value(depth - 1));
        }
        return JsonArray.of(elements);
    }

    /** The same shape, with some other values, and some of them left out. */
    private JsonValue changed(JsonValue value) {
        if (value instanceof JsonObject object) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            for (String name : object.names()) {
                JsonValue member = object.get(name);
                if (member != null && random.nextInt(12) > 0) {
                    members.put(name, changed(member));
                }
            }
            return JsonObject.of(members);
        }
        if (value instanceof JsonNumber) {
            return random.nextInt(3) == 0 ? number() : value;
        }
        if (value instanceof JsonString) {
            return random.nextInt(4) == 0 ? new JsonString(TEXTS.get(random.nextInt(TEXTS.size()))) : value;
        }
        return random.nextInt(12) == 0 ? JsonNull.NULL : value;
    }

    @Test
    void hugeAndDeepDocumentsArePossibleToo() throws Exception {
        List<JsonValue> numbers = new ArrayList<>();
        Map<String, JsonValue> wide = new LinkedHashMap<>();
        Map<String, JsonValue> mixed = new LinkedHashMap<>();
        for (int i = 0; i < 20_000; i++) {
            numbers.add(JsonNumber.of(i));
            wide.put("key" + i, JsonNumber.of(i));
            mixed.put("key" + (char) ('a' + i % 26) + i, i % 2 == 0 ? JsonNumber.of(i) : JsonBoolean.TRUE);
        }
        JsonValue deep = JsonNumber.of(1);
        for (int i = 0; i < 500; i++) {
            deep = i % 3 == 0
                    ? JsonArray.of(List.of(JsonObject.of(Map.of("id", JsonNumber.of(i), "n", deep))))
                    : JsonObject.of(Map.of("d", deep));
        }

        check("an array of numbers", List.of(JsonArray.of(numbers)));
        check("a wide object", List.of(JsonObject.of(wide)));
        check("a wide object of numbers and booleans", List.of(JsonObject.of(mixed)));
        check("a deep document", List.of(deep));
        check("a long key", List.of(JsonObject.of(Map.of("k".repeat(20_000), JsonNumber.of(1)))));
    }

    @Test
    void everyScalarMayBeTheRoot() throws Exception {
        for (JsonValue root : List.of(
                JsonNull.NULL,
                JsonBoolean.TRUE,
                JsonNumber.of(1),
                new JsonString("UP"),
                new JsonString("x\ny"),
                JsonArray.of(List.of()),
                JsonObject.of(Map.of()))) {
            check(JsonText.of(root), List.of(root));
        }
    }
}
