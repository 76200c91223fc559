// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.fetch.Reason;
import io.github.jsongauge.poll.Target;
import io.github.jsongauge.poll.TargetStatus;
import io.github.jsongauge.poll.Trigger;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusPageTest {
    private final StatusPage page = new StatusPage(RunningSite.BUILD, "/metrics");

    @Test
    void everyTargetHasARow() {
        String html = html(
                Duration.ofSeconds(3),
                Statuses.up("app", Statuses.gauge("a", 1), Statuses.gauge("b", 2)),
                Statuses.down("db", Reason.CONNECT, "nothing listens at db:5000"),
                Statuses.notReadYet("new"));

        assertThat(html).contains("""
                        <tr><td>app</td><td>up</td><td>3 s ago</td><td class="n">2</td><td class="n">0</td><td></td></tr>
                        <tr><td>db</td><td class="down">down</td><td>never</td><td class="n">0</td><td class="n">0</td><td>connect: nothing listens at db:5000</td></tr>
                        <tr><td>new</td><td>not read yet</td><td>never</td><td class="n">0</td><td class="n">0</td><td></td></tr>
                        """);
    }

    /** It is not down: nobody has asked. */
    @Test
    void aTargetThatNoScrapeHasAskedForLatelyIsNotBlamed() {
        TargetStatus read = Statuses.up("app");
        Target onScrape = Statuses.target("app", new Trigger.OnScrape(Duration.ZERO));
        TargetStatus now =
                new TargetStatus(onScrape, false, read.last(), read.lastSuccess(), null, 1, 0, Map.of(), Map.of());

        assertThat(html(Duration.ofMinutes(10), now))
                .contains("<tr><td>app</td><td>not read lately</td><td>10 min ago</td>");
    }

    @Test
    void theVersionAndTheOtherPagesAreNamed() {
        assertThat(html(Duration.ZERO))
                .contains(
                        "<p>Version 1.2.3, Java 17.0.15. <a href=\"metrics\">Metrics</a>,"
                                + " <a href=\"config\">configuration</a>, <a href=\"-/healthy\">health</a>, <a href=\"-/ready\">readiness</a>.</p>");
    }

    @ParameterizedTest
    @CsvSource({"-5, 0 s", "119, 119 s", "120, 2 min", "7199, 119 min", "7200, 2 h", "360000, 100 h"})
    void agesAreShort(long seconds, String shown) {
        assertThat(html(Duration.ofSeconds(seconds), Statuses.up("app"))).contains("<td>" + shown + " ago</td>");
    }

    @Test
    void textOfTargetsIsNeverMarkup() {
        String html = html(Duration.ZERO, Statuses.down("<b>&amp;\"'", Reason.PARSE, "<script>alert(1)</script>"));

        assertThat(html)
                .contains("<td>&lt;b&gt;&amp;amp;&quot;&#39;</td>")
                .contains("<td>parse: &lt;script&gt;alert(1)&lt;/script&gt;</td>")
                .doesNotContain("<script>", "<b>");
    }

    @Test
    void thePageAllowsNothingButItsOwnStyle() throws Exception {
        try (RunningSite site = new RunningSite()) {
            HttpResponse<String> answer = site.get("/");

            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .hasValue("default-src 'none'; style-src 'sha256-" + hashOfStyle(answer.body())
                            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
            assertThat(answer.body()).doesNotContain("<script", "style=", "onclick", "http://", "https://");
        }
    }

    private static String hashOfStyle(String html) throws Exception {
        Matcher style = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(html);
        assertThat(style.find()).isTrue();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.group(1).getBytes(UTF_8));
        return Base64.getEncoder().encodeToString(hash);
    }

    private String html(Duration sinceNoon, TargetStatus... targets) {
        return new String(
                Bodies.bytes(page.answer(RunningSite.LOADED, List.of(targets), Statuses.NOON.plus(sinceNoon))
                        .body()),
                UTF_8);
    }
}
