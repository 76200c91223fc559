// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.mapping.Group;
import io.github.jsongauge.mapping.LabelRules;
import io.github.jsongauge.mapping.explain.Explained;
import io.github.jsongauge.mapping.explain.Explanation;
import io.github.jsongauge.mapping.explain.Outcome;
import io.github.jsongauge.poll.Limits;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialTextTest {
    private static final Explanation GOOD =
            new Explanation("app_a", Outcome.OK, "$.a", 5, List.of("1.0", "2.0", "3.0"), 0, "", "");
    private static final Explanation BAD =
            new Explanation("app_b", Outcome.MISSING, "$.b", 0, List.of(), 2, "no match", "did you mean $.a?");

    private static Subject subject(String name) {
        return Subject.ofTarget(name, new Group(null, LabelRules.NONE, List.of(), List.of()), Limits.DEFAULT);
    }

    private static Trial trial(Explanation... mappings) {
        Explained explained = new Explained(List.of(mappings), List.of(), null, Duration.ofNanos(123_456));
        return new Trial(
                subject("app"),
                "GET http://a/",
                List.of(),
                new Trial.Answer(200, 123_456, Duration.ofMillis(1234)),
                explained,
                "");
    }

    @Test
    void columnsStandBelowEachOther() {
        assertThat(new TrialText(Style.PLAIN).table(trial(GOOD, BAD), List.of("c.yml:1", "c.yml:2")))
                .isEqualTo("""
                target app  GET http://a/  200  123.5 kB  fetch 1234 ms, map 0.1 ms
                  ok       app_a  $.a  1.0  2.0  3.0  … 5 in all
                  MISSING  app_b  $.b  2 times: no match
                                       did you mean $.a?  (c.yml:2)
                """);
    }

    @Test
    void coloursMarkOutcomesAndHints() {
        assertThat(new TrialText(Style.COLOUR).table(trial(GOOD, BAD), List.of("c.yml:1", "c.yml:2")))
                .contains(
                        "  \u001b[32mok     \u001b[0m  app_a  ",
                        "  \u001b[31mMISSING\u001b[0m  app_b  ",
                        "  \u001b[33mdid you mean $.a?\u001b[0m  (c.yml:2)\n");
    }

    @Test
    void longValuesAreCut() {
        Explanation longValue = new Explanation("app_a", Outcome.OK, "$.a", 1, List.of("x".repeat(300)), 0, "", "");

        assertThat(new TrialText(Style.PLAIN).table(trial(longValue), List.of()))
                .endsWith("  " + "x".repeat(200) + "…\n");
    }

    @Test
    void aPathThatIsVeryLongDoesNotMoveTheOthers() {
        Explanation longPath =
                new Explanation("app_c", Outcome.OK, "$." + "x".repeat(60), 1, List.of("1.0"), 0, "", "");

        assertThat(new TrialText(Style.PLAIN).table(trial(GOOD, longPath), List.of()))
                .contains("  ok  app_a  $.a  1.0", "  ok  app_c  $." + "x".repeat(60) + "  1.0");
    }

    @Test
    void theSummaryCountsReadingsAndMappings() {
        Trial failed = new Trial(subject("b"), "GET http://b/", List.of(), null, null, "b:80 refuses connections");

        assertThat(new TrialText(Style.PLAIN).summary(List.of(trial(GOOD, BAD), failed)))
                .isEqualTo("1 of 2 readings failed; 1 of 2 mappings failed");
    }
}
