// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.OutsideTool;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** All commands, as docs/commands.md shows them; {@code -Dcommands.update=true} writes the texts there. */
class CommandsTest {
    private static final Path PAGE = Path.of("docs/commands.md");
    private static final Pattern HELP =
            Pattern.compile("```text\n\\$ jsongauge((?: [\\w-]+)?) --help\n(.*?)```", Pattern.DOTALL);
    private static final Pattern FLAG = Pattern.compile("(?<![\\w-])--(?:\\[no-\\])?[a-z][a-z.-]*");

    private final CommandLine jsongauge = Main.commandLine(Map.of());

    private String help(String command) {
        StringWriter out = new StringWriter();
        CommandLine run = Main.commandLine(Map.of()).setOut(new PrintWriter(out));
        String[] args = (command + " --help").strip().split(" ");
        assertThat(run.execute(args)).isZero();
        return out.toString().replaceAll(" +\n", "\n");
    }

    @Test
    void thePageShowsTheHelpOfEachCommand() throws Exception {
        String page = Files.readString(PAGE);
        List<String> shown = new ArrayList<>();
        String fresh = HELP.matcher(page).replaceAll(block -> {
            shown.add(block.group(1).strip());
            return Matcher.quoteReplacement(
                    "```text\n$ jsongauge" + block.group(1) + " --help\n" + help(block.group(1)) + "```");
        });
        if (Boolean.getBoolean("commands.update")) {
            Files.writeString(PAGE, fresh);
        }
        assertThat(PAGE).content().isEqualTo(fresh);
        List<String> commands = new ArrayList<>(jsongauge.getSubcommands().keySet());
        commands.remove("run");
        commands.add("");
        assertThat(shown).containsExactlyInAnyOrderElementsOf(commands);
    }

    @Test
    void noPageNamesAFlagThatDoesNotExist() throws Exception {
        List<String> flags = new ArrayList<>(List.of("--no-web.lifecycle", "--[no-]web.lifecycle", "--a.b-c"));
        Stream.concat(Stream.of(jsongauge), jsongauge.getSubcommands().values().stream())
                .flatMap(command -> command.getCommandSpec().options().stream())
                .forEach(option -> flags.addAll(Arrays.asList(option.names())));
        for (String page : List.of(
                "docs/commands.md",
                "docs/check.md",
                "docs/init.md",
                "docs/try.md",
                "docs/configuration.md",
                "docs/web.md",
                "README.md")) {
            assertThat(FLAG.matcher(Files.readString(Path.of(page)))
                            .results()
                            .map(flag -> flag.group().replaceAll("[.-]+$", "")))
                    .as(page)
                    .allMatch(flags::contains);
        }
    }

    @Test
    void bashCompletesCommandsAndFlags() throws Exception {
        StringWriter script = new StringWriter();
        assertThat(Main.commandLine(Map.of()).setOut(new PrintWriter(script)).execute("completion"))
                .isZero();
        OutsideTool bash = OutsideTool.bash();

        assertThat(completed(bash, script, "jsongauge", "ch")).isEqualTo("check");
        assertThat(completed(bash, script, "jsongauge", "check", "--lint")).isEqualTo("--lint-fatal");
    }

    /** What the script proposes for the last word of a line. */
    private static String completed(OutsideTool bash, StringWriter script, String... words) throws IOException {
        String line = "\nCOMP_WORDS=(" + String.join(" ", words) + ") COMP_CWORD=" + (words.length - 1)
                + "\n_complete_jsongauge 2>/dev/null\necho \"${COMPREPLY[@]}\"\n";
        OutsideTool.Verdict verdict = bash.judge((script + line).getBytes(UTF_8));
        assertThat(verdict.exitCode()).as(verdict.output()).isZero();
        return verdict.output().strip();
    }

    @TestFactory
    Stream<DynamicTest> theExamplesAreRightUsage() {
        return Stream.concat(Stream.of(jsongauge), jsongauge.getSubcommands().values().stream())
                .flatMap(command ->
                        Arrays.stream(command.getCommandSpec().usageMessage().footer()))
                .filter(line -> line.contains("jsongauge ") && line.startsWith("  ") && !line.contains("<("))
                .map(line -> DynamicTest.dynamicTest(line, () -> {
                    String[] words = line.replaceFirst(".*jsongauge ", "")
                            .replaceFirst(" > .*", "")
                            .replace("'", "")
                            .split(" ");
                    assertThat(Main.commandLine(Map.of()).parseArgs(words).errors())
                            .isEmpty();
                }));
    }

    /** Two values for each flag that has a variable. */
    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("--config.file", List.of("a.yml,b.yml", "c.yml")),
            Map.entry("--config.check", List.of("true", "false")),
            Map.entry("--global.interval", List.of("3s", "4s")),
            Map.entry("--global.timeout", List.of("3s", "4s")),
            Map.entry("--log.format", List.of("json", "logfmt")),
            Map.entry("--log.level", List.of("warn", "debug")),
            Map.entry("--web.config.file", List.of("a.yml", "b.yml")),
            Map.entry("--web.disable-exporter-metrics", List.of("true", "false")),
            Map.entry("--web.lifecycle", List.of("false", "true")),
            Map.entry("--web.listen-address", List.of(":1,[::1]:2", ":3")),
            Map.entry("--web.max-requests", List.of("0", "7")),
            Map.entry("--web.systemd-socket", List.of("true", "false")),
            Map.entry("--web.telemetry-path", List.of("/a", "/b")));

    @TestFactory
    Stream<DynamicTest> aFlagWinsOverItsVariableAndThatOverTheDefault() {
        List<String> flags = jsongauge.getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .filter(name -> name.contains("."))
                .toList();
        assertThat(VALUES).containsOnlyKeys(flags);
        return flags.stream()
                .map(flag -> DynamicTest.dynamicTest(flag, () -> {
                    List<String> values = VALUES.getOrDefault(flag, List.of());
                    String first = values.get(0);
                    String second = flag + "=" + values.get(1);
                    String variable = EnvironmentDefaults.variable(flag);
                    Object byDefault = value(flag, Map.of());
                    Object ofFlag = value(flag, Map.of(), second);
                    Object ofVariable = value(flag, Map.of(variable, first));

                    assertThat(ofVariable).isNotEqualTo(byDefault).isNotEqualTo(ofFlag);
                    assertThat(ofVariable).isEqualTo(value(flag, Map.of(), flag + "=" + first));
                    assertThat(value(flag, Map.of(variable, first), second)).isEqualTo(ofFlag);
                    assertThat(value(flag, Map.of(variable, ""))).isEqualTo(byDefault);
                }));
    }

    @Test
    void aWrongValueIsBlamedOnTheVariableThatHasIt() {
        Map<String, String> environment = Map.of("JSONGAUGE_WEB_MAX_REQUESTS", "x");

        assertThat(complaint(environment, "run"))
                .isEqualTo(
                        "jsongauge: Invalid value for option '--web.max-requests': must be a number from 0 to 999999,"
                                + " got \"x\", which JSONGAUGE_WEB_MAX_REQUESTS says\nsee --help\n");
        assertThat(complaint(environment, "run", "--web.max-requests=y"))
                .isEqualTo(
                        "jsongauge: Invalid value for option '--web.max-requests': must be a number from 0 to 999999,"
                                + " got \"y\"\nsee --help\n");
    }

    @Test
    void whatAVariableSetsSaysSo(@TempDir Path folder) throws Exception {
        Path config = Files.writeString(
                folder.resolve("config.yml"), "targets: [{name: a, url: 'http://a/', metrics: []}]\n");
        Map<String, String> environment = Map.of("JSONGAUGE_GLOBAL_INTERVAL", "9s", "JSONGAUGE_GLOBAL_TIMEOUT", "8s");

        assertThat(printed(environment, "config", "--effective", "--config.file=" + config, "--global.timeout=7s"))
                .contains("  interval: 9s # JSONGAUGE_GLOBAL_INTERVAL\n", "  timeout: 7s # --global.timeout\n")
                .contains("    interval: 9s # JSONGAUGE_GLOBAL_INTERVAL\n");
        assertThat(printed(Map.of("JSONGAUGE_GLOBAL_INTERVAL", "9x"), "check", config.toString()))
                .startsWith("JSONGAUGE_GLOBAL_INTERVAL:1:1: error: \"interval\" must be a duration");
    }

    private static String printed(Map<String, String> environment, String... args) {
        StringWriter out = new StringWriter();
        int unused = Main.commandLine(environment).setOut(new PrintWriter(out)).execute(args);
        return out.toString();
    }

    private static String complaint(Map<String, String> environment, String... args) {
        StringWriter err = new StringWriter();
        assertThat(Main.commandLine(environment).setErr(new PrintWriter(err)).execute(args))
                .isEqualTo(CommandLine.ExitCode.USAGE);
        return err.toString();
    }

    private static @Nullable Object value(String flag, Map<String, String> environment, String... args) {
        CommandLine command = Main.commandLine(environment);
        command.parseArgs(args);
        return command.getCommandSpec().findOption(flag).getValue();
    }
}
