// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.fetch.FakeTarget;
import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.json.JsonReader;
import io.github.jsongauge.json.JsonString;
import io.github.jsongauge.json.path.Match;
import io.github.jsongauge.json.path.Rfc9535;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    private Path folder;

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String config(String metric) throws IOException {
        return config(metric, "http://localhost/");
    }

    private String config(String metric, String url) throws IOException {
        return write(
                "config.yml", "targets:\n  - name: app\n    url: " + url + "\n    metrics:\n      - " + metric + "\n");
    }

    private TryRun check(String... arguments) {
        List<String> all = new ArrayList<>(List.of("check"));
        all.addAll(List.of(arguments));
        TryRun run = TryRun.ofCommand(all.toArray(new String[0]));
        return new TryRun(
                run.exitCode(), run.out().replace(folder + "/", ""), run.err().replace(folder + "/", ""));
    }

    @Test
    void aGoodConfigurationHasNoProblems() throws IOException {
        assertThat(check(config("{name: app_jobs, path: $.jobs}")))
                .isEqualTo(new TryRun(0, "1 target, 0 modules, 1 mapping: no problems\n", ""));
    }

    @Test
    void errorsFail() throws IOException {
        assertThat(check("--config.file=" + config("{name: app_jobs, pth: $.jobs}")))
                .isEqualTo(new TryRun(1, """
                config.yml:5:26: error: unknown key "pth" in metric "app_jobs"
                   5 |       - {name: app_jobs, pth: $.jobs}
                     |                          ^^^ did you mean "path"?
                1 error
                """, ""));
    }

    @Test
    void aSampleOfATargetThatIsNotThereIsWrongUsage() throws IOException {
        String config = config("{name: app_jobs, path: $.jobs}");
        String sample = write("sample.json", "{}");

        assertThat(check(config, "--sample=ap=" + sample)).isEqualTo(new TryRun(2, "", """
                jsongauge: there is no target or module "ap"; did you mean "app"?
                see --help
                """));
        assertThat(check(config, "--sample=" + folder.resolve("a=b.json"))).isEqualTo(new TryRun(1, "", """
                a=b.json: there is no such file
                """));
    }

    @Test
    void warningsFailWhenTheyShall() throws IOException {
        String config = config("{name: app_time_ms, path: $.time}");
        String report = """
                config.yml:5:16: warning: "app_time_ms": use seconds; add `scale: 0.001`, name it "app_time_seconds"  [base-unit]
                   5 |       - {name: app_time_ms, path: $.time}
                     |                ^^^^^^^^^^^
                1 warning
                1 target, 0 modules, 1 mapping
                """;

        assertThat(check(config)).isEqualTo(new TryRun(0, report, ""));
        assertThat(check(config, "--lint-fatal")).isEqualTo(new TryRun(3, report, ""));
    }

    @Test
    void itExplainsHowTheListsOfLargeDocumentsAreRead() throws IOException {
        String config = config("""
                {name: app_jobs, count: '$.jobs[*]'}
                      - {name: app_last, max: '$.jobs[-1:].id'}
                      - {name: app_users, each: '$.users[*]', path: .id, labels: {first: '{$.users[0].id}/{.name}'}}\
                """);

        assertThat(check(config, "--explain").out()).endsWith("""
                        target app: how large documents are read
                          the numbers at $.jobs[-1:].id: as a whole, because the path is not one of names, indexes from the start and wildcards alone, one at a time
                          each $.users[*]: as a whole, because label first puts values of the item and of the root together
                          the number of $.jobs[*]: as a whole, because more of the list is needed than the item that comes, for app_last
                        """);
        assertThat(explained("{name: n, sum: $.items.*.v}", "{name: c, count: $.items}"))
                .containsOnly("item by item");
        assertThat(explained("{name: n, sum: $.pools.*.jobs.*.v}", "{name: c, each: $.pools.*, path: .size}"))
                .contains("item by item")
                .contains(
                        "as a whole, because more of the list is needed than the item that comes, for each $.pools.*");
        for (String more : List.of(
                "{name: m, count: $..jobs.*}",
                "{name: m, path: $.*.*.zz}",
                "{name: m, path: '$.items[0].id'}",
                "{name: m, path: $.items}")) {
            assertThat(explained("{name: n, sum: $.items.*.v}", more))
                    .as(more)
                    .contains("as a whole, because more of the list is needed than the item that comes, for m");
        }
        assertThat(check(config("{name: app_jobs, count: '$.jobs[*]'}"), "--explain", "--format=json")
                        .out())
                .endsWith(
                        "\"lists\":[{\"target\":\"app\",\"list\":\"the number of $.jobs[*]\",\"item_by_item\":true,\"why\":\"\"}]}\n");
        assertThat(check(config("{name: app_jobs, path: $.jobs}"), "--explain").out())
                .endsWith("\ntarget app: no lists\n");
    }

    /** How each list is read. */
    private List<String> explained(String... mappings) throws IOException {
        String config = config(String.join("\n      - ", mappings));
        return check(config, "--explain")
                .out()
                .lines()
                .dropWhile(line -> !line.startsWith("target app: how"))
                .skip(1)
                .map(line -> line.replaceFirst(".*?: ", ""))
                .toList();
    }

    @Test
    void aSampleShowsWhatTheMappingsMakeOfIt() throws IOException {
        String config = config("{name: app_jobs, path: $.jobs}");
        String good = write("good.json", "{\"jobs\": 3}");
        String bad = write("bad.json", "{\"job\": 3}");

        assertThat(check(config, "--sample=" + good)).isEqualTo(new TryRun(0, """
                1 target, 0 modules, 1 mapping: no problems

                target app  good.json  map N ms
                  ok  app_jobs  $.jobs  3.0

                1 mapping, 1 series.
                """, ""));
        assertThat(check(config, "--sample=app=" + good, "--sample", bad)).isEqualTo(new TryRun(1, """
                1 target, 0 modules, 1 mapping: no problems

                target app  good.json  map N ms
                  ok  app_jobs  $.jobs  3.0

                target app  bad.json  map N ms
                  MISSING  app_jobs  $.jobs  no match; keys here: job
                                             did you mean $.job?  (config.yml:5)

                1 of 2 mappings failed.
                """, ""));
        assertThat(check(config, "--sample=none.json").err()).isEqualTo("none.json: there is no such file\n");
    }

    @Test
    void aSampleBelongsToOneTargetOrModule() throws IOException {
        String config = write("config.yml", """
                modules: {one: {metrics: [{name: app_jobs, path: $.jobs}], probe: {allowed_targets: [10.0.0.0/8]}}}
                targets:
                  - {name: a, url: http://a/, module: one, labels: {from: a}}
                  - {name: b, url: http://b/, module: one, labels: {from: b}}
                """);
        String sample = write("x=y.json", "{\"jobs\": 3}");

        assertThat(check(config, "--sample=" + sample)).isEqualTo(new TryRun(2, "", """
                jsongauge: one document is the answer of one target: add --only with one of a, b
                see --help
                """));
        assertThat(check(config, "--sample=one=" + sample).out()).contains("module one  x=y.json  map ");
        assertThat(check(config, "--sample=b=" + sample).out()).contains("app_jobs  $.jobs  {from=\"b\"} 3.0");
    }

    @Test
    void onlineTheTargetsAreAsked() throws IOException {
        try (FakeTarget target = FakeTarget.answering(200, "{\"jobs\": 3}")) {
            String config = config("{name: app_jobs, path: $.jobs}", target.url("/"));

            assertThat(check(config, "--online").out())
                    .contains("target app  GET http://127.0.0.1:", "app_jobs  $.jobs  3.0");
            target.answer(500, "boom");
            TryRun failed = check(config, "--online");
            assertThat(failed.exitCode()).isEqualTo(1);
            assertThat(failed.out()).endsWith("\nThe reading failed.\n");
        }
    }

    @Test
    void programsGetJson() throws Exception {
        String config = config("{name: app_time_ms, path: $.time}");
        TryRun run = check(config, "--format=json", "--sample=" + write("doc.json", "{}"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .isEqualTo(("{\"problems\":[{\"file\":\"config.yml\",\"line\":5,\"column\":16,\"severity\":\"warning\","
                        + "\"id\":\"base-unit\",\"message\":\"\\\"app_time_ms\\\": use seconds; add `scale: 0.001`, name it"
                        + " \\\"app_time_seconds\\\"\",\"hint\":\"\"}],\"trials\":[{\"target\":\"app\",\"source\":\"doc.json\","
                        + "\"fine\":false,\"failure\":\"\",\"mappings\":[{\"metric\":\"app_time_ms\",\"outcome\":\"MISSING\","
                        + "\"failed\":true,\"path\":\"$.time\",\"samples\":0,\"why\":\"no match; no keys here\",\"hint\":\"\","
                        + "\"place\":\"config.yml:5\"}]}]}\n"));
        assertThat(found(run.out(), "$.trials[0].mappings[?@.failed==true].place"))
                .isEqualTo("config.yml:5");
        assertThat(found(
                        check(write("bad.yml", "targets: x\n"), "--format=json").out(), "$.problems[0].message"))
                .isEqualTo("\"targets\" must be a list, not a text");
    }

    private static String found(String json, String path) throws Exception {
        List<String> found = new ArrayList<>();
        Match root = Match.root(JsonReader.read(json.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT));
        Rfc9535.STRICT.compile(path).each(root, root, match -> found.add(((JsonString) match.value()).text()));
        return String.join("|", found);
    }

    @Test
    void filesOfTargetsAreLookedAtToo() throws IOException {
        write("targets.yml", "- targets: oops\n");
        String config = write("config.yaml", """
                global: {target_label: from}
                modules: {one: {metrics: [{name: app_jobs, path: $.jobs}]}}
                target_files: [{files: [targets.yml], module: one}]
                """);

        TryRun run = check(config);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).startsWith("targets.yml:1:12: error: ");
    }

    @Test
    void mappingsOfAModuleCountOnceWhoeverUsesIt() throws IOException {
        String module = """
                modules:
                  one:
                    metrics: [{name: app_jobs, path: $.jobs}, {name: app_load, path: $.load}]
                    probe: {allowed_targets: [localhost]}
                """;
        String alone = write("alone.yml", module);
        String used = write("used.yml", module + """
                targets:
                  - {name: a, url: http://localhost/a, module: one, labels: {of: a}}
                  - {name: b, url: http://localhost/b, module: one, labels: {of: b}}
                """);

        assertThat(check(alone).out()).isEqualTo("0 targets, 1 module, 2 mappings: no problems\n");
        assertThat(check(used).out()).isEqualTo("2 targets, 1 module, 2 mappings: no problems\n");
    }

    @Test
    void theServerChecksInPlaceOfServing() throws IOException {
        String good = config("{name: app_jobs, path: $.jobs}");
        assertThat(TryRun.ofCommand("--config.check", "--config.file=" + good))
                .isEqualTo(new TryRun(0, "", "1 target, 0 modules, 1 mapping: no problems\n"));
        String bad = config("{name: app_jobs, pth: $.jobs}");
        assertThat(TryRun.ofCommand("run", "--config.check", "--config.file=" + bad)
                        .exitCode())
                .isEqualTo(1);
    }
}
