// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jsongauge.fetch.Answer;
import io.github.jsongauge.fetch.FakeTarget;
import io.github.jsongauge.fetch.Fetcher;
import io.github.jsongauge.fetch.Reason;
import io.github.jsongauge.fetch.Request;
import io.github.jsongauge.fetch.TargetUrl;
import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Match;
import io.github.jsongauge.json.path.Rfc9535;
import io.github.jsongauge.mapping.Conversion;
import io.github.jsongauge.mapping.Group;
import io.github.jsongauge.mapping.LabelRules;
import io.github.jsongauge.mapping.Mapping;
import io.github.jsongauge.mapping.MappingLimits;
import io.github.jsongauge.mapping.NumberMapping;
import io.github.jsongauge.mapping.OnDuplicate;
import io.github.jsongauge.mapping.OnMissing;
import io.github.jsongauge.mapping.SkipReason;
import io.github.jsongauge.mapping.Source;
import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.MetricType;
import io.github.jsongauge.metric.Sample;
import io.github.jsongauge.poll.Reading.Received;
import io.github.jsongauge.poll.TargetStatus.SkipKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.logging.Filter;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept and shown of one target, reading by reading. */
class ReadingsTest {
    private static final Family FAMILY = new Family("v", MetricType.GAUGE, "help");
    private static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final MovableTime time = new MovableTime();
    private final Fetcher fetcher = new Fetcher("test");
    private final FakeTarget target = FakeTarget.answering(200, "{\"v\": 1}");

    @AfterEach
    void close() {
        target.close();
        fetcher.close();
    }

    private Readings poller() {
        return poller(new OnMissing.Skip(), Limits.DEFAULT);
    }

    private Readings poller(OnMissing onMissing, Limits limits) {
        return poller(new Source.At(Rfc9535.EXTENDED.compile("$.v")), onMissing, limits, time);
    }

    private Readings poller(JsonPath path, OnMissing onMissing, Limits limits) {
        return poller(new Source.At(path), onMissing, limits, time);
    }

    private Readings poller(Source source, OnMissing onMissing, Limits limits, Time time) {
        Mapping mapping =
                new NumberMapping(FAMILY, source, Conversion.PLAIN, LabelRules.NONE, onMissing, OnDuplicate.REFUSE);
        Group group = new Group(null, LabelRules.NONE, List.of(mapping), List.of());
        Request request = new Request(TargetUrl.parse(target.url("/status")), TIMEOUT, 1024);
        return new Readings(
                new Target("app", request, group, new Trigger.Every(INTERVAL, Duration.ZERO), limits), fetcher, time);
    }

    private static void read(Readings poller) {
        assertThat(poller.begin()).isTrue();
        poller.run();
    }

    private static List<Sample> value(double value) {
        return List.of(new Sample.Value(FAMILY, Labels.EMPTY, value));
    }

    @Test
    void nothingIsKnownBeforeTheFirstReading() {
        TargetStatus status = poller().status();

        assertThat(status.up()).isFalse();
        assertThat(status.last()).isNull();
        assertThat(status.samples()).isEmpty();
        assertThat(status.reads()).isZero();
    }

    @Test
    void eachReadingReplacesTheOneBefore() {
        Readings poller = poller();
        read(poller);
        assertThat(poller.status().samples()).isEqualTo(value(1));

        target.answer(200, "{\"v\": 2}");
        time.pass(INTERVAL);
        read(poller);

        TargetStatus status = poller.status();
        assertThat(status.samples()).isEqualTo(value(2));
        assertThat(status.up()).isTrue();
        assertThat(status.reads()).isEqualTo(2);
        assertThat(status.lastSuccess()).isEqualTo(Instant.parse("2026-11-23T08:00:15Z"));
    }

    @Test
    void aFailedReadingTakesAllSeriesAwayAndIsCounted() {
        Readings poller = poller();
        read(poller);

        target.answer(500, "{\"v\": 2}");
        read(poller);

        TargetStatus status = poller.status();
        assertThat(status.up()).isFalse();
        assertThat(status.samples()).isEmpty();
        assertThat(status.failures()).isEqualTo(Map.of(Reason.STATUS, 1L));
        assertThat(status.lastSuccess()).isEqualTo(Instant.parse("2026-11-23T08:00:00Z"));
    }

    @Test
    void noValueIsOlderThanIntervalAndTimeout() {
        Readings poller = poller();
        read(poller);

        time.pass(INTERVAL.plus(TIMEOUT));
        assertThat(poller.status().samples()).isEqualTo(value(1));

        time.pass(Duration.ofNanos(1));
        assertThat(poller.status().samples()).isEmpty();
        assertThat(poller.status().up()).isFalse();
    }

    @Test
    void goodValuesAreHeldForStaleAfterAndTheTargetIsDown() {
        Readings readings = held(Duration.ofSeconds(30));
        read(readings);
        time.pass(INTERVAL);
        target.answer(500, "");
        read(readings);

        assertThat(readings.status().samples()).isEqualTo(value(1));
        assertThat(readings.status().up()).isFalse();

        time.pass(INTERVAL);
        read(readings);
        time.pass(Duration.ofSeconds(15));
        assertThat(readings.status().samples()).isEqualTo(value(1));

        time.pass(Duration.ofNanos(1));
        assertThat(readings.status().samples()).isEmpty();
    }

    @Test
    void noHeldValueIsOlderThanIntervalTimeoutAndStaleAfter() {
        Readings readings = held(Duration.ofSeconds(30));
        read(readings);
        time.pass(INTERVAL.multipliedBy(3));
        target.answer(500, "");
        read(readings);

        time.pass(TIMEOUT);
        assertThat(readings.status().samples()).isEqualTo(value(1));

        time.pass(Duration.ofNanos(1));
        assertThat(readings.status().samples()).isEmpty();
    }

    @Test
    void aTargetThatWorksAgainIsHeldAnew() {
        Readings readings = held(Duration.ofSeconds(30));
        read(readings);
        target.answer(500, "");
        read(readings);
        time.pass(INTERVAL);
        target.answer(200, "{\"v\": 2}");
        read(readings);
        assertThat(readings.status().up()).isTrue();
        time.pass(INTERVAL);
        target.answer(500, "");
        read(readings);

        time.pass(Duration.ofSeconds(30));
        assertThat(readings.status().samples()).isEqualTo(value(2));
    }

    private Readings held(Duration staleAfter) {
        Target held = new Target(
                "app",
                poller().target().request(),
                poller().target().mapping(),
                new Trigger.Every(INTERVAL, staleAfter),
                Limits.DEFAULT);
        return new Readings(held, fetcher, time);
    }

    @Test
    void aWallClockThatJumpsChangesNoAge() {
        Readings poller = poller();
        read(poller);

        time.jump(Duration.ofHours(1));

        assertThat(poller.status().samples()).isEqualTo(value(1));
    }

    @Test
    void whatIsNotJsonFailsAsParse() {
        target.answer(200, "<html></html>");
        Readings poller = poller();
        read(poller);

        assertThat(poller.status().failures()).isEqualTo(Map.of(Reason.PARSE, 1L));
    }

    @Test
    void whatIsTooDeepFailsAsLimit() {
        target.answer(200, "[[[1]]]");
        Readings poller = poller(new OnMissing.Skip(), new Limits(new JsonLimits(2, 100), MappingLimits.DEFAULT));
        read(poller);

        assertThat(poller.status().failures()).isEqualTo(Map.of(Reason.LIMIT, 1L));
    }

    /** One deadline holds over fetching, reading and mapping. */
    @Test
    void mappingThatOutlastsTheTimeoutFailsAsTimeout() {
        Time quick = new Time() {
            @Override
            public Instant now() {
                return time.now();
            }

            @Override
            public long nanos() {
                time.pass(TIMEOUT.plusNanos(1));
                return time.nanos();
            }
        };
        Source scan = new Source.Count(Rfc9535.EXTENDED.compile("$..*"));
        Readings poller = poller(scan, new OnMissing.Skip(), Limits.DEFAULT, quick);
        read(poller);

        assertThat(poller.status().failures()).isEqualTo(Map.of(Reason.TIMEOUT, 1L));
    }

    /** So a slow body or mapping makes a value old, not young. */
    @Test
    void theAgeOfAValueCountsFromTheStartOfItsReading() {
        Duration slow = Duration.ofSeconds(4);
        Time slowInside = new Time() {
            @Override
            public Instant now() {
                time.pass(slow);
                return time.now();
            }

            @Override
            public long nanos() {
                return time.nanos();
            }
        };
        Source value = new Source.At(Rfc9535.EXTENDED.compile("$.v"));
        Readings poller = poller(value, new OnMissing.Skip(), Limits.DEFAULT, slowInside);
        read(poller);

        time.pass(INTERVAL.plus(TIMEOUT).minus(slow));
        assertThat(poller.status().samples()).isEqualTo(value(1));

        time.pass(Duration.ofNanos(1));
        assertThat(poller.status().samples()).isEmpty();
    }

    @Test
    void aMissingValueThatMustBeThereFailsAsMapping() {
        target.answer(200, "{}");
        Readings poller = poller(new OnMissing.Fail(), Limits.DEFAULT);
        read(poller);

        TargetStatus status = poller.status();
        assertThat(status.failures()).isEqualTo(Map.of(Reason.MAPPING, 1L));
        assertThat(status.last())
                .isEqualTo(new Reading.Failed(
                        time.now(), Duration.ZERO, new Received(200, 2), Reason.MAPPING, "v: no match for $.v"));
    }

    @Test
    void whatTheTargetAnsweredIsKnownOfGoodAndFailedReadings() {
        Readings poller = poller();
        target.answer(200, "{\"v\": 1}");
        read(poller);
        assertThat(received(poller)).isEqualTo(new Received(200, 8));

        target.answer(200, "no JSON");
        read(poller);
        assertThat(received(poller)).isEqualTo(new Received(200, 7));

        target.answer(503, "later");
        read(poller);
        assertThat(received(poller)).isEqualTo(new Received(503, -1));

        target.stop();
        read(poller);
        assertThat(received(poller)).isEqualTo(Received.NOTHING);
    }

    @ParameterizedTest
    @CsvSource({"20,20", "75,75", "76,75", "999999999,75"})
    void aTargetThatAsksToBeLeftAloneIsForFiveIntervalsAtMost(long wished, long granted) {
        Readings poller = poller();
        target.answer(Answer.of(503, "{}", "Retry-After: " + wished));
        read(poller);
        time.pass(Duration.ofSeconds(granted).minusNanos(1));
        assertThat(poller.begin()).isFalse();

        time.pass(Duration.ofNanos(1));
        assertThat(poller.begin()).isTrue();
        assertThat(poller.status().missed()).isZero();
    }

    private static Received received(Readings poller) {
        return Objects.requireNonNull(poller.status().last()).received();
    }

    @Test
    void skipsAddUpOverReadings() {
        target.answer(200, "{}");
        Readings poller = poller();
        read(poller);
        read(poller);

        assertThat(poller.status().skips()).isEqualTo(Map.of(new SkipKind("v", SkipReason.MISSING), 2L));
        assertThat(poller.status().up()).isTrue();
    }

    @Test
    void aReadingThatIsDueWhileOneRunsIsMissed() {
        Readings poller = poller();
        assertThat(poller.begin()).isTrue();

        assertThat(poller.begin()).isFalse();
        assertThat(poller.status().missed()).isEqualTo(1);

        poller.run();
        assertThat(poller.begin()).isTrue();
    }

    @Test
    void anErrorOfOursIsAFailedReadingAndTheNextOneRuns() {
        Readings poller = poller(new BrokenPath(), new OnMissing.Skip(), Limits.DEFAULT);
        read(poller);
        read(poller);

        assertThat(poller.status().last())
                .isEqualTo(new Reading.Failed(
                        time.now(),
                        Duration.ZERO,
                        Received.NOTHING,
                        Reason.INTERNAL,
                        "a bug in jsongauge: NoClassDefFoundError"));
        assertThat(poller.status().failures()).isEqualTo(Map.of(Reason.INTERNAL, 2L));
    }

    /** As when a class of a library is not in the jar. */
    private record BrokenPath() implements JsonPath {
        @Override
        public String text() {
            return "$.v";
        }

        @Override
        public void each(Match root, Match item, Consumer<Match> out) {
            throw new NoClassDefFoundError("a.library.Type");
        }

        @Override
        public boolean singular() {
            return true;
        }

        @Override
        public JsonValue value(JsonValue root, JsonValue item) {
            throw new NoClassDefFoundError("a.library.Type");
        }

        @Override
        public JsonPath prefix() {
            return this;
        }

        @Override
        public @Nullable JsonPath parent() {
            return null;
        }

        @Override
        public @Nullable String lastName() {
            return null;
        }
    }

    @Test
    void aLogThatFailsCostsNoReading() {
        target.answer(500, "");
        Readings poller = poller();
        Logger logger = Logger.getLogger(ReadingLog.class.getName());
        Filter failing = line -> {
            throw new IllegalStateException("the log is broken");
        };
        logger.setFilter(failing);
        try {
            assertThat(poller.begin()).isTrue();
            assertThatThrownBy(poller::run).hasMessage("the log is broken");
        } finally {
            logger.setFilter(null);
        }

        assertThat(poller.status().failures()).isEqualTo(Map.of(Reason.STATUS, 1L));
        assertThat(poller.begin()).isTrue();
    }

    @Test
    void itCountsAsAttemptedOnceTheFirstReadingEnded() {
        Readings poller = poller();
        assertThat(poller.attempted()).isFalse();

        read(poller);

        assertThat(poller.attempted()).isTrue();
    }
}
