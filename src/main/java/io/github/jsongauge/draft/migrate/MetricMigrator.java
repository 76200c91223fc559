// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.migrate;

import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.yaml.Node;
import io.github.jsongauge.draft.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Converts one metric of a module; {@code type: object} becomes a group. Not thread-safe. */
final class MetricMigrator {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final String COUNTER = "counter";

    private final TheirKeys keys;
    private final Node node;
    private final String name;
    private final String subject;
    private final List<String> changes = new ArrayList<>();

    MetricMigrator(Node node, String module, Problems problems) {
        this.node = node;
        this.keys = new TheirKeys(node, "a metric of module \"" + module + "\"", problems);
        this.name = keys.text("name");
        this.subject = module + "/" + name;
    }

    MigratedMetric migrate() {
        try {
            String engine = keys.text("engine");
            if (!engine.isEmpty() && !engine.equals("jsonpath")) {
                throw new ByHandException("its paths are not JSONPath, but " + engine);
            }
            String type = keys.text("type");
            return switch (type) {
                case "", "value" -> ofValue();
                case "object" -> ofObject();
                default -> throw new ByHandException("json_exporter knows no type \"" + type + "\"");
            };
        } catch (ByHandException noWay) {
            return MigratedMetric.byHand(subject, node.place(), noWay.reason());
        }
    }

    /** What json_exporter does not read in this metric, once it is migrated. */
    List<Node.Text> ignored() {
        return keys.ignored();
    }

    String subject() {
        return subject;
    }

    private MigratedMetric ofValue() throws ByHandException {
        String path = keys.text("path");
        List<String> yaml = new ArrayList<>(mapping(name, path, false));
        yaml.addAll(labels(false));
        return done(yaml, path.strip() + " → " + shown(yaml));
    }

    private static String shown(List<String> yaml) {
        return yaml.stream()
                .filter(line -> line.startsWith("path: ") || line.startsWith("value: "))
                .map(line -> line.replaceFirst("^path: '?(.*?)'?$", "$1"))
                .findFirst()
                .orElseThrow();
    }

    private MigratedMetric ofObject() throws ByHandException {
        TheirPath each = path(keys.text("path"));
        Map<String, String> values = keys.texts("values");
        if (values.isEmpty()) {
            throw new ByHandException("an object without values gives no metric");
        }
        List<String> yaml = new ArrayList<>();
        yaml.add("each: " + YamlText.of(each.atRoot(), false));
        yaml.addAll(labels(true));
        yaml.add("metrics:");
        for (Map.Entry<String, String> value : values.entrySet()) {
            List<String> lines = mapping(name + "_" + value.getKey(), value.getValue(), true);
            for (int i = 0; i < lines.size(); i++) {
                yaml.add((i == 0 ? "  - " : "    ") + lines.get(i));
            }
        }
        String counted = values.size() + (values.size() == 1 ? " value" : " values");
        return done(yaml, "object, " + counted + " → each: " + each.atRoot());
    }

    private MigratedMetric done(List<String> yaml, String what) {
        Verdict.Kind kind = changes.isEmpty() ? Verdict.Kind.CONVERTED : Verdict.Kind.CHANGED;
        List<String> distinct = changes.stream().distinct().toList();
        String detail = distinct.isEmpty() ? what : String.join("; ", distinct);
        return new MigratedMetric(subject, node.place(), yaml, new Verdict(kind, subject, detail));
    }

    private List<String> mapping(String exposed, String source, boolean inItem) throws ByHandException {
        List<String> yaml = new ArrayList<>();
        yaml.add("name: " + YamlText.of(exposed, false));
        yaml.addAll(type(exposed));
        yaml.add(source(source, inItem));
        String help = keys.text("help");
        yaml.add("help: " + YamlText.of(help.isEmpty() ? name : help, false));
        if (keys.isTrue("allow_missing_key")) {
            yaml.add("on_missing: ignore");
        }
        String timestamp = keys.text("epochTimestamp");
        String at = timestamp.isEmpty() ? keys.text("epochtimestamp") : timestamp;
        if (!at.isEmpty()) {
            yaml.add("timestamp: " + YamlText.of(path(at).at(inItem), false));
        }
        return yaml;
    }

    private List<String> type(String exposed) {
        String type = keys.text("valuetype");
        if (type.equals("gauge")) {
            return List.of();
        }
        if (type.equals(COUNTER) && exposed.endsWith("_total")) {
            return List.of("type: counter");
        }
        if (type.equals(COUNTER)) {
            changes.add("counter without \"_total\" → type: untyped, same name");
        }
        return List.of("type: untyped");
    }

    private String source(String written, boolean inItem) throws ByHandException {
        TheirText text = TheirText.parse(written);
        String plain = text.plain();
        if (plain == null) {
            return "path: " + YamlText.of(path(written).at(inItem), false);
        }
        String constant = plain.strip();
        if (constant.equals("true") || constant.equals("false")) {
            return "value: " + (constant.equals("true") ? 1 : 0);
        }
        if (!NUMBER.matcher(constant).matches()) {
            throw new ByHandException(
                    constant.isEmpty()
                            ? "it has no path"
                            : YamlText.comment(constant) + " is neither a path in braces nor a number");
        }
        return "value: " + constant.replaceFirst("^\\+", "");
    }

    private TheirPath path(String written) throws ByHandException {
        TheirText text = TheirText.parse(written);
        TheirPath path = text.path();
        if (path == null) {
            throw new ByHandException(
                    written.isBlank() ? "it has no path" : written.strip() + " is not one path in braces");
        }
        changes.addAll(path.remarks());
        return path;
    }

    private List<String> labels(boolean inItem) throws ByHandException {
        Map<String, String> labels = keys.texts("labels");
        List<String> yaml = new ArrayList<>();
        if (!labels.isEmpty()) {
            yaml.add("labels:");
        }
        for (Map.Entry<String, String> label : labels.entrySet()) {
            yaml.add("  " + YamlText.of(label.getKey(), false) + ": " + label(label.getValue(), inItem));
        }
        return yaml;
    }

    private String label(String written, boolean inItem) throws ByHandException {
        TheirText text = TheirText.parse(written);
        changes.addAll(text.remarks());
        if (text.findsSeveral()) {
            changes.add(
                    "a label that finds several values refuses its series, where json_exporter joins them by blanks");
        }
        String plain = text.plain();
        if (plain != null) {
            boolean looksLikePath = plain.startsWith("$") || plain.startsWith(".");
            return looksLikePath ? "{const: " + YamlText.of(plain, true) + "}" : YamlText.of(plain, false);
        }
        if (text.parts().size() == 1) {
            return YamlText.of(((TheirPath) text.parts().get(0)).at(inItem), false);
        }
        StringBuilder template = new StringBuilder();
        for (TheirText.Part part : text.parts()) {
            template.append(
                    part instanceof TheirPath path ? "{" + path.at(inItem) + "}" : ((TheirText.Plain) part).text());
        }
        return YamlText.of(template.toString(), false);
    }
}
