// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.fetch.FakeTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/** The pages in a real browser, with targets whose names, states and failures are HTML. */
class PageIT {
    private static final String NAME = "<img src=x onerror=alert(1)>\\\"'&amp;";

    @TempDir
    private Path folder;

    private Path config;
    private FakeTarget well;
    private FakeTarget sick;
    private RunningJar jar;
    private RunningBrowser browser;

    @BeforeEach
    void start() throws Exception {
        OutsideTool.requireChromium();
        well = FakeTarget.answering(200, "{\"v\": 1, \"s\": \"<script>alert(2)</script>\"}");
        sick = FakeTarget.answering(200, "{\"<script>alert(3)</script>\": <script>alert(4)</script>}");
        config = Files.writeString(folder.resolve("config.yml"), config("path"));
        jar = RunningJar.start(Map.of(), "--config.file=" + config, "--web.listen-address=127.0.0.1:0");
        jar.awaitMetrics("jsongauge_target_read_failures_total{reason=\"parse\"");
        jar.awaitMetrics("\nv{");
        browser = RunningBrowser.start(folder);
    }

    /** @param path the key, or a mistake in its place */
    private String config(String path) {
        return """
                targets:
                  - name: webapp
                    url: %s
                    interval: 1s
                    metrics:
                      - {name: v, %s: $.v, labels: {s: $.s}}
                      - {name: health, type: enum, path: $.s, states: [up, down]}
                  - {name: "%s", url: "%s", interval: 1s, metrics: []}
                """.formatted(well.url("/"), path, NAME, sick.url("/"));
    }

    @AfterEach
    void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
        jar.close();
        well.close();
        sick.close();
    }

    private void open(String path) {
        browser.driver().get("http://127.0.0.1:" + jar.port() + path);
    }

    private void expectNoScriptAndNoComplaint() {
        assertThat(browser.evaluate("document.scripts.length + document.images.length"))
                .isEqualTo(0L);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void hostileTextIsShownAsText() {
        open("/");

        assertThat(browser.driver()
                        .findElements(By.cssSelector("tbody tr"))
                        .get(1)
                        .getText())
                .startsWith("<img src=x onerror=alert(1)>\"'&amp; down ")
                .contains("parse: ");
        expectNoScriptAndNoComplaint();
    }

    @Test
    void whatIsWrongWithAReloadIsShown() throws Exception {
        Files.writeString(config, config("\"<b>\""));
        jar.awaitMetrics("jsongauge_config_last_reload_successful 0.0");
        open("/");

        assertThat(browser.driver().findElement(By.tagName("pre")).getText())
                .contains("error: unknown key \"<b>\" in metric \"v\"")
                .contains("{name: v, \"<b>\": $.v, labels: {s: $.s}}");
        assertThat(browser.driver().findElements(By.tagName("b"))).isEmpty();
        expectNoScriptAndNoComplaint();
        browser.look(1280, "light");
        browser.screenshot("page-broken-reload");
        browser.look(360, "light");
        assertThat(browser.evaluate("document.querySelector('pre').parentNode.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        browser.screenshot("page-broken-reload-360");
    }

    /** On a phone, too, all of a target is on the screen. */
    @ParameterizedTest
    @CsvSource({
        "360, light, 'rgb(255, 255, 255)'",
        "360, dark, 'rgb(13, 17, 23)'",
        "1280, light, 'rgb(255, 255, 255)'",
        "1280, dark, 'rgb(13, 17, 23)'"
    })
    void thePageFitsTheScreenAndItsColours(int width, String scheme, String background) throws Exception {
        browser.look(width, scheme);
        open("/");

        assertThat(browser.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        assertThat(browser.evaluate("window.innerWidth")).isEqualTo((long) width);
        assertThat(browser.evaluate("document.querySelector('table').parentNode.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        assertThat(browser.evaluate("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo(background);
        expectNoScriptAndNoComplaint();
        browser.screenshot("page-" + width + "-" + scheme);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/config", "/-/healthy", "/-/ready"})
    void theOtherPagesAreTextAndLinked(String path) {
        open("/");
        browser.driver()
                .findElement(By.cssSelector("a[href='" + path.substring(1) + "']"))
                .click();

        assertThat(browser.driver().getCurrentUrl()).endsWith(path);
        assertThat(browser.evaluate("document.contentType")).isEqualTo("text/plain");
        expectNoScriptAndNoComplaint();
    }
}
