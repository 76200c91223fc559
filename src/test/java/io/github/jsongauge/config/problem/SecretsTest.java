// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url: http://host/status?page=1 | url: http://host/status?page=1",
                "url: http://u:hunter2@host/ | url: http://<secret>@host/",
                "url: http://u:p@ss/w#rd@host/ | url: http://<secret>@host/",
                "{url: \"http://h/?token=hunter2\", x: y} | {url: \"http://h/?token=<secret>\", x: y}",
                "http://h/?a=b&API_KEY=hunter2&c=d | http://h/?a=b&API_KEY=<secret>&c=d",
                "http://h/?X-Amz-Signature=hunter2 | http://h/?X-Amz-Signature=<secret>",
                "password: hunter2 and more | password: <secret>",
                "{x: y, \"client_secret\": hunter2} | {x: y, \"client_secret\": <secret>",
                "map: {passed: 1, failed: 0} | map: {passed: 1, failed: 0}",
            })
    void secretsAreTakenOut(String text, String shown) {
        assertThat(Secrets.hideIn(text)).isEqualTo(shown);
    }

    @Test
    void whatIsUnderlinedMovesWithTheText() {
        String line = "url: http://u:hunter2@host/?token=x y";
        assertThat(Excerpt.of(line, line.indexOf("y"), 1))
                .isEqualTo(new Excerpt("url: http://<secret>@host/?token=<secret> y", 42, 1));
        assertThat(Excerpt.of(line, line.indexOf("http"), line.length() - 7))
                .isEqualTo(new Excerpt("url: http://<secret>@host/?token=<secret> y", 5, 36));
    }

    @Test
    void aLongLineIsCutAroundWhatIsUnderlined() {
        String line = "a".repeat(1_000) + "b" + "c".repeat(1_000);
        Excerpt excerpt = Excerpt.of(line, 1_000, 1);
        assertThat(excerpt.line()).startsWith("…aaa").endsWith("ccc…").hasSize(162);
        assertThat(excerpt.line().charAt(excerpt.offset())).isEqualTo('b');
    }
}
