// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.infer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was inferred: a tree of metrics and groups in the order of the document, and what was left out.
 *
 * @param prefix what all names begin with
 * @param left each place that gives no metric, with the reason
 * @param warnings what may make trouble
 * @param bodyLimit for {@code body_size_limit}; empty when the default does
 */
public record Draft(String prefix, List<Entry> entries, List<Left> left, List<String> warnings, String bodyLimit) {
    public Draft {
        entries = List.copyOf(entries);
        left = List.copyOf(left);
        warnings = List.copyOf(warnings);
    }

    /** A metric or a group of them; one that is not active is a proposal that stays a comment. */
    public sealed interface Entry {
        boolean active();

        /** Why it is so, a sentence each. */
        List<String> comments();
    }

    /**
     * One metric.
     *
     * @param type as in the configuration; empty for a gauge
     * @param source {@code path}, {@code count}, or empty for an info
     * @param path where it is, from the item
     * @param settings what else its mapping has, by the keys of the configuration
     * @param missing texts and numbers that stand for nothing
     * @param states those of an enum
     * @param labels those of an info
     */
    public record Metric(
            String name,
            String type,
            String source,
            String path,
            Map<String, String> settings,
            List<String> missing,
            List<String> states,
            Map<String, String> labels,
            List<String> comments,
            boolean active)
            implements Entry {
        public Metric {
            missing = List.copyOf(missing);
            states = List.copyOf(states);
            comments = List.copyOf(comments);
        }

        /** One that is active. */
        static Metric gauge(
                String name,
                String source,
                String path,
                Map<String, String> settings,
                List<String> missing,
                List<String> comments) {
            return new Metric(name, "", source, path, settings, missing, List.of(), Map.of(), comments, true);
        }

        /** The same with one more setting. */
        Metric with(String setting, String value) {
            Map<String, String> more = new LinkedHashMap<>(settings);
            more.put(setting, value);
            return new Metric(name, type, source, path, more, missing, states, labels, comments, active);
        }

        /** The same with one more comment. */
        Metric commented(String comment) {
            List<String> more = Words.plus(comments, List.of(comment));
            return new Metric(name, type, source, path, settings, missing, states, labels, more, active);
        }

        /** The same without one of its settings. */
        Metric without(String setting) {
            Map<String, String> fewer = new LinkedHashMap<>(settings);
            fewer.remove(setting);
            return new Metric(name, type, source, path, fewer, missing, states, labels, comments, active);
        }
    }

    /**
     * What every item of a collection gives.
     *
     * @param each where the items are, from the item around them
     * @param labels what tells them apart
     * @param ignoreMissing whether much of it is not there in every item
     */
    public record Items(
            String each,
            Map<String, String> labels,
            boolean ignoreMissing,
            List<Entry> entries,
            List<String> comments,
            boolean active)
            implements Entry {
        public Items {
            entries = List.copyOf(entries);
            comments = List.copyOf(comments);
        }
    }

    /** A place without a metric. */
    public record Left(String path, String reason) {}
}
