// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.fetch.Answer;
import io.github.jsongauge.fetch.FakeTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {
    private static final Path PAGE = Path.of("docs/init.md");
    private static final Pattern EXAMPLE = Pattern.compile(
            "```json\n(.*?)```.*?```console\n\\$ jsongauge init http://localhost:5000/status\n(.*?)```",
            Pattern.DOTALL);

    @TempDir
    private Path folder;

    private static TryRun init(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "init";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return TryRun.ofCommand(all);
    }

    /** Answers with these bodies, one after the other, the last one for ever. */
    private static Answer inTurn(String... bodies) {
        AtomicInteger next = new AtomicInteger();
        return (peer, request) -> Answer.of(200, bodies[Math.min(next.getAndIncrement(), bodies.length - 1)])
                .give(peer, request);
    }

    private String document(String json) throws IOException {
        return Files.writeString(folder.resolve("doc.json"), json).toString();
    }

    @Test
    void thePageShowsWhatItProposes() throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(PAGE));
        assertThat(example.find()).isTrue();
        String first = example.group(1);
        String second = first.replace("91234", "91240").replace("3000", "3001");
        try (FakeTarget target = FakeTarget.answering(inTurn(first, second))) {
            String url = "http://localhost:" + target.port() + "/status";
            TryRun run = init(url);

            assertThat(run.out().replace(url, "http://localhost:5000/status")).isEqualTo(example.group(2));
            assertThat(run.err()).isEmpty();
            assertThat(run.exitCode()).isZero();
            assertThat(target.requests()).isEqualTo(2);
        }
    }

    @Test
    void itWritesAFileThatTryTakesAndSaysWhatToDoNext() throws IOException {
        try (FakeTarget target = FakeTarget.answering(200, "{\"a\": 1, \"status\": \"UP\"}")) {
            Path file = folder.resolve("config.yml");

            assertThat(init(target.url("/status"), "--samples=1", "-o", file.toString()))
                    .isEqualTo(new TryRun(
                            0,
                            "",
                            file + ": 2 mappings, 5 series. Read its comments, then: jsongauge try --config.file="
                                    + file + "\n"));
            assertThat(TryRun.of("--config.file=" + file).exitCode()).isZero();
            assertThat(target.requests()).isEqualTo(2);
        }
    }

    @Test
    void aFileThatExistsStaysAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("config.yml"), "mine");

        assertThat(init(document("{}"), "-o", file.toString()))
                .isEqualTo(new TryRun(1, "", file + " exists already: name another file, or remove it first\n"));
        assertThat(file).hasContent("mine");
    }

    @Test
    void aFileIsOneSampleFromNowhere() throws IOException {
        TryRun run = init(document("{\"requestsTotal\": 5}"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .isEqualTo("where it is from is not known: give --url=URL, or edit the line marked CHANGE ME\n");
        assertThat(run.out()).isEqualTo("""
                # Proposed by jsongauge init from %s/doc.json (1 sample): read the comments, edit, and try it.
                targets:
                  - name: app
                    url: http://localhost:8080/  # CHANGE ME
                    interval: 15s
                    metrics:
                      - {name: app_requests, path: $.requestsTotal}   # LOOKS LIKE A COUNTER: if it only grows, take type: counter and name it …_total
                # series expected: 1
                """.formatted(folder));
    }

    @Test
    void theUrlAndThePrefixMayBeSaid() throws IOException {
        TryRun run = init(document("{\"a\": 1}"), "--url=http://shop.example/api", "--prefix=web_shop");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("\n    url: http://shop.example/api\n", "- {name: web_shop_a, path: $.a}\n");
        assertThat(init(document("{\"a\": 1}"), "--url=http://shop.example/api").out())
                .contains("{name: shop_a,");
    }

    @Test
    void aHealthEndpointThatIsDownIsReadToo() {
        try (FakeTarget target = FakeTarget.answering(503, "{\"status\": \"DOWN\"}")) {
            assertThat(init(target.url("/health"), "--samples=1").out())
                    .contains("\n    accept_status: [200-299, 503]\n")
                    .contains("states: [UP, DOWN, OUT_OF_SERVICE, UNKNOWN]");
        }
    }

    @Test
    void secretsOfTheUrlAreNotWritten() {
        try (FakeTarget target = FakeTarget.answering(200, "{\"a\": 1}")) {
            String url = target.url("/x?token=hunter2&appid=hunter3").replace("://", "://ann:s3cret@");
            TryRun run = init(url, "--samples=1");

            assertThat(run.out() + run.err())
                    .contains("/x?token=${TOKEN:-CHANGE_ME}&appid=${APPID:-CHANGE_ME}'\n")
                    .contains("# secrets are left out: set PASSWORD, TOKEN, APPID in the environment\n")
                    .contains("    basic_auth: {username: ann, password: '${PASSWORD:-CHANGE_ME}'}\n")
                    .doesNotContain("hunter", "s3cret");
            assertThat(target.heard().get(0).line()).contains("token=hunter2");
        }
    }

    @Test
    void whatCannotBeReadIsOneSentenceWithARemedy() throws IOException {
        try (FakeTarget html = FakeTarget.answering(200, "<html></html>");
                FakeTarget closed = FakeTarget.answering(401, "{}")) {
            String here = "http://127.0.0.1:";
            assertThat(init("http://localhost:1/status"))
                    .isEqualTo(
                            new TryRun(
                                    1,
                                    "",
                                    "cannot read http://localhost:1/status: localhost:1 refuses connections; check that it runs, and can be reached from here\n"));
            assertThat(init(closed.url("/")).err())
                    .isEqualTo(
                            "cannot read " + here + closed.port() + "/: 127.0.0.1:" + closed.port()
                                    + " answered with status 401; check the URL, or fetch it by other means and pipe it: curl … | jsongauge init --url=URL -\n");
            assertThat(init(html.url("/")).err())
                    .startsWith("cannot read " + here + html.port() + "/: ")
                    .endsWith("; name a URL that answers with JSON\n")
                    .contains("HTML");
        }
        assertThat(init(document("{")).exitCode()).isEqualTo(1);
        assertThat(init("http://").err()).isEqualTo("the URL must have a host after \"http://\"\n");
    }

    @Test
    void aTargetTakesThePlaceOfAConfiguration() {
        assertThat(TryRun.ofCommand("--target=http://localhost:1/", "--global.interval=5s"))
                .isEqualTo(new TryRun(
                        2,
                        "",
                        "jsongauge: --target takes the place of a configuration: leave out --global.interval,"
                                + " or write one by jsongauge init\nsee --help\n"));
    }

    @Test
    void wrongUsageIsTold() {
        assertThat(init("x.json", "--prefix=Web-Shop"))
                .isEqualTo(
                        new TryRun(
                                2,
                                "",
                                "jsongauge: --prefix must be a word such as billing or web_shop, got \"Web-Shop\"\nsee --help\n"));
        assertThat(init("x.json", "--samples=0").err()).contains("must be a number from 1 to 99, got \"0\"");
        assertThat(init("x.json", "--every=1").err()).contains("must be a duration such as 5s", "got \"1\"");
        assertThat(init("x.json").err()).isEqualTo("x.json: there is no such file\n");
    }
}
