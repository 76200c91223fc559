// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.yaml;

import io.github.jsongauge.config.problem.Secrets;
import io.github.jsongauge.config.value.Parameters;
import io.github.jsongauge.config.yaml.Node.Entries;
import io.github.jsongauge.config.yaml.Node.Entry;
import io.github.jsongauge.config.yaml.Node.Items;
import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.json.JsonString;
import io.github.jsongauge.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Nodes as lines of YAML: a value a line, where it comes from behind it, and no secret. */
public final class YamlLines {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./$][A-Za-z0-9_./$@%+*()<>=\\[\\]-]*");
    private static final Pattern ONE_LINE = Pattern.compile("[\\x20-\\x7e]*");
    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::-[^}]*)?\\}");
    /** What a flag or its variable says is a file of one line. */
    private static final Pattern NO_FILE = Pattern.compile("--.*|JSONGAUGE_[A-Z_]+");

    private static final String SECRET = "<secret>";

    private YamlLines() {}

    /** A key with what stands at it. */
    public static List<String> of(String key, Node node) {
        return of("", new Entry(new Text(node.place(), key, key, true, false), node));
    }

    /** A key with a text that stands nowhere. */
    public static String of(String key, String value, String origin) {
        return key + ": " + scalar(value) + " # " + origin;
    }

    /** Lines one level deeper. */
    public static List<String> indented(List<String> lines) {
        return lines.stream().map(line -> "  " + line).toList();
    }

    /** Lines as an element of a list. */
    public static List<String> element(List<String> lines) {
        List<String> element = new ArrayList<>();
        for (String line : lines) {
            element.add((element.isEmpty() ? "- " : "  ") + line);
        }
        return element;
    }

    /** Where a text comes from. */
    static String origin(Text text) {
        String file = text.place().file().name();
        String place = NO_FILE.matcher(file).matches() ? file : text.place().toString();
        List<String> variables = new ArrayList<>();
        Matcher variable = VARIABLE.matcher(text.written());
        while (variable.find()) {
            variables.add(variable.group(1));
        }
        return variables.isEmpty() ? place : place + ", from " + String.join(", ", variables);
    }

    private static List<String> of(String map, Entry entry) {
        String key = scalar(entry.key().value());
        if (entry.value() instanceof Text text) {
            return List.of(key + ": " + shown(map, entry.key().value(), text) + " # " + origin(text));
        }
        List<String> inner = lines(Secrets.map(map, entry.key().value()), entry.value());
        List<String> lines = new ArrayList<>();
        if (inner.isEmpty()) {
            lines.add(key + (entry.value() instanceof Items ? ": []" : ": {}"));
        } else {
            lines.add(key + ":");
            lines.addAll(indented(inner));
        }
        return lines;
    }

    /** @param map what the node is for the keys in it */
    private static List<String> lines(String map, Node node) {
        List<String> lines = new ArrayList<>();
        if (node instanceof Entries entries) {
            entries.entries().forEach(entry -> lines.addAll(of(map, entry)));
        } else if (node instanceof Items list) {
            for (Node element : list.nodes()) {
                if (element instanceof Text text) {
                    lines.add("- " + shown(map, "", text) + " # " + origin(text));
                } else {
                    List<String> inner = lines("", element);
                    lines.addAll(element(inner.isEmpty() ? List.of(element instanceof Items ? "[]" : "{}") : inner));
                }
            }
        }
        return lines;
    }

    private static String shown(String map, String key, Text text) {
        if (Secrets.isSecret(key)
                || Secrets.isSecret(map, key)
                || text.written().contains("${file:")) {
            return SECRET;
        }
        return scalar(key.endsWith("url") ? Secrets.hideIn(text.value()) : text.value());
    }

    /** A text as the loader reads it back. */
    private static String scalar(String value) {
        String written = Parameters.written(value.replace("${", "$${"));
        if (PLAIN.matcher(written).matches()) {
            return written;
        }
        return ONE_LINE.matcher(written).matches()
                ? "'" + written.replace("'", "''") + "'"
                : JsonText.of(new JsonString(written));
    }
}
