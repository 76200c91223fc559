// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.app.Exporter;
import io.github.jsongauge.config.ConfigLoader;
import io.github.jsongauge.draft.migrate.Migration;
import io.github.jsongauge.draft.migrate.Migrator;
import io.github.jsongauge.expose.BuildInfo;
import io.github.jsongauge.expose.ListenAddress;
import io.github.jsongauge.expose.Serving;
import io.github.jsongauge.expose.access.Access;
import io.github.jsongauge.fetch.Answer;
import io.github.jsongauge.fetch.FakeTarget;
import io.github.jsongauge.fetch.Peer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/**
 * What json_exporter makes of an input and what we make of it, side by side: each row of the table is a probe of a real target,
 * and a row that says so gives the same samples, down to the last digit.
 */
class JsonExporterTableTest {
    private static final Path TABLE = Path.of("src/test/resources/json-exporter-table/table.yml");
    private static final String SKIPS = "jsongauge_probe_skips ";
    private static final Set<String> OF_MODULES = Set.of("headers", "body", "http_client_config", "valid_status_codes");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** A row of the table; the file says what each key means. */
    private record Row(Map<String, Object> keys) {
        boolean has(String key) {
            return keys.containsKey(key);
        }

        String text(String key) {
            return String.valueOf(keys.getOrDefault(key, ""));
        }

        @SuppressWarnings("unchecked")
        Row of(String exporter) {
            return new Row((Map<String, Object>) Objects.requireNonNull(keys.get(exporter)));
        }

        String theirs() {
            return of("json_exporter").text("gives");
        }

        String ours() {
            return of("jsongauge").text("gives");
        }

        int skips() {
            return of("jsongauge").has("skips")
                    ? Integer.parseInt(of("jsongauge").text("skips"))
                    : 0;
        }

        /** Whether both are asked for the same, in one metric. */
        boolean migrates() {
            String ours = of("jsongauge").text("metric");
            String theirs = of("json_exporter").text("config");
            return !ours.contains("extract: ")
                    && !ours.contains("parse: ")
                    && theirs.indexOf("path: ") == theirs.lastIndexOf("path: ");
        }

        /** All of json_exporter's configuration, of which the table has the part that matters. */
        String theirConfig() {
            Map<String, Object> keys =
                    new Yaml().load("{" + of("json_exporter").text("config").replace("\\", "\\\\") + "}");
            Map<String, Object> module = new TreeMap<>();
            Map<String, Object> metric = new TreeMap<>(Map.of("name", "v"));
            keys.forEach((key, value) -> (OF_MODULES.contains(key) ? module : metric).put(key, value));
            module.put("metrics", List.of(metric));
            return new Yaml().dump(Map.of("modules", Map.of("default", module)));
        }

        /** As the module {@code default}, which may probe the target. */
        String config() {
            Row ours = of("jsongauge");
            String module = ours.has("metric") ? "metrics: [" + ours.text("metric") + "]" : ours.text("module");
            String allowed = "allowed_targets: [127.0.0.1]";
            String probed = module.contains("probe: {")
                    ? module.replace("probe: {", "probe: {" + allowed + ", ")
                    : module + "\nprobe: {" + allowed + "}";
            return "modules:\n  default:\n" + probed.indent(4);
        }
    }

    private static List<Row> rows() throws IOException {
        List<Map<String, Object>> rows = new Yaml().load(Files.readString(TABLE));
        return rows.stream().map(Row::new).toList();
    }

    @TestFactory
    Stream<DynamicTest> aRowGivesWhatItSays() throws IOException {
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(row.text("name"), () -> {
                    try (FakeTarget target = FakeTarget.answering(answer(row))) {
                        HttpResponse<String> answer = probe(row, target);

                        String port = String.valueOf(target.port());
                        assertThat(shown(answer).replace(":" + port, ":PORT")).isEqualTo(row.ours());
                        assertThat(skips(answer)).isEqualTo(row.skips());
                    }
                }));
    }

    /** Rows that need something said that json_exporter has no words for are none of them. */
    @TestFactory
    Stream<DynamicTest> aRowThatIsTheSameIsMigratedToWhatIsTheSame() throws IOException {
        return rows().stream()
                .filter(row -> row.has("same") && row.migrates())
                .map(row -> DynamicTest.dynamicTest(row.text("name"), () -> {
                    Migration migration =
                            Migrator.migrate("json_exporter.yml", row.theirConfig(), List.of("127.0.0.1"));
                    try (FakeTarget target = FakeTarget.answering(answer(row))) {
                        HttpResponse<String> answer = probe(row, migration.yaml(), target);

                        assertThat(values(shown(answer))).isEqualTo(values(row.theirs()));
                    }
                }));
    }

    private static HttpResponse<String> probe(Row row, FakeTarget target) throws Exception {
        return probe(row, row.config(), target);
    }

    private static HttpResponse<String> probe(Row row, String config, FakeTarget target) throws Exception {
        Path file = Files.createTempFile("row", ".yml");
        Files.writeString(file, config);
        Serving serving = new Serving(
                List.of(new ListenAddress("127.0.0.1", 0)), Access.open(), "/metrics", true, true, 40, Duration.ZERO);
        try (Exporter exporter = Exporter.start(
                ConfigLoader.load(List.of(file), Map.of()), null, serving, new BuildInfo("1", "r", "17"))) {
            String asked = row.has("target") ? row.text("target") : target.url("/");
            String query = row.text("query") + (asked.equals("none") ? "" : "&target=" + asked);
            URI uri =
                    URI.create("http://127.0.0.1:" + exporter.addresses().get(0).getPort() + "/probe?" + query);
            return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        } finally {
            Files.delete(file);
        }
    }

    private static Answer answer(Row row) {
        int status = row.has("status") ? Integer.parseInt(row.text("status")) : 200;
        Answer document = Answer.of(status, row.text("document"));
        if (row.has("echo")) {
            return JsonExporterTableTest::echo;
        }
        return !row.has("location")
                ? document
                : (peer, request) -> {
                    String host = request.headers().stream()
                            .filter(header -> header.startsWith("Host: "))
                            .findFirst()
                            .orElseThrow();
                    String location = row.text("location").replace("PORT", host.replaceAll(".*:", ""));
                    Answer redirect = Answer.of(302, "", "Location: " + location);
                    (request.line().startsWith("GET / ") ? redirect : document).give(peer, request);
                };
    }

    /** Answers with what was asked: the method, the body, and each header by its name in small letters. */
    private static void echo(Peer peer, FakeTarget.Heard request) throws IOException {
        Map<String, String> heard = new TreeMap<>();
        for (String header : request.headers()) {
            int colon = header.indexOf(": ");
            heard.put(header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 2));
        }
        heard.put("method", request.line().replaceFirst(" .*", ""));
        heard.put("body", peer.hearBody(request));
        String members = heard.entrySet().stream()
                .map(member -> ", \"" + member.getKey() + "\": \""
                        + member.getValue().replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining());
        Answer.of(200, "{\"one\": 1" + members + "}").give(peer, request);
    }

    /** The samples of a page but those of every probe, or the status and why. */
    private static String shown(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            return answer.statusCode() + " " + answer.body().strip();
        }
        String samples = answer.body()
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("jsongauge_"))
                .collect(Collectors.joining("\n"));
        return samples.isEmpty() ? "nothing" : samples;
    }

    private static int skips(HttpResponse<String> answer) {
        return answer.body()
                .lines()
                .filter(line -> line.startsWith(SKIPS))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(SKIPS.length())))
                .sum();
    }

    @TestFactory
    Stream<DynamicTest> aRowThatIsTheSameIsAndOneThatDiffersSaysWhy() throws IOException {
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(row.text("name"), () -> {
                    boolean same = values(row.theirs()).equals(values(row.ours()));

                    assertThat(same).isEqualTo(row.has("same")).isNotEqualTo(row.has("difference"));
                }));
    }

    /** Each series with its value and time, so that 1 is 1.0; or the status alone. */
    private static Map<String, Object> values(String gives) {
        Map<String, Object> values = new TreeMap<>();
        if (gives.matches("[45]\\d\\d(?s: .*)?")) {
            values.put("status", gives.substring(0, 3));
        } else if (!gives.equals("nothing")) {
            for (String line : gives.split("\n", -1)) {
                int labels = line.lastIndexOf('}') + 1;
                int value = line.indexOf(' ', labels);
                String[] parts = line.substring(value + 1).split(" ", -1);
                values.put(line.substring(0, value), number(parts[0]));
                values.put(line.substring(0, value) + " at", parts.length > 1 ? parts[1] : "");
            }
        }
        return values;
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace("Inf", "Infinity"));
    }

    @Test
    void theTableHasAtLeastSixtyRows() throws IOException {
        assertThat(rows()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(rows()).extracting(row -> row.text("name")).doesNotHaveDuplicates();
    }
}
