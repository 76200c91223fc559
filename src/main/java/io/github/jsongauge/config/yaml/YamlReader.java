// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.yaml;

import io.github.jsongauge.config.problem.Place;
import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.problem.Quoted;
import io.github.jsongauge.config.problem.Secrets;
import io.github.jsongauge.config.problem.YamlFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Turns the text of a file into nodes of ours: scalars as somebody says, nothing typed, tags, merge keys and duplicate keys
 * refused, and what aliases multiply bounded.
 */
public final class YamlReader {
    /** With every alias counted as all that it stands for. */
    private static final long SIZE_LIMIT = 1_000_000;

    private final YamlFile file;
    private final Scalars scalars;
    private final Problems problems;
    private final Map<org.yaml.snakeyaml.nodes.Node, Sized> known = new HashMap<>();
    private final Set<org.yaml.snakeyaml.nodes.Node> open = new HashSet<>();
    private org.yaml.snakeyaml.nodes.@Nullable Node root;

    /** What the text of a scalar means. */
    public interface Scalars {
        /** Null when it is not usable, which is reported. */
        @Nullable
        String value(String written, Place place);
    }

    /** A node, and how many nodes it is together with those inside. */
    private record Sized(Node node, long size) {}

    public YamlReader(YamlFile file, Scalars scalars, Problems problems) {
        this.file = file;
        this.scalars = scalars;
        this.problems = problems;
    }

    /** The one document of the file; null when there is none that can be used, which is reported. */
    @Nullable
    public Node read() {
        root = new YamlComposer(file, problems).compose();
        if (root == null) {
            return null;
        }
        Sized document = sized(root);
        if (document.size > SIZE_LIMIT) {
            problems.error(file.start(), "the aliases stand for more than a million values", "write less with aliases");
            return null;
        }
        return document.node;
    }

    /** Keys that start with {@code x-} are a place for anchors. */
    private boolean isIgnored(MappingNode mapping, Node.Text key) {
        return mapping.equals(root) && key.value().startsWith("x-");
    }

    private Sized sized(org.yaml.snakeyaml.nodes.Node node) {
        Sized before = known.get(node);
        if (before != null) {
            return before;
        }
        Place place = file.place(node.getStartMark(), node.getEndMark());
        if (!open.add(node)) {
            problems.error(place, "this holds an alias of itself", "write out what is meant");
            return new Sized(new Node.Text(place, "", "", false, true), 1);
        }
        if (!node.getTag().equals(YamlComposer.NO_TAG)) {
            problems.error(place, "tags are not supported", "remove " + Quoted.text(tag(place)));
        }
        Sized result = node instanceof ScalarNode scalar
                ? new Sized(text(scalar, place), 1)
                : node instanceof SequenceNode sequence
                        ? items(sequence, place.part(0, 1))
                        : entries((MappingNode) node, place.part(0, 1));
        open.remove(node);
        known.put(node, result);
        return result;
    }

    private static String tag(Place place) {
        return place.file().textFrom(place.line(), place.column()).split("[\\s,\\]}]", 2)[0];
    }

    private Node.Text text(ScalarNode scalar, Place place) {
        if (scalar.getValue().indexOf('\0') >= 0) {
            problems.error(place, "a text cannot hold the character NUL", "remove it");
            return new Node.Text(place, "", "", false, true);
        }
        String value = scalars.value(scalar.getValue(), place);
        return new Node.Text(place, scalar.getValue(), value == null ? "" : value, value != null, isQuoted(scalar));
    }

    private static boolean isQuoted(ScalarNode scalar) {
        return scalar.getScalarStyle() != ScalarStyle.PLAIN;
    }

    private Sized items(SequenceNode sequence, Place place) {
        List<Node> nodes = new ArrayList<>();
        long size = 1;
        for (org.yaml.snakeyaml.nodes.Node element : sequence.getValue()) {
            Sized item = sized(element);
            nodes.add(item.node);
            size = Math.min(size + item.size, Integer.MAX_VALUE);
        }
        return new Sized(new Node.Items(place, List.copyOf(nodes)), size);
    }

    private Sized entries(MappingNode mapping, Place place) {
        List<Node.Entry> entries = new ArrayList<>();
        Map<String, Place> keys = new HashMap<>();
        long size = 1;
        for (NodeTuple tuple : mapping.getValue()) {
            Node.Text key = key(tuple.getKeyNode());
            if (key == null || isIgnored(mapping, key)) {
                continue;
            }
            Place first = keys.putIfAbsent(key.value(), key.place());
            if (first != null) {
                problems.error(key.place(), key.shown() + " is here twice, first at " + first, "remove one of them");
                continue;
            }
            hideSecrets(key.value(), tuple.getValueNode());
            Sized value = sized(tuple.getValueNode());
            entries.add(new Node.Entry(key, value.node));
            size = Math.min(size + 1 + value.size, Integer.MAX_VALUE);
        }
        boolean braces = mapping.getFlowStyle() == FlowStyle.FLOW;
        return new Sized(new Node.Entries(place, List.copyOf(entries), braces), size);
    }

    private void hideSecrets(String key, org.yaml.snakeyaml.nodes.Node value) {
        if (value instanceof MappingNode map) {
            hideSecretsIn(map, Secrets.map("", key));
        } else if (Secrets.isSecret(key)) {
            file.hide(value.getStartMark(), value.getEndMark());
        }
    }

    private void hideSecretsIn(MappingNode map, String name) {
        for (NodeTuple tuple : map.getValue()) {
            org.yaml.snakeyaml.nodes.Node inner = tuple.getValueNode();
            String key = tuple.getKeyNode() instanceof ScalarNode text ? text.getValue() : "";
            if (inner instanceof MappingNode deeper) {
                if (!Secrets.map(name, key).equals(key)) {
                    hideSecretsIn(deeper, Secrets.map(name, key));
                }
            } else if (Secrets.isSecret(name, key)) {
                file.hide(inner.getStartMark(), inner.getEndMark());
            }
        }
    }

    /** Null when it cannot be a key, which is reported. */
    private Node.@Nullable Text key(org.yaml.snakeyaml.nodes.Node node) {
        Place place = file.place(node.getStartMark(), node.getEndMark());
        if (!(node instanceof ScalarNode scalar)) {
            problems.error(place.part(0, 1), "a key must be a text", "quote it");
            return null;
        }
        if (scalar.getValue().equals("<<") && !isQuoted(scalar)) {
            problems.error(
                    place,
                    "merge keys (\"<<\") are not supported",
                    "write the keys out, or use an alias for a whole value");
            return null;
        }
        return new Node.Text(place, scalar.getValue(), scalar.getValue(), true, isQuoted(scalar));
    }
}
