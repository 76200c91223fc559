// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlowLaneTest {
    private static final long BACK = Duration.ofSeconds(10).toNanos();

    private final MovableTime time = new MovableTime();
    private final SlowLane lane = new SlowLane(time);

    /** Everybody asks once; those who were let in leave before the next round. */
    private List<Integer> round(int from, int to, int places) {
        List<Integer> entered = new ArrayList<>();
        for (int who = from; who < to; who++) {
            if (lane.enter(who, places, BACK)) {
                entered.add(who);
            }
        }
        entered.forEach(who -> lane.leave());
        time.pass(Duration.ofNanos(BACK));
        return entered;
    }

    @Test
    void howeverManyAskEachGetsItsTurn() {
        List<Integer> turns = new ArrayList<>();
        for (int round = 0; round < 10; round++) {
            turns.addAll(round(0, 20, 4));
        }

        for (int who = 0; who < 20; who++) {
            assertThat(Collections.frequency(turns, who))
                    .as("%d in %s", who, turns)
                    .isEqualTo(2);
        }
    }

    @Test
    void whileAllFitNobodyIsTurnedAway() {
        for (int round = 0; round < 3; round++) {
            assertThat(round(0, 4, 4)).containsExactly(0, 1, 2, 3);
        }
    }

    @Test
    void aPlaceIsKeptForTwoTurnsAtMost() {
        assertThat(round(0, 3, 1)).containsExactly(0);
        assertThat(round(5, 6, 1)).isEmpty();
        assertThat(round(5, 6, 1)).isEmpty();

        time.pass(Duration.ofNanos(1));

        assertThat(round(5, 6, 1)).containsExactly(5);
    }

    @Test
    void noPlaceIsKeptForOneThatIsForgotten() {
        assertThat(round(0, 2, 1)).containsExactly(0);
        lane.forget(1);

        assertThat(round(0, 2, 1)).containsExactly(0);
    }

    @Test
    void whenPlacesAreTakenAwayThoseInsideStay() {
        IntStream.range(0, 4)
                .forEach(who -> assertThat(lane.enter(who, 4, BACK)).isTrue());

        assertThat(lane.enter(9, 2, BACK)).isFalse();
        lane.leave();
        lane.leave();
        assertThat(lane.enter(9, 2, BACK)).isFalse();
        lane.leave();
        assertThat(lane.enter(9, 2, BACK)).isTrue();
    }
}
