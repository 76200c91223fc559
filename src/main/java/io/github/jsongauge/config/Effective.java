// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import io.github.jsongauge.config.metrics.PathSyntax;
import io.github.jsongauge.config.target.BoundTarget;
import io.github.jsongauge.config.target.Bounds;
import io.github.jsongauge.config.target.Defaults;
import io.github.jsongauge.config.target.Interval;
import io.github.jsongauge.config.value.Setting;
import io.github.jsongauge.config.yaml.Node;
import io.github.jsongauge.config.yaml.Node.Entries;
import io.github.jsongauge.config.yaml.Node.Entry;
import io.github.jsongauge.config.yaml.Node.Items;
import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.config.yaml.YamlLines;
import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.mapping.MappingLimits;
import io.github.jsongauge.poll.Trigger;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A configuration as it is in use: what all files say, with what holds where they say nothing, and where each value comes
 * from. It is YAML that can be loaded again, but for its secrets.
 */
final class Effective {
    private static final String DEFAULT = "default";

    private final Fixed fixed;
    private final @Nullable Node global;
    private final List<String> lines = new ArrayList<>();

    private Effective(Fixed fixed) {
        this.fixed = fixed;
        this.global = all("global").findFirst().orElse(null);
    }

    /** @param fromFiles targets that stand in files of their own */
    static String of(Fixed fixed, List<BoundTarget> fromFiles) {
        return new Effective(fixed).text(fromFiles);
    }

    private String text(List<BoundTarget> fromFiles) {
        lines.add("global:");
        lines.addAll(YamlLines.indented(global()));
        List<Entry> modules =
                all("modules").flatMap(node -> entries(node).stream()).toList();
        if (!modules.isEmpty()) {
            lines.add("modules:");
            modules.forEach(module ->
                    lines.addAll(YamlLines.indented(YamlLines.of(module.key().value(), module.value()))));
        }
        List<Node> targets = all("targets")
                .flatMap(node -> node instanceof Items list ? list.nodes().stream() : Stream.of())
                .toList();
        if (!targets.isEmpty()) {
            lines.add("targets:");
            targets.forEach(target -> lines.addAll(YamlLines.indented(YamlLines.element(target(target)))));
        }
        all("target_files").forEach(node -> lines.addAll(YamlLines.of("target_files", node)));
        if (!fromFiles.isEmpty()) {
            lines.add("# targets from these files:");
            fromFiles.forEach(target -> lines.add("#   " + target.name() + "  " + target.url()));
        }
        return String.join("\n", lines) + "\n";
    }

    private Stream<Node> all(String key) {
        return fixed.roots().stream()
                .flatMap(root -> root.entries().stream())
                .filter(entry -> entry.key().value().equals(key))
                .map(Entry::value);
    }

    private static List<Entry> entries(@Nullable Node node) {
        return node instanceof Entries map ? map.entries() : List.of();
    }

    /** What stands at a key of a map; null when nothing does, or there is no map. */
    private static @Nullable Node at(@Nullable Node map, String key) {
        return entries(map).stream()
                .filter(entry -> entry.key().value().equals(key))
                .map(Entry::value)
                .findFirst()
                .orElse(null);
    }

    private List<String> global() {
        Setting<Interval> interval = fixed.defaults().interval();
        Node written = at(global, "interval");
        List<String> all = new ArrayList<>();
        all.add(
                written != null && written.place().equals(interval.place())
                        ? YamlLines.of("interval", written).get(0)
                        : YamlLines.of("interval", text(interval.value()), setter(interval)));
        add(global, "interval", all);
        if (at(global, "timeout") == null) {
            all.add("# timeout: the smaller of 10s and the interval # " + DEFAULT);
        }
        defaults().forEach((key, value) -> {
            if (at(global, key) == null) {
                all.add(YamlLines.of(key, value, DEFAULT));
            }
        });
        if (at(global, "max_concurrent_polls") == null) {
            all.add(YamlLines.of(
                    "max_concurrent_polls", Integer.toString(Defaults.NONE.maxConcurrentPolls()), DEFAULT));
        }
        return all;
    }

    private static String setter(Setting<Interval> interval) {
        return interval.place() == null && interval.origin().contains("default") ? DEFAULT : "POLLING_INTERVAL_SECONDS";
    }

    /** What holds for all targets where nothing is said. */
    private static Map<String, String> defaults() {
        JsonLimits json = Bounds.DEFAULT.limits().json();
        MappingLimits mapping = Bounds.DEFAULT.limits().mapping();
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("stale_after", "0s");
        texts.put("path_syntax", PathSyntax.RFC9535.toString());
        texts.put("body_size_limit", (Bounds.DEFAULT.bodyBytes() >> 20) + "MiB");
        texts.put("sample_limit", Integer.toString(mapping.samples()));
        texts.put("metric_series_limit", Integer.toString(mapping.seriesPerMetric()));
        texts.put("label_value_length_limit", Integer.toString(mapping.labelValueLength()));
        texts.put("json_depth_limit", Integer.toString(json.depth()));
        texts.put("json_node_limit", Integer.toString(json.nodes()));
        return texts;
    }

    /** Adds the lines of a map but for one key. */
    private static void add(@Nullable Node map, String without, List<String> out) {
        entries(map).stream()
                .filter(entry -> !entry.key().value().equals(without))
                .forEach(entry -> out.addAll(YamlLines.of(entry.key().value(), entry.value())));
    }

    private List<String> target(Node target) {
        List<String> all = new ArrayList<>();
        add(target, "metrics", all);
        inherited(target, all);
        Node metrics = at(target, "metrics");
        if (metrics != null) {
            all.addAll(YamlLines.of("metrics", metrics));
        }
        return all;
    }

    /** What a target does not say itself, but has. */
    private void inherited(Node target, List<String> out) {
        String name = at(target, "name") instanceof Text text ? text.value() : "";
        BoundTarget bound = fixed.targets().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        Node module = module(target);
        Map<String, String> otherwise = new LinkedHashMap<>();
        if (bound.trigger() instanceof Trigger.Every every) {
            otherwise.put("interval", text(every.interval()));
            otherwise.put("stale_after", text(every.staleAfter()));
        } else {
            otherwise.put("interval", "scrape");
            otherwise.put("min_interval", text(((Trigger.OnScrape) bound.trigger()).minInterval()));
        }
        otherwise.put("timeout", text(bound.request().timeout()));
        otherwise.put("method", bound.request().method().toString());
        otherwise.put("follow_redirects", Boolean.toString(bound.request().followRedirects()));
        defaults().forEach(otherwise::putIfAbsent);
        otherwise.remove(bound.trigger() instanceof Trigger.Every ? "min_interval" : "stale_after");
        if (module != null) {
            otherwise.remove("path_syntax");
        }
        otherwise.forEach((key, value) -> {
            if (at(target, key) == null && at(at(target, "http_client_config"), key) == null) {
                out.addAll(inherited(key, value, module));
            }
        });
    }

    private List<String> inherited(String key, String otherwise, @Nullable Node module) {
        Node ofModule = at(module, key);
        Node node = ofModule == null ? at(global, key) : ofModule;
        boolean isOverridden =
                key.equals("interval") && fixed.defaults().interval().place() == null;
        if (node != null && !isOverridden) {
            return YamlLines.of(key, node);
        }
        String origin = key.equals("interval") ? setter(fixed.defaults().interval()) : DEFAULT;
        return List.of(YamlLines.of(key, otherwise, origin));
    }

    private @Nullable Node module(Node target) {
        return at(target, "module") instanceof Text name
                ? all("modules")
                        .map(modules -> at(modules, name.value()))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static String text(Interval interval) {
        return interval.every() == null ? "scrape" : text(interval.every());
    }

    private static String text(Duration duration) {
        BigDecimal seconds = BigDecimal.valueOf(duration.toNanos()).movePointLeft(9);
        return seconds.signum() == 0 ? "0s" : seconds.stripTrailingZeros().toPlainString() + "s";
    }
}
