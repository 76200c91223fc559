// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListenAddressTest {
    @ParameterizedTest
    @CsvSource({
        "':9877', '', 9877",
        "'localhost:80', localhost, 80",
        "'127.0.0.1:0', 127.0.0.1, 0",
        "'[::1]:9877', ::1, 9877",
        "'[fe80::1%eth0]:9877', fe80::1%eth0, 9877"
    })
    void anAddressIsHostAndPort(String text, String host, int port) {
        assertThat(ListenAddress.parse(text)).isEqualTo(new ListenAddress(host, port));
    }

    @ParameterizedTest
    @ValueSource(strings = {":9877", "localhost:80", "[::1]:9877"})
    void anAddressReadsAsItWasWritten(String text) {
        assertThat(ListenAddress.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9877           | write \":9877\"",
                "localhost      | the port is missing: write \"localhost:9877\"",
                "::1:9877       | write an IPv6 address in brackets: \"[::1]:9877\"",
                ":99999         | a port is a number from 0 to 65535",
                ":              | write \":9877\", \"127.0.0.1:9877\" or \"[::1]:9877\"",
                "[::1]          | write \":9877\", \"127.0.0.1:9877\" or \"[::1]:9877\"",
                "http://a:9877  | write \":9877\", \"127.0.0.1:9877\" or \"[::1]:9877\""
            })
    void whatIsNoAddressIsRefusedWithWhatWouldBe(String text, String hint) {
        assertThatThrownBy(() -> ListenAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"" + text + "\" is not an address to listen on: " + hint);
    }

    @Test
    void aPortBelowZeroIsRefused() {
        assertThatThrownBy(() -> new ListenAddress("", -1)).hasMessage("port must be 0 to 65535, got -1");
    }
}
