// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.fetch.Reason;
import io.github.jsongauge.mapping.Skip;
import io.github.jsongauge.mapping.SkipReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When something is logged about a target: at changes, and never without bound. */
class ReadingLogTest {
    private static final Skip SKIP = new Skip("v", SkipReason.MISSING, 2, "no match for $.v");

    private final Logger logger = Logger.getLogger(ReadingLog.class.getName());
    private final List<String> lines = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord logged) {
            lines.add(logged.getLevel() + " " + new SimpleFormatter().formatMessage(logged));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final MovableTime time = new MovableTime();
    private final ReadingLog log = new ReadingLog("app", time);

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(handler);
    }

    private Reading ok(Skip... skips) {
        return new Reading.Ok(time.now(), Duration.ZERO, List.of(), List.of(skips));
    }

    private Reading failed(Reason reason) {
        return new Reading.Failed(time.now(), Duration.ZERO, reason, "because");
    }

    @Test
    void aFailureIsLoggedOnceUntilTheTargetIsBack() {
        log.log(ok());
        log.log(failed(Reason.CONNECT));
        log.log(failed(Reason.CONNECT));
        log.log(failed(Reason.TIMEOUT));
        log.log(ok());
        log.log(ok());

        assertThat(lines)
                .containsExactly(
                        "WARNING target app cannot be read: because (connect)",
                        "WARNING target app cannot be read: because (timeout)",
                        "INFO target app is back: 0 samples");
    }

    @Test
    void aTargetThatFlapsHasSixLinesAMinute() {
        for (int i = 0; i < 100; i++) {
            log.log(failed(i % 2 == 0 ? Reason.CONNECT : Reason.RESET));
        }
        assertThat(lines).hasSize(6);

        time.pass(Duration.ofMinutes(1));
        log.log(failed(Reason.CONNECT));
        assertThat(lines).hasSize(7);
    }

    @Test
    void aSkipIsLoggedWhenItBeginsAndAtMostOnceAMinute() {
        log.log(ok(SKIP));
        log.log(ok(SKIP));
        log.log(ok());
        log.log(ok(SKIP));
        assertThat(lines)
                .containsExactly("WARNING target app: v has no value: no match for $.v (missing, 2 in this reading)");

        time.pass(Duration.ofMinutes(1));
        log.log(ok(SKIP));
        assertThat(lines).hasSize(2);
    }

    @Test
    void aBugHasItsStackTraceOnceUntilAReadingEndsInAnotherWay() {
        for (int i = 0; i < 3; i++) {
            log.bug(new IllegalStateException("oops"));
            log.log(failed(Reason.INTERNAL));
        }
        assertThat(lines)
                .containsExactly(
                        "SEVERE a bug in jsongauge stopped the reading of target app",
                        "WARNING target app cannot be read: because (internal)");
    }
}
