// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogSetupTest {
    private final Logger root = Logger.getLogger("");
    private final Logger ours = Logger.getLogger("io.github.jsongauge");
    private final List<Handler> handlers = List.of(root.getHandlers());
    private final Level rootLevel = root.getLevel();
    private final Level ourLevel = ours.getLevel();

    @AfterEach
    void asBefore() {
        List.of(root.getHandlers()).forEach(root::removeHandler);
        handlers.forEach(root::addHandler);
        root.setLevel(rootLevel);
        ours.setLevel(ourLevel);
    }

    @Test
    void linesAreLogfmtUnlessJsonIsWanted() {
        LogSetup.configure(LogLevel.WARN, LogFormat.LOGFMT);

        assertThat(root.getHandlers()).hasSize(1);
        assertThat(root.getHandlers()[0]).isInstanceOf(QueuedHandler.class);
        assertThat(root.getHandlers()[0].getFormatter()).isInstanceOf(LogfmtFormatter.class);
        assertThat(ours.isLoggable(Level.WARNING)).isTrue();
        assertThat(ours.isLoggable(Level.INFO)).isFalse();

        LogSetup.configure(LogLevel.INFO, LogFormat.JSON);

        assertThat(root.getHandlers()).hasSize(1);
        assertThat(root.getHandlers()[0].getFormatter()).isInstanceOf(JsonFormatter.class);
        assertThat(ours.isLoggable(Level.INFO)).isTrue();
    }
}
