// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
    private static String basic(String both) {
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8));
    }

    @Test
    void thePasswordBeginsBehindTheFirstColon() {
        assertThat(Credentials.of(basic("alice:a:b"))).isEqualTo(new Credentials("alice", "a:b"));
        assertThat(Credentials.of(basic(":"))).isEqualTo(new Credentials("", ""));
        assertThat(Credentials.of(basic("zoë:пароль"))).isEqualTo(new Credentials("zoë", "пароль"));
    }

    @Test
    void theSchemeMayBeSpeltInAnyCase() {
        assertThat(Credentials.of("bAsIc   YTpi ")).isEqualTo(new Credentials("a", "b"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Basic", "Basic ", "Basic !!!", "Basic YQ==", "Bearer YTpi", "Basic YTpi YTpi", "YTpi"})
    void whatIsNotWrittenAsItShouldBeShowsNobody(String authorization) {
        assertThat(Credentials.of(authorization)).isNull();
    }

    @Test
    void nothingOfThemIsShown() {
        assertThat(new Credentials("alice", "hunter2")).hasToString("<secret>");
    }
}
