// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What json_exporter gets wrong that dashboards may rely on, as far as a configuration can meet it. */
final class Differences {
    private Differences() {}

    static List<String> of(List<MigratedModule> modules) {
        List<String> all = new ArrayList<>();
        if (lines(modules).noneMatch(line -> line.startsWith("name: ") || line.startsWith("  - name: "))) {
            return all;
        }
        all.add("a document that is no JSON, or a target that is down, is HTTP 503 and up 0, never 200 with nothing");
        if (lines(modules).anyMatch(line -> line.startsWith("labels:"))) {
            all.add(
                    "labels show numbers as the document has them: 1655371 where json_exporter shows 1.655371e+06, 1.10 where"
                            + " it shows 1.1; null is an empty label, not \"null\"");
        }
        if (lines(modules).anyMatch(line -> line.startsWith("each: "))) {
            all.add(
                    "two items with the same labels cost their series only, which is counted, where json_exporter answers 500");
        }
        if (lines(modules).anyMatch(line -> line.contains("[?"))) {
            all.add("a filter passes over items that lack its key, where json_exporter finds nothing at all");
        }
        if (lines(modules).anyMatch(line -> line.contains("timestamp: "))) {
            all.add(
                    "a timestamp that is a number counts, where json_exporter leaves it out; a sample whose timestamp is"
                            + " missing is not shown");
        }
        if (lines(modules).anyMatch(line -> line.contains("type: counter"))) {
            all.add("a counter below zero is not shown");
        }
        all.add("texts such as \"true\" or \"007\" are no numbers until the mapping says so, by parse or extract");
        return all;
    }

    private static Stream<String> lines(List<MigratedModule> modules) {
        return modules.stream()
                .filter(MigratedModule::isUsable)
                .flatMap(module -> module.metrics().stream())
                .flatMap(metric -> metric.yaml().stream());
    }
}
