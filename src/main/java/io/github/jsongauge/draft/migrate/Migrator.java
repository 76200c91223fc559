// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.migrate;

import io.github.jsongauge.config.ConfigException;
import io.github.jsongauge.config.ConfigLoader;
import io.github.jsongauge.config.problem.Problem;
import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.problem.YamlFile;
import io.github.jsongauge.config.yaml.Node;
import io.github.jsongauge.config.yaml.YamlReader;
import io.github.jsongauge.draft.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Converts a whole configuration. What is written is loaded, as an exporter would: what cannot be loaded becomes a comment, with
 * the reason, until all the rest can. Not thread-safe.
 */
public final class Migrator {
    private static final String RESULT = "the result";
    /** How problems name another place in the result. */
    private static final Pattern PLACE = Pattern.compile(RESULT + ":(\\d+):\\d+");

    /** A line of the result that names a file, which may be on another machine. */
    private static final Pattern NAMES_A_FILE = Pattern.compile("\\s*[a-z_]+_file: .*");

    private final YamlFile file;
    private final List<String> allowed;
    private final Problems problems = new Problems();
    private final List<MigratedModule> modules = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    /** Notes on files that are not on this machine. */
    private final Set<String> absentFiles = new LinkedHashSet<>();

    private Migrator(YamlFile file, List<String> allowed) {
        this.file = file;
        this.allowed = List.copyOf(allowed);
    }

    /**
     * Converts a configuration of json_exporter 0.3 or later.
     *
     * @param name what problems call it
     * @param allowed patterns of {@code allowed_targets} for its modules; empty = any, which is refused for modules that send
     *     credentials
     * @throws ConfigException with all that is wrong with theirs, at its places
     */
    public static Migration migrate(String name, String text, List<String> allowed) throws ConfigException {
        return new Migrator(new YamlFile(name, text), allowed).migrate();
    }

    private Migration migrate() throws ConfigException {
        try {
            readModules();
        } catch (Problems.TooManyException enough) {
            throw new ConfigException(problems.sorted());
        }
        if (!problems.hasErrors()) {
            keepWhatCanBeLoaded();
        }
        if (problems.hasErrors()) {
            throw new ConfigException(problems.sorted());
        }
        modules.forEach(module -> module.allVerdicts().forEach(verdicts::add));
        int metrics =
                modules.stream().mapToInt(module -> module.metrics().size()).sum();
        List<String> notes = new ArrayList<>(absentFiles);
        notes.addAll(Differences.of(modules));
        return new Migration(text(new TreeMap<>()), modules.size(), metrics, verdicts, notes);
    }

    private void readModules() {
        Node root = new YamlReader(file, (written, place) -> written, problems).read();
        if (root == null || problems.hasErrors()) {
            return;
        }
        if (root instanceof Node.Items) {
            problems.error(
                    file.start(),
                    "this is a configuration of json_exporter 0.2 or earlier",
                    "convert it to modules by json_exporter's own notes first, or begin anew with \"jsongauge init\"");
            return;
        }
        TheirKeys top = new TheirKeys(root, "the file", problems);
        Node modulesNode = top.node("modules");
        if (modulesNode == null && top.names().contains("metrics")) {
            modules.add(new ModuleMigrator("default", root, problems).migrate(allowed));
            verdicts.add(new Verdict(
                    Verdict.Kind.CHANGED, "default", "a file without modules, as before 0.4 → the module default"));
            return;
        }
        if (modulesNode == null) {
            problems.error(
                    file.start(),
                    "there is no key \"modules\": this is no configuration of json_exporter",
                    top.names().contains("targets") ? "it looks like one of jsongauge already" : "name the right file");
            return;
        }
        TheirKeys named = new TheirKeys(modulesNode, "\"modules\"", problems);
        for (String name : named.names()) {
            Node node = named.node(name);
            if (node != null) {
                modules.add(new ModuleMigrator(name, node, problems).migrate(allowed));
            }
        }
        top.ignored()
                .forEach(key -> verdicts.add(new Verdict(
                        Verdict.Kind.IGNORED,
                        YamlText.comment(key.value()),
                        "line " + key.place().line() + ": json_exporter does not read it; left out")));
    }

    /** Ends, because each round makes a comment of something. */
    private void keepWhatCanBeLoaded() {
        while (modules.stream().anyMatch(MigratedModule::isUsable)) {
            Map<Integer, Owner> owners = new TreeMap<>();
            String result = text(owners);
            absentFiles.clear();
            List<Problem> found = new ArrayList<>();
            for (Problem problem : problemsOf(result)) {
                if (NAMES_A_FILE.matcher(problem.excerpt().line()).matches()) {
                    noteFile(owner(owners, problem.line()).module(), problem);
                } else {
                    found.add(problem);
                }
            }
            if (found.isEmpty()) {
                return;
            }
            List<MigratedModule> before = List.copyOf(modules);
            for (Problem problem : found) {
                Owner owner = owner(owners, problem.line());
                if (owner.metric() == null && problem.message().contains("a probe could send them to any host")) {
                    needsAllow(owner.module());
                    return;
                }
                set(owner, problem, owners);
            }
            if (modules.equals(before)) {
                throw new IllegalStateException(
                        "a comment of the result is read: " + found.get(0).sentence());
            }
        }
    }

    private static Owner owner(Map<Integer, Owner> owners, int line) {
        Owner owner = owners.get(line);
        if (owner == null) {
            throw new IllegalStateException("line " + line + " of the result belongs to nothing");
        }
        return owner;
    }

    private void noteFile(MigratedModule module, Problem problem) {
        absentFiles.add("module " + module.name() + ": " + problem.message() + "; the result loads where it is");
    }

    private static List<Problem> problemsOf(String yaml) {
        try {
            ConfigLoader.load(RESULT, yaml, Map.of());
            return List.of();
        } catch (ConfigException broken) {
            return broken.problems().stream().filter(Problem::isError).toList();
        }
    }

    private void set(Owner owner, Problem problem, Map<Integer, Owner> owners) {
        int index = indexOf(owner.module().name());
        MigratedModule now = modules.get(index);
        String reason = PLACE.matcher(problem.message() + (problem.hint().isEmpty() ? "" : "; " + problem.hint()))
                .replaceAll(place -> "line "
                        + owner(owners, Integer.parseInt(place.group(1))).line());
        MigratedMetric metric = owner.metric();
        modules.set(index, metric == null ? now.byHand(reason) : now.without(metric, reason));
    }

    private int indexOf(String name) {
        for (int i = 0; i < modules.size(); i++) {
            if (modules.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalStateException("no module " + name);
    }

    private void needsAllow(MigratedModule module) {
        problems.error(
                module.place(),
                "module \"" + module.name()
                        + "\" sends credentials, and json_exporter sends them to any target that it is" + " told to",
                "say whom it may ask, such as --allow http://apps.internal/");
    }

    /** What a line of the result belongs to. */
    private record Owner(MigratedModule module, @Nullable MigratedMetric metric) {
        /** Where it stands in their file. */
        int line() {
            return metric == null ? module.place().line() : metric.place().line();
        }
    }

    /** @param owners takes what each line belongs to, counted from 1 */
    private String text(Map<Integer, Owner> owners) {
        List<String> lines = new ArrayList<>();
        lines.add("# From json_exporter's " + YamlText.comment(shortName())
                + " by \"jsongauge migrate\"; asked as before:");
        lines.add("# /probe?module=NAME&target=URL");
        lines.add("modules:" + (modules.stream().anyMatch(MigratedModule::isUsable) ? "" : " {}"));
        for (MigratedModule module : modules) {
            Map<Integer, MigratedMetric> metrics = new TreeMap<>();
            List<String> inner = module.lines(metrics);
            for (int i = 0; i < inner.size(); i++) {
                owners.put(lines.size() + 1, new Owner(module, metrics.get(i)));
                lines.add(inner.get(i));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private String shortName() {
        return file.name().substring(file.name().lastIndexOf('/') + 1);
    }
}
