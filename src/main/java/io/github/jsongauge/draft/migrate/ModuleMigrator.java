// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.migrate;

import io.github.jsongauge.config.problem.Place;
import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.yaml.Node;
import io.github.jsongauge.draft.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Converts one module: how its targets are asked, and its metrics. Not thread-safe. */
final class ModuleMigrator {
    /** Of http_client_config: said otherwise by us, or without an effect. */
    private static final Set<String> OTHERWISE =
            Set.of("bearer_token", "bearer_token_file", "enable_http2", "follow_redirects", "http_headers");

    /** Of accept_status: these have no body, or one that says nothing about the target. */
    private static final Set<String> NEVER_ACCEPTED = Set.of("204", "205", "407");

    private final String name;
    private final Node node;
    private final TheirKeys keys;
    private final Problems problems;
    private final List<String> yaml = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private final Set<String> parameters = new TreeSet<>();

    ModuleMigrator(String name, Node node, Problems problems) {
        this.name = name;
        this.node = node;
        this.problems = problems;
        this.keys = new TheirKeys(node, "module \"" + name + "\"", problems);
    }

    MigratedModule migrate(List<String> allowed) {
        String byHand = "";
        headers();
        client();
        try {
            body();
        } catch (ByHandException noWay) {
            byHand = MigratedModule.reason(place("body"), noWay.reason());
        }
        try {
            statuses();
        } catch (ByHandException noWay) {
            byHand = MigratedModule.reason(place("valid_status_codes"), noWay.reason());
        }
        probe(allowed);
        List<MigratedMetric> metrics = new ArrayList<>();
        for (Node metric : keys.items("metrics")) {
            MetricMigrator migrator = new MetricMigrator(metric, name, problems);
            MigratedMetric migrated = migrator.migrate();
            metrics.add(migrated);
            if (!migrated.yaml().isEmpty()) {
                migrator.ignored().forEach(key -> ignored(migrator.subject(), key));
            }
        }
        keys.ignored().forEach(key -> ignored(name, key));
        return new MigratedModule(name, node.place(), yaml, metrics, verdicts, byHand);
    }

    private Place place(String key) {
        Node value = keys.node(key);
        return value == null ? node.place() : value.place();
    }

    private void ignored(String subject, Node.Text key) {
        add(
                Verdict.Kind.IGNORED,
                subject,
                key.place(),
                "json_exporter does not read \"" + YamlText.comment(key.value()) + "\"; left out");
    }

    private void add(Verdict.Kind kind, String subject, Place place, String detail) {
        verdicts.add(new Verdict(kind, subject, "line " + place.line() + ": " + detail));
    }

    private void headers() {
        Node headers = keys.node("headers");
        if (headers instanceof Node.Entries map && !map.entries().isEmpty()) {
            yaml.addAll(NodeYaml.entry("headers", map));
        }
    }

    private void body() throws ByHandException {
        Node node = keys.node("body");
        if (node == null) {
            return;
        }
        TheirKeys body = new TheirKeys(node, "\"body\" of module \"" + name + "\"", problems);
        String content = body.text("content");
        if (body.isTrue("templatize")) {
            BodyTemplate template = BodyTemplate.of(content);
            parameters.addAll(template.parameters());
            write(template);
        } else if (!content.isEmpty()) {
            write(BodyTemplate.fixed(content));
        }
        body.ignored().forEach(key -> ignored(name, key));
    }

    private void write(BodyTemplate body) {
        String text = body.text();
        boolean isBlock = text.strip().contains("\n")
                && text.chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7f))
                && !text.startsWith(" ")
                && !text.startsWith("\n")
                && !text.endsWith("\n\n");
        if (isBlock) {
            yaml.add("body: |" + (text.endsWith("\n") ? "" : "-"));
            text.lines().forEach(line -> yaml.add(line.isEmpty() ? "" : "  " + line));
        } else {
            yaml.add("body: " + YamlText.ofValue(text, false));
        }
    }

    private void statuses() throws ByHandException {
        List<Node> codes = keys.items("valid_status_codes");
        List<String> accepted = new ArrayList<>();
        for (Node code : codes) {
            String written = code instanceof Node.Text text ? text.written() : "";
            boolean isNever = NEVER_ACCEPTED.contains(written) || written.startsWith("3");
            if (isNever) {
                add(
                        Verdict.Kind.CHANGED,
                        name,
                        code.place(),
                        "status " + written + " is never accepted: it comes without a document of the target");
            } else {
                accepted.add(YamlText.of(written, true));
            }
        }
        if (!codes.isEmpty()) {
            if (accepted.isEmpty()) {
                throw new ByHandException("none of its valid_status_codes can be accepted");
            }
            yaml.add("accept_status: [" + String.join(", ", accepted) + "]");
        }
    }

    /** Where there is such a block, json_exporter follows redirects unless it says otherwise; else it does not. */
    private void client() {
        Node node = keys.node("http_client_config");
        if (!(node instanceof Node.Entries map)) {
            return;
        }
        TheirKeys client = new TheirKeys(map, "\"http_client_config\" of module \"" + name + "\"", problems);
        yaml.add("http_client_config:");
        NodeYaml.entries(map, key -> !OTHERWISE.contains(key)).forEach(line -> yaml.add("  " + line));
        String follow = client.text("follow_redirects");
        yaml.add("  follow_redirects: " + (follow.isEmpty() ? "true" : follow));
        String token = client.text("bearer_token");
        String file = client.text("bearer_token_file");
        if (!token.isEmpty() || !file.isEmpty()) {
            yaml.add("  authorization:");
            yaml.add(
                    token.isEmpty()
                            ? "    credentials_file: " + YamlText.of(file, false)
                            : "    credentials: " + YamlText.of(token, false));
        }
        Node headers = client.node("http_headers");
        if (headers != null) {
            add(Verdict.Kind.BY_HAND, name, headers.place(), "write http_headers as headers of the module");
        }
        Node http2 = client.node("enable_http2");
        if (http2 != null) {
            add(Verdict.Kind.IGNORED, name, http2.place(), "json_exporter speaks HTTP/1.1 only, and so does jsongauge");
        }
    }

    private void probe(List<String> allowed) {
        yaml.add("probe:");
        if (allowed.isEmpty()) {
            yaml.add("  # json_exporter asks any target that it is told to: narrow this to your own");
        }
        List<String> patterns = allowed.isEmpty() ? List.of("http://", "https://") : allowed;
        yaml.add("  allowed_targets: ["
                + String.join(
                        ", ",
                        patterns.stream()
                                .map(pattern -> '"' + YamlText.literal(pattern).replace("\"", "\\\"") + '"')
                                .toList())
                + "]");
        if (!parameters.isEmpty()) {
            yaml.add("  params:");
            parameters.forEach(parameter -> yaml.add("    " + parameter + ": {default: \"\"}"));
        }
    }
}
