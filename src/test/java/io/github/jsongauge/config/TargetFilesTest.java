// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.jsongauge.config.problem.Problem;
import io.github.jsongauge.poll.Target;
import io.github.jsongauge.poll.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Targets that stand in files of their own, and what comes of them as the files change. */
class TargetFilesTest {
    private static final String CONFIG = """
            global: {target_label: instance_name}
            modules:
              app:
                metrics: [{name: app_value, path: $.v}]
            target_files:
              - {files: ['%s'], module: app, interval: 30s}
            """;

    @TempDir
    private Path folder;

    private Config load(String pattern, String... more) throws IOException, ConfigException {
        Path config = write("config.yml", CONFIG.formatted(pattern) + String.join("\n", more));
        return ConfigLoader.load(List.of(config), Map.of());
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static List<String> names(Config config) {
        return config.targets().stream().map(Target::name).toList();
    }

    private List<String> problems(Config config) {
        return config.targetFiles().problems().stream()
                .map(problem -> problem.sentence().replace(folder + "/", ""))
                .toList();
    }

    @Test
    void theTargetsOfAFileHaveItsLabelsAndWhatTheConfigurationSays() throws Exception {
        write("app.yml", """
                - targets: [http://a/status, http://b/status]
                  labels: {team: blue, __meta: x}
                """);

        Config config = load("app.yml");

        assertThat(names(config)).containsExactly("http://a/status", "http://b/status");
        Target first = config.targets().get(0);
        assertThat(first.trigger()).isEqualTo(new Trigger.Every(Duration.ofSeconds(30), Duration.ZERO));
        assertThat(first.mapping().labels().toString())
                .contains("team", "blue", "instance_name", "http://a/status")
                .doesNotContain("__meta");
        assertThat(config.probed()).hasSize(2);
        assertThat(problems(config)).isEmpty();
        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void theLabelNameNamesTheTargetAndIsNoLabelOfItsSeries() throws Exception {
        write("app.yml", "[{targets: ['http://a/'], labels: {name: blue}}]");

        Target target = load("app.yml").targets().get(0);

        assertThat(target.name()).isEqualTo("blue");
        assertThat(target.mapping().labels().toString()).doesNotContain("{name=", " name=", "http://a/");
    }

    @Test
    void aTargetWithoutANameHasItsUrlWithoutUserAndQuery() throws Exception {
        write("app.yml", "[{targets: ['http://user:hunter2@a:8080/x?token=hunter2']}]");

        assertThat(names(load("app.yml"))).containsExactly("http://a:8080/x");
    }

    @Test
    void noProblemShowsTheSecretsOfAUrl() throws Exception {
        write("app.yml", "[{targets: ['http://user:hunter2@a:99999/x?token=hunter2', 'http://u:hunter2/2@a/']}]");

        assertThat(problems(load("app.yml")))
                .hasSize(2)
                .allMatch(problem -> problem.contains("must have a port from 1 to 65535"))
                .noneMatch(problem -> problem.contains("hunter2"));
    }

    @Test
    void jsonMayHaveTabsAndEscapedSlashes() throws Exception {
        write(
                "app.json",
                "[\n\t{\n\t\t\"targets\":[\"http:\\/\\/a\\/\"],\n\t\t\"labels\":{\"name\":\"\\\\/\\u00e4\\ud83d\\ude00\"}\n\t}\n]\n");

        Config config = load("app.json");

        assertThat(problems(config)).isEmpty();
        assertThat(names(config)).containsExactly("\\/ä😀");
        assertThat(config.targets().get(0).request().url().toString()).isEqualTo("http://a/");
    }

    @Test
    void nothingInAFileIsAVariable() throws Exception {
        write("app.yml", "[{targets: ['http://a/'], labels: {team: '${HOME}', name: '$$x'}}]");

        Config config = load("app.yml");

        assertThat(names(config)).containsExactly("$$x");
        assertThat(config.targets().get(0).mapping().labels().toString()).contains("${HOME}");
    }

    @Test
    void aConfigurationWhoseFilesDidNotChangeIsItself() throws Exception {
        write("app.yml", "[{targets: ['http://a/']}]");
        Config config = load("*.yml");
        assertThat(problems(config)).hasSize(1);

        assertThat(config.reread()).isSameAs(config);
    }

    @Test
    void filesAppearChangeAndVanishAndWhatStaysIsEqual() throws Exception {
        Config empty = load("targets/*.yml", "targets: [{name: fixed, url: 'http://f/', metrics: []}]");
        assertThat(names(empty)).containsExactly("fixed");
        assertThat(empty.warnings())
                .extracting(Problem::message)
                .containsExactly("no file matches \"targets/*.yml\" yet");

        write("targets/b.yml", "[{targets: ['http://b/']}]");
        Path a = write("targets/a.yml", "[{targets: ['http://a/', 'http://c/']}]");
        Config both = empty.reread();
        assertThat(names(both)).containsExactly("fixed", "http://a/", "http://c/", "http://b/");

        write("targets/a.yml", "# moved\n[{targets: ['http://c/']}]");
        Config changed = both.reread();
        assertThat(names(changed)).containsExactly("fixed", "http://c/", "http://b/");
        assertThat(both.targets()).containsAll(changed.targets());

        Files.delete(a);
        assertThat(names(changed.reread())).containsExactly("fixed", "http://b/");
    }

    @Test
    void aBrokenFileKeepsItsLastGoodTargetsUntilItIsMended() throws Exception {
        write("app.yml", "[{targets: ['http://a/']}]");
        Config good = load("app.yml");

        write("app.yml", "- targets: [a:8080]\n  label: {x: y}\n");
        Config broken = good.reread();
        assertThat(broken.targets()).isEqualTo(good.targets());
        assertThat(problems(broken))
                .containsExactly(
                        "app.yml:1:13: \"url\" must begin with http://, https:// or unix://, got \"a:8080\";"
                                + " did you mean \"http://a:8080\"?",
                        "app.yml:2:3: unknown key \"label\" in an element of the file; did you mean \"labels\"?");
        assertThat(broken.reread()).isSameAs(broken);

        write("app.yml", "");
        Config empty = broken.reread();
        assertThat(empty.targets()).isEqualTo(good.targets());
        assertThat(problems(empty)).containsExactly("app.yml:1:1: the file is empty; write [] for no targets");

        write("app.yml", "[]");
        Config mended = empty.reread();
        assertThat(mended.targets()).isEmpty();
        assertThat(problems(mended)).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadKeepsItsLastGoodTargets() throws Exception {
        Path file = write("app.yml", "[{targets: ['http://a/']}]");
        Config good = load("app.yml");

        Files.delete(file);
        Files.createDirectory(file);

        Config broken = good.reread();
        assertThat(names(broken)).containsExactly("http://a/");
        assertThat(problems(broken)).containsExactly("app.yml: cannot be read: Is a directory");
        assertThat(broken.reread()).isSameAs(broken);
    }

    @Test
    void aFileThatIsBrokenFromTheStartHasNoTargetsAndTouchesNoOther() throws Exception {
        write("a.yml", "- targets [");
        write("b.yml", "[{targets: ['http://b/']}]");

        Config config = load("[ab].yml");

        assertThat(names(config)).containsExactly("http://b/");
        assertThat(problems(config)).hasSize(1).first().asString().startsWith("a.yml:1:");
    }

    @Test
    void aFileThatTakesTheNameOfAnotherTargetIsNotUsedUntilThatIsGone() throws Exception {
        Path a = write("a.yml", "[{targets: ['http://a/'], labels: {name: x}}]");
        Config first = load("[ab].yml");
        write("b.yml", "[{targets: ['http://b/'], labels: {name: x}}]");

        Config refused = first.reread();
        assertThat(refused.targets()).isEqualTo(first.targets());
        assertThat(problems(refused))
                .containsExactly(
                        "b.yml:1:42: target \"x\" is defined already, at a.yml:1:42; remove it, or give it another label \"name\"");

        Files.delete(a);
        Config then = refused.reread();
        assertThat(then.targets().get(0).request().url().toString()).isEqualTo("http://b/");
        assertThat(problems(then)).isEmpty();
    }

    @Test
    void aRunningTargetStaysWhenAnEarlierFileTakesItsName() throws Exception {
        write("b.yml", "[{targets: ['http://b/'], labels: {name: x}}]");
        Config first = load("[ab].yml");
        write("a.yml", "[{targets: ['http://a/'], labels: {name: x}}]");

        Config refused = first.reread();

        assertThat(refused.targets()).isEqualTo(first.targets());
        assertThat(problems(refused))
                .containsExactly(
                        "a.yml:1:42: target \"x\" is defined already, at b.yml:1:42; remove it, or give it another"
                                + " label \"name\"");
    }

    @Test
    void aTargetMayMoveFromOneFileToAnother() throws Exception {
        write("a.yml", "[]");
        write("b.yml", "[{targets: ['http://x/']}]");
        Config first = load("[ab].yml");

        write("a.yml", "[{targets: ['http://x/']}]");
        write("b.yml", "[{targets: ['http://y/']}]");
        Config moved = first.reread();

        assertThat(names(moved)).containsExactly("http://x/", "http://y/");
        assertThat(moved.targets()).contains(first.targets().get(0));
    }

    @Test
    void targetsOfOneModuleThatDifferInTheNamesOfTheirLabelsAreReported() throws Exception {
        write("a.yml", "[{targets: ['http://a/'], labels: {team: x}}]");
        write("b.yml", "[{targets: ['http://b/'], labels: {zone: y}}]");

        Config config = load("[ab].yml");

        assertThat(names(config)).containsExactly("http://a/");
        assertThat(problems(config))
                .singleElement()
                .asString()
                .startsWith("b.yml:1:13: target \"http://b/\" gives \"app_value\" the labels [instance_name, zone]");
    }

    @Test
    void aSwappedDirectoryIsReadThroughItsLink() throws Exception {
        write("..1/app.yml", "[{targets: ['http://a/']}]");
        write("..2/app.yml", "[{targets: ['http://b/']}]");
        Files.createSymbolicLink(folder.resolve("..data"), Path.of("..1"));
        Files.createSymbolicLink(folder.resolve("app.yml"), Path.of("..data/app.yml"));
        Config first = load("app.yml");

        Files.createSymbolicLink(folder.resolve("..data_tmp"), Path.of("..2"));
        Files.move(folder.resolve("..data_tmp"), folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);

        assertThat(names(first.reread())).containsExactly("http://b/");
    }

    @Test
    void withoutATargetLabelThereAreNoTargetFiles() throws Exception {
        Path config = write("config.yml", CONFIG.formatted("app.yml").replaceFirst("global.*\n", ""));

        ConfigException bad =
                catchThrowableOfType(ConfigException.class, () -> ConfigLoader.load(List.of(config), Map.of()));

        assertThat(bad.problems())
                .filteredOn(problem -> problem.severity() == Problem.Severity.ERROR)
                .extracting(Problem::message)
                .containsExactly("\"target_files\" needs \"target_label\", which tells the targets of the files apart");
    }
}
