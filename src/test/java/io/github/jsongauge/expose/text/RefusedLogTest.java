// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.LoggedLines;
import io.github.jsongauge.expose.Statuses;
import io.github.jsongauge.poll.MovableTime;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When something is logged about series that are left out: at changes, and never without bound. */
class RefusedLogTest {
    private static final String LACKS = "WARNING metric \"a\" lacks 2 series: for a test";
    private static final String WHOLE = "INFO metric \"a\" is shown whole again";

    private final LoggedLines logged = new LoggedLines(RefusedLog.class);
    private final MovableTime time = new MovableTime();
    private final RefusedLog log = new RefusedLog(time);

    @AfterEach
    void stopListening() {
        logged.close();
    }

    private static Refused twoOf(String... metrics) {
        Refused refused = new Refused();
        for (String metric : metrics) {
            refused.add(Statuses.gauge(metric, 1), "for a test");
            refused.add(Statuses.gauge(metric, 2), "for another reason");
        }
        return refused;
    }

    @Test
    void aMetricThatLacksSeriesIsNamedOnceUntilItIsWholeAgain() {
        log.log(twoOf());
        log.log(twoOf("a"));
        time.pass(Duration.ofHours(1));
        log.log(twoOf("a"));
        log.log(twoOf("b"));
        log.log(twoOf("b"));

        assertThat(logged.lines()).containsExactly(LACKS, WHOLE, LACKS.replace("\"a\"", "\"b\""));
    }

    @Test
    void aMetricThatFlapsHasOneLineAMinuteAndTheLastOneIsTrue() {
        for (int i = 0; i < 100; i++) {
            log.log(twoOf("a"));
            log.log(twoOf());
        }
        assertThat(logged.lines()).containsExactly(LACKS);

        time.pass(Duration.ofMinutes(1));
        log.log(twoOf());

        assertThat(logged.lines()).containsExactly(LACKS, WHOLE);
    }
}
