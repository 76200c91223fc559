// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.infer;

import io.github.jsongauge.draft.YamlText;
import io.github.jsongauge.draft.infer.Draft.Entry;
import io.github.jsongauge.draft.infer.Draft.Items;
import io.github.jsongauge.draft.infer.Draft.Left;
import io.github.jsongauge.draft.infer.Draft.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A draft as a configuration, with what is uncertain in comments. */
final class DraftYaml {
    private static final int LONG_LINE = 150;

    private final List<String> lines = new ArrayList<>();

    private DraftYaml() {}

    /**
     * The file.
     *
     * @param origin what it was made from, for its first line
     */
    static String of(Draft draft, Endpoint endpoint, String origin) {
        DraftYaml yaml = new DraftYaml();
        yaml.target(draft, endpoint, origin);
        return String.join("\n", yaml.lines) + "\n";
    }

    /** What follows: how much comes of it, what may make trouble, and what is left out. */
    static String notes(Draft draft, int series) {
        List<String> notes = new ArrayList<>();
        notes.add("# series expected: " + series);
        draft.warnings().forEach(warning -> notes.add("# WARNING " + YamlText.comment(warning)));
        for (Left left : draft.left()) {
            notes.add("# skipped " + YamlText.comment(left.path()) + "   " + YamlText.comment(left.reason()));
        }
        return String.join("\n", notes) + "\n";
    }

    private void target(Draft draft, Endpoint endpoint, String origin) {
        lines.add("# Proposed by jsongauge init from " + YamlText.comment(origin)
                + ": read the comments, edit, and try it.");
        lines.add("targets:");
        lines.add("  - name: " + draft.prefix());
        lines.add("    url: " + url(endpoint));
        if (!endpoint.variables().isEmpty()) {
            lines.add("    # secrets are left out: set " + String.join(", ", endpoint.variables())
                    + " in the environment");
        }
        endpoint.settings().forEach((key, value) -> lines.add("    " + key + ": " + value));
        if (!draft.bodyLimit().isEmpty()) {
            lines.add("    body_size_limit: " + draft.bodyLimit());
        }
        if (draft.entries().stream().noneMatch(Entry::active)) {
            lines.add("    metrics: []");
        } else {
            lines.add("    metrics:");
        }
        draft.entries()
                .forEach(entry -> add(entry, "      ", draft.entries().stream().noneMatch(Entry::active)));
    }

    /** Its variables are those of secrets, and are meant. */
    private static String url(Endpoint endpoint) {
        boolean isPlain = endpoint.url().matches("[A-Za-z0-9:/._?=&,%~+-]+(?<!:)");
        String url = isPlain ? endpoint.url() : "'" + endpoint.url().replace("'", "''") + "'";
        return endpoint.isGuess() ? url + "  # CHANGE ME" : url;
    }

    private void add(Entry entry, String indent, boolean inComment) {
        DraftYaml part = new DraftYaml();
        if (entry instanceof Metric metric) {
            part.metric(metric);
        } else if (entry instanceof Items items) {
            part.items(items);
        }
        String before = indent + (inComment || !entry.active() ? "# " : "");
        part.lines.forEach(line -> lines.add(before + line));
    }

    private void metric(Metric metric) {
        Map<String, String> keys = keys(metric, true);
        String flow = keys.entrySet().stream()
                .map(key -> key.getKey() + ": " + key.getValue())
                .collect(Collectors.joining(", ", "- {", "}"));
        if (flow.length() <= LONG_LINE) {
            lines.add(flow + comments(metric));
            return;
        }
        String start = "- ";
        for (Map.Entry<String, String> key : keys(metric, false).entrySet()) {
            boolean isFirst = start.equals("- ");
            lines.add(start + key.getKey() + ": " + key.getValue() + (isFirst ? comments(metric) : ""));
            start = "  ";
        }
    }

    private static Map<String, String> keys(Metric metric, boolean inBrackets) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("name", metric.name());
        if (!metric.type().isEmpty()) {
            keys.put("type", metric.type());
        }
        if (!metric.source().isEmpty()) {
            keys.put(metric.source(), YamlText.of(metric.path(), inBrackets));
        }
        if (!metric.missing().isEmpty()) {
            keys.put("missing", list(metric.missing()));
        }
        metric.settings().forEach((key, value) -> keys.put(key, YamlText.of(value, inBrackets)));
        if (!metric.states().isEmpty()) {
            keys.put("states", list(metric.states()));
        }
        if (!metric.labels().isEmpty()) {
            keys.put("labels", map(metric.labels()));
        }
        return keys;
    }

    private void items(Items items) {
        lines.add("- each: " + YamlText.of(items.each(), false) + comments(items));
        lines.add("  labels: " + map(items.labels()));
        if (items.ignoreMissing()) {
            lines.add("  on_missing: ignore");
        }
        boolean isEmpty = items.entries().stream().noneMatch(Entry::active);
        lines.add(isEmpty ? "  metrics: []" : "  metrics:");
        items.entries().forEach(entry -> add(entry, "    ", isEmpty));
    }

    private static String list(List<String> texts) {
        return texts.stream().map(text -> YamlText.of(text, true)).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String map(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + YamlText.of(entry.getValue(), true))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String comments(Entry entry) {
        return entry.comments().isEmpty() ? "" : "   # " + YamlText.comment(String.join("; ", entry.comments()));
    }
}
