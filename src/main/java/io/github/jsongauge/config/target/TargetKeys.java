// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.target;

import io.github.jsongauge.config.metrics.GroupKeys;
import io.github.jsongauge.config.metrics.LabelKeys;
import io.github.jsongauge.config.request.RequestKeys;
import io.github.jsongauge.config.shape.Form;
import io.github.jsongauge.config.shape.Form.AnyOf;
import io.github.jsongauge.config.shape.Key;
import io.github.jsongauge.config.shape.Rule;
import io.github.jsongauge.config.shape.Rule.Excludes;
import io.github.jsongauge.config.shape.Rule.Needs;
import io.github.jsongauge.config.shape.Rule.When;
import io.github.jsongauge.config.shape.Shape;
import io.github.jsongauge.config.value.Forms;
import java.util.ArrayList;
import java.util.List;

/** What a target may have. */
public final class TargetKeys {
    /** When a target is read. */
    public static final Key INTERVAL = new Key(
            "interval",
            new AnyOf(List.of(Forms.DURATION, Form.words(Interval.SCRAPE))),
            "How often a target is read, such as 30s; scrape = whenever Prometheus asks; 15s when nothing is said.");

    /** How long old values are shown. */
    public static final Key STALE_AFTER = new Key(
            "stale_after",
            Forms.DURATION_OR_ZERO,
            "How long the last good values of a polled target are shown after its first failure; 0s when nothing is"
                    + " said.");

    /** What belongs to the mapping, and so to the module where there is one. */
    static final List<String> OF_THE_MODULE = List.of("metrics", "path_syntax", "on_missing", "missing");

    /** A target. */
    public static final Shape TARGET = new Shape(
            "target",
            "A JSON endpoint with its request, its interval and its mappings.",
            Shape.keys(
                    List.of(
                            new Key("name", Form.TEXT, "Its name, each once."),
                            new Key(
                                    "url",
                                    new Form.Text("^(?:[hH][tT][tT][pP][sS]?|[uU][nN][iI][xX])://."),
                                    "Where its document is: http, https, or unix:///PATH.sock:/URL-PATH."),
                            INTERVAL,
                            ModuleKeys.TIMEOUT,
                            STALE_AFTER,
                            new Key(
                                    "min_interval",
                                    Forms.DURATION_OR_ZERO,
                                    "With interval: scrape, a reading that began no longer ago answers a scrape too; 0s"
                                            + " when nothing is said."),
                            new Key("module", Form.TEXT, "The module that says what its documents become."),
                            ModuleKeys.PATH_SYNTAX),
                    RequestKeys.KEYS,
                    LimitKeys.KEYS,
                    List.of(LabelKeys.TEXTS),
                    GroupKeys.OF_TARGETS),
            rules());

    private TargetKeys() {}

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(RequestKeys.RULES);
        rules.add(Rule.needs("name"));
        rules.add(Rule.needs("url"));
        rules.add(new Needs(List.of("module", "metrics")));
        rules.add(new Excludes("module", OF_THE_MODULE));
        rules.add(new Excludes("stale_after", List.of("min_interval")));
        rules.add(new When(
                "interval", List.of(Interval.SCRAPE), false, List.of(new Rule.Forbids(List.of("stale_after")))));
        return rules;
    }
}
