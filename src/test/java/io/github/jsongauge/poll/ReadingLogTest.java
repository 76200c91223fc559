// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.LoggedLines;
import io.github.jsongauge.fetch.Reason;
import io.github.jsongauge.mapping.Skip;
import io.github.jsongauge.mapping.SkipReason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When something is logged about a target: at changes, and never without bound. */
class ReadingLogTest {
    private static final Skip SKIP = new Skip("v", SkipReason.MISSING, 2, "no match for $.v");

    private final LoggedLines logged = new LoggedLines(ReadingLog.class);
    private final MovableTime time = new MovableTime();
    private final ReadingLog log = new ReadingLog("app", time);

    @AfterEach
    void stopListening() {
        logged.close();
    }

    private Reading ok(Skip... skips) {
        return new Reading.Ok(time.now(), Duration.ZERO, Reading.Received.NOTHING, List.of(), List.of(skips));
    }

    private void log(Reading reading) {
        log.log(reading, null);
    }

    private Reading failed(Reason reason) {
        return new Reading.Failed(time.now(), Duration.ZERO, Reading.Received.NOTHING, reason, "because");
    }

    @Test
    void aFailureIsLoggedOnceUntilTheTargetIsBack() {
        log(ok());
        log(failed(Reason.CONNECT));
        log(failed(Reason.CONNECT));
        log(failed(Reason.TIMEOUT));
        log(ok());
        log(ok());

        assertThat(logged.lines())
                .containsExactly(
                        "WARNING target app cannot be read: because (connect)",
                        "WARNING target app cannot be read: because (timeout)",
                        "INFO target app is back: 0 samples");
    }

    @Test
    void aTargetThatFlapsHasSixLinesAMinute() {
        for (int i = 0; i < 100; i++) {
            log(failed(i % 2 == 0 ? Reason.CONNECT : Reason.RESET));
        }
        assertThat(logged.lines()).hasSize(6);

        time.pass(Duration.ofMinutes(1));
        log(failed(Reason.CONNECT));
        assertThat(logged.lines()).hasSize(7);
    }

    @Test
    void aSkipIsLoggedWhenItBeginsAndAtMostOnceAMinute() {
        log(ok(SKIP));
        log(ok(SKIP));
        log(ok());
        log(ok(SKIP));
        assertThat(logged.lines())
                .containsExactly("WARNING target app: v has no value: no match for $.v (missing, 2 in this reading)");

        time.pass(Duration.ofMinutes(1));
        log(ok(SKIP));
        assertThat(logged.lines()).hasSize(2);
    }

    @Test
    void theLastLineOfATargetThatFlappedIsTrue() {
        for (int i = 0; i < 10; i++) {
            log(failed(Reason.CONNECT));
            log(ok());
        }
        log(failed(Reason.TIMEOUT));
        assertThat(logged.lines()).hasSize(6).last().isEqualTo("INFO target app is back: 0 samples");

        time.pass(Duration.ofMinutes(1));
        log(failed(Reason.TIMEOUT));
        log(failed(Reason.TIMEOUT));

        assertThat(logged.lines()).hasSize(7).last().isEqualTo("WARNING target app cannot be read: because (timeout)");
    }

    @Test
    void aBugHasItsStackTraceOnceUntilAReadingEndsInAnotherWay() {
        for (int i = 0; i < 3; i++) {
            log.log(failed(Reason.INTERNAL), new IllegalStateException("oops"));
        }
        assertThat(logged.lines())
                .containsExactly(
                        "WARNING target app cannot be read: because (internal)",
                        "SEVERE a bug in jsongauge stopped the reading of target app");
    }

    @Test
    void aBugThatComesAndGoesHasNoMoreLinesThanAnyFailure() {
        for (int i = 0; i < 100; i++) {
            log.log(failed(Reason.INTERNAL), new IllegalStateException("oops"));
            log(ok());
        }

        assertThat(logged.lines()).hasSize(9);
    }
}
