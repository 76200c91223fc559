// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetUrlTest {
    @ParameterizedTest
    @CsvSource({
        "http://app/status,                        http://app/status",
        "http://app:80,                            http://app/",
        "HTTPS://App.Example:8443/s?a=1&b,         https://app.example:8443/s?a=1&b",
        "http://my_app.my_net:8080/,               http://my_app.my_net:8080/",
        "http://[::1]:9000/,                       http://[::1]:9000/",
        "http://user:hunter2@app/,                 http://<secret>@app/",
        "http://user@app/,                         http://<secret>@app/",
        "http://app/?api_KEY=abc&n=1,              http://app/?api_KEY=<secret>&n=1",
        "http://app/?n=1&access_token=a%3Db&key=,  http://app/?n=1&access_token=<secret>&key=<secret>",
        "http://app/?%74oken=abc&token,            http://app/?%74oken=<secret>&token",
        "http://app/?PassWord=a&sig=b&x-auth=c&client_secret=d,"
                + " http://app/?PassWord=<secret>&sig=<secret>&x-auth=<secret>&client_secret=<secret>"
    })
    void isShownWithoutItsSecrets(String url, String shown) {
        assertThat(TargetUrl.parse(url)).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ftp://app/           | must start with http://, https:// or unix://, got "ftp:"
            file:/etc/passwd     | must start with http://, https:// or unix://, got "file:"
            app/status           | must start with http://, https:// or unix://
            localhost:8080/s     | must start with http://, https:// or unix://
            ''                   | must start with http://, https:// or unix://
            http:/app            | must start with http://, https:// or unix://, got "http:"
            http://              | must have a host after "http://"
            https:///status      | must have a host after "https://"
            http://:8080/        | must have a host after "http://"
            http://user@/        | must have a host after "http://"
            http://app:port/     | must have a port from 1 to 65535
            http://app:0/        | must have a port from 1 to 65535
            http://app:65536/    | must have a port from 1 to 65535
            http://app:-1/       | must have a port from 1 to 65535
            http://u:p@app:99999 | must have a port from 1 to 65535
            http://a%zz/         | must have a host name or an IP address after "://"
            http://[::g]/        | must have a host name or an IP address after "://"
            'http://app/a b'     | must not contain blanks or control characters
            ' http://app/'       | must not contain blanks or control characters
            """)
    void saysWhatIsWrong(String url, String message) {
        assertThatThrownBy(() -> TargetUrl.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void isEqualOnlyWithTheSameSecrets() {
        TargetUrl url = TargetUrl.parse("http://app/?token=a");

        assertThat(url)
                .isEqualTo(TargetUrl.parse("http://APP:80/?token=a"))
                .hasSameHashCodeAs(TargetUrl.parse("http://app/?token=a"));
        assertThat(url).isNotEqualTo(TargetUrl.parse("http://app/?token=b"));
        assertThat(TargetUrl.parse("http://u:a@app/")).isNotEqualTo(TargetUrl.parse("http://u:b@app/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://app", "http://app:80/", "http://app/x?y=1"})
    void namesHostAndPortInMessages(String url) {
        assertThat(TargetUrl.parse(url).hostAndPort()).isEqualTo("app:80");
    }
}
