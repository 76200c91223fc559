// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.family;

import io.github.jsongauge.config.problem.DidYouMean;
import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.value.Words;
import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.metric.MetricType;
import io.github.jsongauge.metric.Names;
import java.util.List;
import java.util.stream.Stream;

/** Which names the metrics of a configuration may have. */
public final class MetricNames {
    private static final List<String> OWN_PREFIXES = List.of("jsongauge_");
    private static final List<String> EXPORTER_PREFIXES = List.of("jvm_", "process_");
    private static final List<String> PROMETHEUS_PREFIXES = List.of("ALERTS", "scrape_");

    /** What {@link #isName} accepts, but for what a type asks for, and what the exporter itself may show. */
    public static final String PATTERN = "^(?!up$|(?:_total|_info)$|"
            + String.join("|", OWN_PREFIXES) + "|" + String.join("|", PROMETHEUS_PREFIXES)
            + ")[a-zA-Z_][a-zA-Z0-9_]*$";

    private final List<String> taken;
    private final Problems problems;

    /** @param exporterMetrics whether the exporter shows metrics of its process, whose names are taken then */
    public MetricNames(boolean exporterMetrics, Problems problems) {
        this.taken = exporterMetrics
                ? Stream.concat(OWN_PREFIXES.stream(), EXPORTER_PREFIXES.stream())
                        .toList()
                : OWN_PREFIXES;
        this.problems = problems;
    }

    /** Whether a text can name a metric of a type; if not, that is reported. */
    public boolean isName(Text text, MetricType type) {
        String name = text.value();
        if (name.matches("[a-zA-Z_:][a-zA-Z0-9_:]*") && name.contains(":")) {
            report(text, "has a colon, which is for the names of recording rules", likely(text));
            return false;
        }
        if (name.equals("up") || PROMETHEUS_PREFIXES.stream().anyMatch(name::startsWith)) {
            report(text, "is a name that Prometheus keeps for itself", "choose another name");
            return false;
        }
        if (taken.stream().anyMatch(name::startsWith)) {
            report(
                    text,
                    "begins like a metric of the exporter itself",
                    OWN_PREFIXES.stream().anyMatch(name::startsWith)
                            ? "choose another name"
                            : "choose another name, or set --web.disable-exporter-metrics");
            return false;
        }
        try {
            Names.checkMetricName(name, type);
            return true;
        } catch (IllegalArgumentException bad) {
            problems.error(
                    text.place(),
                    text.complaint(
                            bad,
                            text.shown() + " cannot name a " + Words.word(type) + " once its variables are replaced"),
                    likely(text));
            return false;
        }
    }

    private void report(Text text, String what, String hint) {
        problems.error(text.place(), text.shown() + " " + what, hint);
    }

    /** A hint at the name that was meant by a text which is none. */
    static String likely(Text text) {
        String name = text.value();
        boolean fixable = name.matches("[a-zA-Z][\\x20-\\x7e]{0,99}") || name.startsWith("__");
        String likely = name.replaceAll("[^a-zA-Z0-9_]+", "_").replaceAll("^_+|_+$", "");
        return fixable && !text.hasVariables() && likely.matches("[a-zA-Z].*") && !likely.equals(name)
                ? DidYouMean.hint(likely)
                : "";
    }
}
