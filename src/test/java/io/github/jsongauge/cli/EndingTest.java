// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndingTest {
    private final List<String> events = new ArrayList<>();

    private Ending ending(Runnable close) {
        return new Ending(close, code -> events.add("halt " + code));
    }

    @Test
    void aSignalClosesAndIsNoFailure() {
        ending(() -> events.add("close")).run();

        assertThat(events).containsExactly("close", "halt 0");
    }

    @Test
    void aCloseThatFailsDoesNotKeepTheProcessAlive() {
        ending(() -> {
                    throw new IllegalStateException("oops");
                })
                .run();

        assertThat(events).containsExactly("halt 0");
    }

    @Test
    void whoEndsItOtherwiseKeepsTheExitCode() {
        Ending ending = ending(() -> events.add("close"));

        ending.doneServing();
        ending.run();

        assertThat(events).containsExactly("close");
    }
}
