// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.faults;

import static io.github.jsongauge.faults.Expected.failure;
import static io.github.jsongauge.faults.Expected.gap;

import io.github.jsongauge.fetch.Answer;
import io.github.jsongauge.fetch.Reason;
import io.github.jsongauge.mapping.SkipReason;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Documents that are made to take time and memory. */
final class HostileJson {
    private static final String LARGE = "body_size_limit: 8MiB";
    private static final String ITEMS =
            "{name: good, path: $.good}, {name: bad_item, each: $.items.*, value: 1, labels: {l: .}}";

    private static final String TOO_MANY = items(100_000);

    static final List<Fault> FAULTS = List.of(
            Fault.of("nests 100,000 levels", json(nested(100_000)), failure(Reason.LIMIT)),
            Fault.of("opens five million arrays", json("[".repeat(5_000_000)), failure(Reason.LIMIT))
                    .with(LARGE),
            Fault.body(
                            "has a number of a million digits",
                            "{\"good\": @, \"bad\": @" + digits() + "}",
                            failure(Reason.LIMIT))
                    .with(LARGE),
            Fault.body(
                            "has a million digits that are not used",
                            "{\"good\": @, \"x\": @" + digits() + "}",
                            failure(Reason.LIMIT))
                    .with(LARGE)
                    .mapping("{name: good, path: $.good}"),
            Fault.body(
                            "has more values than allowed",
                            "{\"good\": @, \"x\": [" + "0,".repeat(1000) + "0]}",
                            failure(Reason.LIMIT))
                    .with("json_node_limit: 1000"),
            Fault.of("has a million distinct labels", json(items(1_000_000)), failure(Reason.LIMIT))
                    .with(LARGE)
                    .mapping(ITEMS),
            Fault.of(
                            "has more distinct labels than a metric may",
                            n -> json("{\"good\": " + n + ", \"items\": " + TOO_MANY + "}"),
                            gap(SkipReason.LIMIT))
                    .with(LARGE)
                    .mapping(ITEMS),
            Fault.of(
                            "has more samples than a target may",
                            n -> json("{\"good\": " + n + ", \"items\": " + items(101) + "}"),
                            failure(Reason.LIMIT))
                    .with("sample_limit: 100")
                    .mapping(ITEMS),
            Fault.of(
                            "is searched through all its levels at each of them",
                            json("{\"good\": 1, \"x\": " + nested(500) + "}"),
                            failure(Reason.LIMIT))
                    .mapping("{name: good, path: $.good}, {name: visited, count: '$..*..*..*'}"));

    private HostileJson() {}

    private static Answer json(String body) {
        return Answer.of(200, body);
    }

    private static String nested(int levels) {
        return "[".repeat(levels) + "]".repeat(levels);
    }

    private static String digits() {
        return "1".repeat(1_000_000);
    }

    private static String items(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> '"' + Integer.toString(i, 36) + '"')
                .collect(Collectors.joining(",", "[", "]"));
    }
}
