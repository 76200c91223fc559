// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import io.github.jsongauge.fetch.Reason;
import io.github.jsongauge.fetch.Request;
import io.github.jsongauge.fetch.TargetUrl;
import io.github.jsongauge.mapping.Group;
import io.github.jsongauge.mapping.LabelRules;
import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.MetricType;
import io.github.jsongauge.metric.Sample;
import io.github.jsongauge.poll.Limits;
import io.github.jsongauge.poll.Reading;
import io.github.jsongauge.poll.Target;
import io.github.jsongauge.poll.TargetStatus;
import io.github.jsongauge.poll.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** States of targets, as tests need them. */
public final class Statuses {
    public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private Statuses() {}

    public static TargetStatus notReadYet(String name) {
        return new TargetStatus(target(name), false, null, null, null, 0, 0, Map.of(), Map.of());
    }

    public static TargetStatus up(String name, Sample... samples) {
        Reading.Ok reading =
                new Reading.Ok(NOON, Duration.ofMillis(250), Reading.Received.NOTHING, List.of(samples), List.of());
        return new TargetStatus(target(name), true, reading, NOON, reading, 1, 0, Map.of(), Map.of());
    }

    public static TargetStatus down(String name, Reason reason, String detail) {
        Reading reading = new Reading.Failed(NOON, Duration.ofSeconds(5), Reading.Received.NOTHING, reason, detail);
        return new TargetStatus(target(name), false, reading, null, null, 1, 0, Map.of(reason, 1L), Map.of());
    }

    public static Target target(String name) {
        return target(name, new Trigger.Every(Duration.ofSeconds(15), Duration.ZERO));
    }

    public static Target target(String name, Trigger trigger) {
        return new Target(
                name,
                new Request(TargetUrl.parse("http://localhost/status"), Duration.ofSeconds(5), 1024),
                new Group(null, LabelRules.NONE, List.of(), List.of()),
                trigger,
                Limits.DEFAULT);
    }

    public static Sample gauge(String name, double value) {
        return gauge(name, Labels.EMPTY, value);
    }

    public static Sample gauge(String name, Labels labels, double value) {
        return new Sample.Value(new Family(name, MetricType.GAUGE, "Help of " + name), labels, value);
    }

    /** One target with that many series, about 100 bytes of text each. */
    public static TargetStatus withSeries(int count) {
        Family family = new Family("app_queue_length", MetricType.GAUGE, "Messages that wait");
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Labels labels = Labels.of(Map.of("queue", "orders-" + i, "host", "node-7.example.org", "dc", "fra-1"));
            samples.add(new Sample.Value(family, labels, i));
        }
        return up("queues", samples.toArray(new Sample[0]));
    }
}
