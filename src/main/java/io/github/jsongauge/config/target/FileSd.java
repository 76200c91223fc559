// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.target;

import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.problem.YamlFile;
import io.github.jsongauge.config.yaml.Block;
import io.github.jsongauge.config.yaml.Node;
import io.github.jsongauge.config.yaml.Node.Entries;
import io.github.jsongauge.config.yaml.Node.Entry;
import io.github.jsongauge.config.yaml.Node.Items;
import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.config.yaml.Nodes;
import io.github.jsongauge.config.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a file of targets as Prometheus' file_sd has them, in YAML or JSON: a list of {@code {targets: [URL…], labels: {…}}}.
 * Nothing in it is a variable.
 */
public final class FileSd {
    /** What YAML does not have, unless the backslash is itself escaped. */
    private static final Pattern ESCAPED_SLASH = Pattern.compile("\\\\([\\\\/])");

    private final TargetFileRule rule;
    private final Problems problems;

    public FileSd(TargetFileRule rule, Problems problems) {
        this.rule = rule;
        this.problems = problems;
    }

    /** Its targets as if they stood in the configuration. */
    public List<Node> targets(YamlFile file) {
        List<Node> targets = new ArrayList<>();
        Node root = new YamlReader(readable(file), (written, place) -> written, problems).read();
        if (root instanceof Text text && text.isAbsent()) {
            problems.error(file.start(), "the file is empty", "write [] for no targets");
            return targets;
        }
        Items groups = root == null ? null : Nodes.items(root, "the file", problems);
        for (Node group : groups == null ? List.<Node>of() : groups.nodes()) {
            Entries map = Nodes.entries(group, "an element of the file", problems);
            if (map != null) {
                add(new Block(map, "an element of the file", TargetFileKeys.FILE_SD, problems), targets);
            }
        }
        return targets;
    }

    /** JSON is YAML but for its tabs, which are white space wherever they stand, and {@code \/}. */
    private static YamlFile readable(YamlFile file) {
        if (!file.name().toLowerCase(Locale.ROOT).endsWith(".json")) {
            return file;
        }
        String text = ESCAPED_SLASH
                .matcher(file.text().replace('\t', ' '))
                .replaceAll(escape -> escape.group(1).equals("/") ? "/" : Matcher.quoteReplacement(escape.group()));
        return new YamlFile(file.name(), text);
    }

    private void add(Block group, List<Node> targets) {
        Text name = null;
        List<Entry> labels = new ArrayList<>();
        for (Entry label : group.entries("labels")) {
            String key = label.key().value();
            if (key.equals("name")) {
                name = Nodes.text(label.value(), "label \"name\"", problems);
            } else if (!key.startsWith("__")) {
                // those are for relabelling, and on no series of Prometheus either
                labels.add(label);
            }
        }
        for (Node node : group.items("targets")) {
            Text url = Nodes.text(node, "an element of \"targets\"", problems);
            if (url != null) {
                targets.add(rule.target(name == null ? named(url) : name, url, labels));
            }
        }
    }

    /** The URL without what may be a secret. */
    private static Text named(Text url) {
        String name = url.value().replaceFirst("[?#].*", "").replaceFirst("//[^/]*@", "//");
        return new Text(url.place(), name, name, true, false);
    }
}
