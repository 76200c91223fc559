// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.request;

import io.github.jsongauge.config.problem.DidYouMean;
import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.problem.ValueException;
import io.github.jsongauge.config.value.Words;
import io.github.jsongauge.config.yaml.Block;
import io.github.jsongauge.config.yaml.Node;
import io.github.jsongauge.config.yaml.Node.Entries;
import io.github.jsongauge.config.yaml.Node.Entry;
import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.config.yaml.Nodes;
import io.github.jsongauge.config.yaml.ParameterUses;
import io.github.jsongauge.fetch.AllowedTargets;
import io.github.jsongauge.json.Regex;
import io.github.jsongauge.poll.probe.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what {@code probe:} says on a module: whom it may ask, and which parameters a query may have. */
public final class ProbeBinder {
    private final Problems problems;

    /**
     * What was read.
     *
     * @param allowed null = configured targets only
     */
    public record Of(@Nullable AllowedTargets allowed, List<Parameter> parameters) {}

    public ProbeBinder(Problems problems) {
        this.problems = problems;
    }

    /** What the module in a block says. */
    public Of probe(Block module) {
        Node node = module.node("probe");
        Entries map = node == null ? null : Nodes.entries(node, "\"probe\"", problems);
        if (map == null) {
            return new Of(null, List.of());
        }
        Block block = new Block(map, "\"probe\"", ProbeKeys.PROBE, problems);
        return new Of(allowed(block), parameters(block));
    }

    private @Nullable AllowedTargets allowed(Block block) {
        if (!block.has("allowed_targets")) {
            return null;
        }
        List<String> patterns = new ArrayList<>();
        for (Node node : block.items("allowed_targets")) {
            Text text = Nodes.text(node, "an element of \"allowed_targets\"", problems);
            if (text != null && isPattern(text)) {
                patterns.add(text.value());
            }
        }
        return AllowedTargets.of(patterns);
    }

    private boolean isPattern(Text text) {
        try {
            AllowedTargets unused = AllowedTargets.of(List.of(text.value()));
            return true;
        } catch (IllegalArgumentException bad) {
            problems.error(
                    text.place(),
                    "an allowed target "
                            + text.complaint(
                                    bad,
                                    "must be a host, host:port, CIDR or URL prefix once its variables are replaced"),
                    "");
            return false;
        }
    }

    private List<Parameter> parameters(Block block) {
        List<Parameter> parameters = new ArrayList<>();
        for (Entry entry : block.entries("params")) {
            Text name = entry.key();
            Entries map = Nodes.entries(entry.value(), "parameter " + name.shown(), problems);
            if (map != null && isName(name)) {
                parameters.add(
                        parameter(name, new Block(map, "parameter " + name.shown(), ProbeKeys.PARAMETER, problems)));
            }
        }
        return parameters;
    }

    private boolean isName(Text name) {
        if (ProbeKeys.RESERVED.contains(name.value())) {
            problems.error(
                    name.place(),
                    "a parameter cannot be called " + name.shown() + ", which every probe may have",
                    "choose another name");
            return false;
        }
        if (!name.value().matches(ProbeKeys.PARAMETER_NAME)) {
            problems.error(
                    name.place(), name.shown() + " is not the name of a parameter", "use letters, digits and \"_\"");
            return false;
        }
        return true;
    }

    private Parameter parameter(Text name, Block block) {
        boolean required = block.value("required", Words::truth, false);
        Text otherwise = block.text("default");
        if (required && otherwise != null) {
            problems.error(block.keyPlace("default"), "a required parameter needs no default", "remove one of them");
        }
        Regex pattern = block.value("pattern", ProbeBinder::pattern);
        String value = otherwise == null ? "" : otherwise.value();
        if (pattern != null && otherwise != null && !pattern.matches(value)) {
            problems.error(
                    otherwise.place(),
                    "the default of " + name.shown() + " does not match its pattern",
                    "change one of them");
        }
        return new Parameter(name.value(), value, required, pattern);
    }

    private static Regex pattern(String text) throws ValueException {
        try {
            return Regex.compile(text);
        } catch (IllegalArgumentException bad) {
            throw new ValueException(String.valueOf(bad.getMessage()), "");
        }
    }

    /** Whether all parameters that are used are declared; if not, that is reported. */
    public boolean check(Text module, List<Parameter> declared, List<ParameterUses.Use> uses) {
        Set<String> names = declared.stream().map(Parameter::name).collect(Collectors.toSet());
        for (ParameterUses.Use use : uses) {
            if (!names.contains(use.parameter())) {
                problems.error(
                        use.text().place(),
                        "module " + module.shown() + " declares no parameter \"" + use.parameter() + "\"",
                        DidYouMean.among(names, use.parameter(), "declare it below probe.params"));
            }
        }
        return uses.stream().allMatch(use -> names.contains(use.parameter()));
    }
}
