// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedTargetsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                 | must be a host, host:port, CIDR or URL prefix, or "*" for any host
            'a b'              | must not contain blanks or control characters
            *.example.com      | must not contain "*"; list each host, or write "*" for any host
            *:9100             | must not contain "*"; list each host, or write "*" for any host
            ftp://a/           | must start with http://, https:// or unix://, got "ftp://"
            http://u:p@a/      | must not contain "@"; credentials belong in basic_auth of the module
            http://a/?b        | must end with its path; leave out "?" and "#"
            http://a/#b        | must end with its path; leave out "?" and "#"
            http:///x          | must have a host after "http://"
            http://a:0/        | must have a port from 1 to 65535
            http://a/x%2fy     | must have a path without encoded "/", "\\", "%" or ".."
            http://127.1/      | must have its IPv4 address as four decimal numbers without leading zeros, got "127.1"
            127.1              | must have its IPv4 address as four decimal numbers without leading zeros, got "127.1"
            2130706433         | must have its IPv4 address as four decimal numbers without leading zeros, got "2130706433"
            010.0.0.1          | must have its IPv4 address as four decimal numbers without leading zeros, got "010.0.0.1"
            0x7f.1             | must have its IPv4 address as four decimal numbers without leading zeros, got "0x7f.1"
            0x7f000001         | must have its IPv4 address as four decimal numbers without leading zeros, got "0x7f000001"
            a/b                | must be a CIDR such as "10.0.0.0/8", or a URL prefix that starts with http:// or https://, got "a/b"
            10.0.0.0/33        | must have a prefix length from 0 to 32 after "/", got "33"
            10.0.0.0/          | must have a prefix length from 0 to 32 after "/", got ""
            fd00::/129         | must have a prefix length from 0 to 128 after "/", got "129"
            10.0.0.5/8         | must have no bits after its prefix; write "10.0.0.0/8"
            ::ffff:10.0.0.0/104 | must have its IPv4 address written as IPv4, got "::ffff:10.0.0.0"
            ::1                | must have its IPv6 address in brackets; write "[::1]"
            a:b:c              | must be a host or host:port, got "a:b:c"
            a:                 | must have a port from 1 to 65535 after ":", got ""
            a:65536            | must have a port from 1 to 65535 after ":", got "65536"
            [::1]:0            | must have a port from 1 to 65535 after ":", got "0"
            [::g]              | must be a host name or an IP address, got "[::g]"
            u@a                | must be a host name or an IP address, got "u@a"
            a%zz               | must be a host name or an IP address, got "a%zz"
            """)
    void aPatternThatIsNoneIsExplained(String pattern, String message) {
        assertThatThrownBy(() -> AllowedTargets.of(List.of(pattern)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "0.0.0.0/0", "::/0", "http://", "HTTPS://"})
    void aPatternThatMatchesAnyHostSaysSo(String pattern) {
        assertThat(AllowedTargets.of(List.of("app", pattern)).anyHost()).isTrue();
    }

    @Test
    void otherPatternsDoNotMatchAnyHost() {
        assertThat(AllowedTargets.of(List.of("app", "app:80", "[::1]", "10.0.0.0/8", "http://app/"))
                        .anyHost())
                .isFalse();
        assertThat(AllowedTargets.of(List.of()).anyHost()).isFalse();
    }

    @Test
    void areEqualWhenTheirPatternsMeanTheSame() {
        AllowedTargets allowed = AllowedTargets.of(List.of("App.example.", "http://a:80/x/", "[0:0::1]"));

        assertThat(allowed)
                .isEqualTo(AllowedTargets.of(List.of("app.example", "http://a/x", "[::1]")))
                .hasSameHashCodeAs(AllowedTargets.of(List.of("app.example", "http://a/x", "[::1]")));
        assertThat(allowed).isNotEqualTo(AllowedTargets.of(List.of("app.example")));
        assertThat(AllowedTargets.of(List.of("*"))).isNotEqualTo(AllowedTargets.UNRESTRICTED);
    }
}
