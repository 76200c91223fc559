// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.jsongauge.demo.StatusApplication;
import io.github.jsongauge.fetch.FakeTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code jsongauge --target} of the packaged jar: metrics without any configuration. */
class TargetIT {
    private static final String LISTEN = "--web.listen-address=127.0.0.1:0";

    @Test
    void theStatusApplicationBecomesFourMetricsByOneCommand() throws Exception {
        try (StatusApplication application = StatusApplication.start(0, Clock.systemUTC())) {
            String url = "http://localhost:" + application.port() + "/status";
            // as in the image, where a file is named that --target takes the place of
            Map<String, String> environment =
                    Map.of("POLLING_INTERVAL_SECONDS", "0.2", "JSONGAUGE_CONFIG_FILE", "/etc/jsongauge");
            try (RunningJar jar = RunningJar.start(environment, "--target=" + url, LISTEN)) {
                jar.awaitMetrics("app_health{app_health=\"healthy\"} 1\n");

                assertThat(jar.lines("app_").stream()
                                .map(line -> line.replaceFirst("[{ ].*", ""))
                                .distinct())
                        .containsExactly(
                                "app_current_requests", "app_health", "app_pending_requests", "app_uptime_seconds");
                await().atMost(Duration.ofSeconds(30)).until(() -> jar.out().contains("-o config.yml\n"));
                String shown =
                        jar.out().replace(url, "http://localhost:5000/status").replace(":" + jar.port(), ":9877");
                assertThat(timeless(shown)).isEqualTo(timeless(pageExample()));
            }
        }
    }

    @Test
    void whatCannotBeReadIsOneSentence() throws Exception {
        try (FakeTarget target = FakeTarget.answering(200, "<html>")) {
            RunningJar.Ended ended = RunningJar.run("run", "--target", target.url("/"), LISTEN);

            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err())
                    .startsWith("cannot read " + target.url("/") + ": ")
                    .endsWith("; name a URL that answers with JSON\n")
                    .hasLineCount(1);
        }
    }

    private static String pageExample() throws IOException {
        Matcher example = Pattern.compile("\\$ jsongauge --target=\\S+\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/init.md")));
        assertThat(example.find()).isTrue();
        return example.group(1);
    }

    /** Without versions, sizes, times and values, and the blanks that depend on them. */
    private static String timeless(String text) {
        return text.replaceFirst("jsongauge \\S+ · Java \\S+", "jsongauge")
                .replaceFirst(", \\d+ B, \\d+ ms", "")
                .replaceAll(" +\\d+(?=  gauge)", "")
                .replaceAll("(?<=\\S) {2,}", "  ");
    }
}
