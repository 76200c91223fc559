// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import io.github.jsongauge.config.ConfigOverride.Step;
import io.github.jsongauge.config.file.Variables;
import io.github.jsongauge.config.problem.DidYouMean;
import io.github.jsongauge.config.problem.Place;
import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.problem.Secrets;
import io.github.jsongauge.config.problem.YamlFile;
import io.github.jsongauge.config.yaml.Node;
import io.github.jsongauge.config.yaml.Node.Entries;
import io.github.jsongauge.config.yaml.Node.Entry;
import io.github.jsongauge.config.yaml.Node.Items;
import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.config.yaml.Nodes;
import io.github.jsongauge.config.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts what is set beside the files into what stands in them. */
final class Overrides {
    private final Variables variables;
    private final Problems problems;

    Overrides(Variables variables, Problems problems) {
        this.variables = variables;
        this.problems = problems;
    }

    /** The files with an override in the one that has its place; the same when it cannot be used, which is reported. */
    List<Entries> apply(ConfigOverride override, List<Entries> files) {
        Node value = value(override);
        int file = file(override.path(), files);
        Node changed = value == null || files.isEmpty() ? null : changed(files.get(file), override, 0, value, files);
        if (!(changed instanceof Entries entries)) {
            return files;
        }
        List<Entries> all = new ArrayList<>(files);
        all.set(file, entries);
        return all;
    }

    private @Nullable Node value(ConfigOverride override) {
        YamlFile file = new YamlFile(override.origin(), override.value());
        if (override.value().startsWith("{") || override.value().startsWith("[")) {
            return new YamlReader(file, variables::replacedIn, problems).read();
        }
        hideSecret(override.path(), file);
        Place place = file.start().part(0, Math.max(1, file.line(1).length()));
        String replaced = variables.replacedIn(override.value(), place);
        boolean empty = override.value().isEmpty();
        return new Text(place, override.value(), replaced == null ? "" : replaced, replaced != null, empty);
    }

    private static void hideSecret(List<Step> path, YamlFile file) {
        String key = path.get(path.size() - 1).name();
        String map = path.size() > 1 ? path.get(path.size() - 2).name() : "";
        if (Secrets.isSecret(key) || Secrets.isSecret(map, key)) {
            file.hideAll();
        }
    }

    /** The file that has most of a path; the first one when none has any of it. */
    private static int file(List<Step> path, List<Entries> files) {
        int best = 0;
        int most = 0;
        for (int i = 0; i < files.size(); i++) {
            int known = known(path, files.get(i));
            if (known > most) {
                best = i;
                most = known;
            }
        }
        return best;
    }

    /** How many steps of a path lead somewhere. */
    private static int known(List<Step> path, Node from) {
        Node node = from;
        for (int steps = 0; steps < path.size(); steps++) {
            int index = index(node, path.get(steps));
            if (index < 0) {
                return steps;
            }
            node = inner(node, index);
        }
        return path.size();
    }

    /** Where a step leads to in a list or a map; -1 when it leads nowhere. */
    private static int index(Node node, Step step) {
        if (node instanceof Items list && step.hasIndex()) {
            return step.index() < list.nodes().size() ? step.index() : -1;
        }
        return step.hasIndex() ? -1 : names(node).indexOf(step.name());
    }

    /** The keys of a map, or the names of the elements of a list, empty where they have none. */
    private static List<String> names(Node node) {
        if (node instanceof Entries map) {
            return map.entries().stream().map(entry -> entry.key().value()).toList();
        }
        return node instanceof Items list
                ? list.nodes().stream().map(Overrides::name).toList()
                : List.of();
    }

    private static String name(Node element) {
        Text name = element instanceof Entries map ? Nodes.textOf(map, "name") : null;
        return name == null ? "" : name.value();
    }

    private static Node inner(Node node, int index) {
        return node instanceof Items list
                ? list.nodes().get(index)
                : ((Entries) node).entries().get(index).value();
    }

    /**
     * A node with the value in it, and maps around it where there are none; null when that cannot be, which is reported.
     *
     * @param depth how many steps lead to the node
     * @param files all there are, for what may have been meant
     */
    private @Nullable Node changed(Node node, ConfigOverride override, int depth, Node value, List<Entries> files) {
        if (depth == override.path().size()) {
            return value;
        }
        Step step = override.path().get(depth);
        int index = index(node, step);
        if (index < 0 && (step.hasIndex() || !(node instanceof Entries))) {
            problems.error(override.origin(), leadsNowhere(override, depth, node, files));
            return null;
        }
        Node next = index < 0 ? new Entries(value.place(), List.of(), false) : inner(node, index);
        Node inner = changed(next, override, depth + 1, value, files);
        return inner == null ? null : replaced(node, index, step.name(), inner);
    }

    private static Node replaced(Node node, int index, String key, Node inner) {
        if (node instanceof Items list) {
            List<Node> nodes = new ArrayList<>(list.nodes());
            nodes.set(index, inner);
            return new Items(list.place(), List.copyOf(nodes));
        }
        Entries map = (Entries) node;
        List<Entry> entries = new ArrayList<>(map.entries());
        if (index < 0) {
            entries.add(new Entry(new Text(inner.place(), key, key, true, false), inner));
        } else {
            entries.set(index, new Entry(entries.get(index).key(), inner));
        }
        return new Entries(map.place(), List.copyOf(entries), map.braces());
    }

    private static String leadsNowhere(ConfigOverride override, int depth, Node node, List<Entries> files) {
        List<Step> before = override.path().subList(0, depth);
        Step step = override.path().get(depth);
        String start = "there is no " + step + " in " + ConfigOverride.text(before) + ", ";
        if (!(node instanceof Items list)) {
            return start + "which is " + node.kind() + ", at " + node.place();
        }
        if (step.hasIndex()) {
            return start + "whose last element is [" + (list.nodes().size() - 1) + "], at " + list.place();
        }
        List<String> known = (depth > 1 ? Stream.of(node) : lists(files, before))
                .flatMap(each -> names(each).stream())
                .filter(name -> !name.isEmpty())
                .toList();
        return start
                + DidYouMean.among(
                        known,
                        step.name(),
                        known.isEmpty()
                                ? "whose elements have no names: write an index, as in [0]"
                                : "whose elements are " + String.join(", ", known));
    }

    /** What stands at the same key in all files. */
    private static Stream<Node> lists(List<Entries> files, List<Step> key) {
        return files.stream()
                .filter(file -> known(key, file) == key.size())
                .map(file -> inner(file, index(file, key.get(0))));
    }
}
