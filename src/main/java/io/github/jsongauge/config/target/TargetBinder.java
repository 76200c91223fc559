// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.target;

import io.github.jsongauge.config.family.BoundLabel;
import io.github.jsongauge.config.family.FamilyUse;
import io.github.jsongauge.config.metrics.GroupBinder;
import io.github.jsongauge.config.metrics.GroupBinders;
import io.github.jsongauge.config.metrics.LabelBinder;
import io.github.jsongauge.config.metrics.Scope;
import io.github.jsongauge.config.metrics.Timestamps;
import io.github.jsongauge.config.problem.Place;
import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.request.BoundRequest;
import io.github.jsongauge.config.request.ProbeBinder;
import io.github.jsongauge.config.request.RequestBinder;
import io.github.jsongauge.config.value.Urls;
import io.github.jsongauge.config.yaml.Block;
import io.github.jsongauge.config.yaml.Node;
import io.github.jsongauge.config.yaml.Node.Entries;
import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.config.yaml.Nodes;
import io.github.jsongauge.config.yaml.ParameterUses;
import io.github.jsongauge.fetch.AllowedTargets;
import io.github.jsongauge.fetch.Request;
import io.github.jsongauge.fetch.RequestTemplate;
import io.github.jsongauge.fetch.TargetUrl;
import io.github.jsongauge.mapping.Group;
import io.github.jsongauge.mapping.LabelRules;
import io.github.jsongauge.mapping.LabelSource;
import io.github.jsongauge.poll.probe.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the targets of all files. */
public final class TargetBinder {
    private static final Group NOTHING = new Group(null, LabelRules.NONE, List.of(), List.of());

    private final Defaults defaults;
    private final ModuleBinder modules;
    private final GroupBinders groups;
    private final Problems problems;
    private final Timing timing;
    private final RequestBinder requests;
    private final Map<String, Place> names = new HashMap<>();
    private final List<FamilyUse> uses = new ArrayList<>();

    public TargetBinder(Defaults defaults, ModuleBinder modules, GroupBinders groups, Problems problems) {
        this.defaults = defaults;
        this.modules = modules;
        this.groups = groups;
        this.problems = problems;
        this.timing = new Timing(defaults, problems);
        this.requests = new RequestBinder(groups.parameterUses(), problems);
    }

    /** The target of a node; null when it is not usable, which is reported. */
    @Nullable
    public BoundTarget target(Node node) {
        Entries map = Nodes.entries(node, "an element of \"targets\"", problems);
        if (map == null) {
            return null;
        }
        Block block = new Block(map, named(map), TargetKeys.TARGET, problems);
        Text name = name(block);
        TargetUrl url = block.require("url", "write url: http://HOST:PORT/PATH") ? block.value("url", Urls::url) : null;
        Text moduleName = block.text("module");
        BoundModule module = moduleName == null ? null : modules.named(moduleName);
        Timing.Of times = timing.of(block, module == null ? null : module.timeout());
        Bounds bounds = (module == null ? defaults.bounds() : module.bounds()).with(block);
        Group group = group(block, name, module, bounds.limits().mapping().labelValueLength());
        RequestTemplate template = settings(block, url, module).template(times.timeout(), bounds.bodyBytes());
        List<Parameter> parameters = module == null ? List.of() : module.probe().parameters();
        Map<String, String> values = values(moduleName, parameters);
        Request request = url == null || values == null ? null : request(block, template, url, values);
        return name == null || url == null || values == null || request == null
                ? null
                : new BoundTarget(
                        name.value(),
                        module == null ? "" : module.name().value(),
                        url,
                        request,
                        template,
                        group,
                        times.trigger(),
                        bounds.limits(),
                        parameters,
                        values);
    }

    /** The request settings of the target, with those of its module where it says nothing. */
    private BoundRequest settings(Block block, @Nullable TargetUrl url, @Nullable BoundModule module) {
        BoundRequest own = requests.settings(block);
        if (!parametersAreKnown(module)) {
            return BoundRequest.NONE;
        }
        boolean inUrl = url != null && url.hasUserInfo();
        if (inUrl && own.credentials()) {
            problems.error(
                    block.keyPlace("url"), "the URL has a user name beside other credentials", "keep one of them");
            return BoundRequest.NONE;
        }
        return own.inside(module == null ? BoundRequest.NONE : module.request(), own.credentials() || inUrl);
    }

    /** Whether the parameters that were used since this was last asked are those of the module. */
    private boolean parametersAreKnown(@Nullable BoundModule module) {
        List<ParameterUses.Use> uses = groups.parameterUses().take();
        if (module != null) {
            return new ProbeBinder(problems).check(module.name(), module.probe().parameters(), uses);
        }
        uses.forEach(use -> problems.error(
                use.text().place(),
                "a target without module has no parameters",
                "they go into params, headers, body and labels of a module"));
        return uses.isEmpty();
    }

    /** The request with default values for all parameters; null when one of them cannot be sent, which is reported. */
    private @Nullable Request request(
            Block block, RequestTemplate template, TargetUrl url, Map<String, String> values) {
        try {
            return template.request(url, AllowedTargets.UNRESTRICTED, values);
        } catch (IllegalArgumentException cannotBeSent) {
            problems.error(
                    block.place(),
                    "the request of the target " + cannotBeSent.getMessage(),
                    "change the defaults of the module's parameters");
            return null;
        }
    }

    /** What parameters are when nobody gives them values; null when one of them must have one, which is reported. */
    private @Nullable Map<String, String> values(@Nullable Text module, List<Parameter> parameters) {
        Map<String, String> values = new TreeMap<>();
        for (Parameter parameter : parameters) {
            if (parameter.required() && module != null) {
                problems.error(
                        module.place(),
                        "module " + module.shown() + " requires the parameter \"" + parameter.name()
                                + "\", which only a probe gives",
                        "give it a default in the module");
                return null;
            }
            values.put(parameter.name(), parameter.otherwise());
        }
        return values;
    }

    /** Where each target that was read has its name. */
    public Map<String, Place> names() {
        return names;
    }

    /** What all targets that were read give. */
    public List<FamilyUse> uses() {
        return uses;
    }

    private static String named(Entries map) {
        Text name = Nodes.textOf(map, "name");
        return name == null ? "a target" : "target " + name.shown();
    }

    private @Nullable Text name(Block block) {
        Text name = block.require("name", "write name: webapp") ? block.text("name") : null;
        if (name == null) {
            return null;
        }
        if (name.value().isBlank()) {
            problems.error(name.place(), "the name of a target must not be empty", "write name: webapp");
            return null;
        }
        Place other = names.putIfAbsent(name.value(), name.place());
        if (other != null) {
            problems.error(
                    name.place(), "target " + name.shown() + " is defined already, at " + other, "choose another name");
        }
        return name;
    }

    private Group group(Block block, @Nullable Text name, @Nullable BoundModule module, int longestLabel) {
        SortedMap<String, BoundLabel> all = new TreeMap<>();
        Text targetLabel = defaults.targetLabel();
        GroupBinder binder = groups.in(Defaults.pathSyntax(block, defaults.pathSyntax()));
        LabelBinder labels = binder.labels();
        if (targetLabel != null && name != null) {
            labels.checkLength(
                    name.value(),
                    longestLabel,
                    name.place(),
                    "the name of the target, which is a label of its series,");
            all.put(targetLabel.value(), new BoundLabel(targetLabel.place(), new LabelSource.Constant(name.value())));
        }
        all.putAll(labels.literals(block, all, longestLabel));
        Text shownName = name == null ? new Text(block.place(), "", "", false, true) : name;
        if (block.has("module")) {
            return module == null ? NOTHING : ofModule(block, shownName, all, module);
        }
        block.require("metrics", "write module: NAME, or metrics: [] for the target's state alone");
        Group group = binder.target(block, BoundLabel.rules(all), Scope.top(shownName, longestLabel, all));
        List<FamilyUse> own = groups.takeUses();
        Timestamps.refuse(own, problems);
        uses.addAll(own);
        return group;
    }

    /** The module's mapping with the target's own labels around it. */
    private Group ofModule(Block block, Text name, SortedMap<String, BoundLabel> labels, BoundModule module) {
        for (String key : TargetKeys.OF_THE_MODULE) {
            if (block.has(key)) {
                problems.error(
                        block.keyPlace(key),
                        "\"" + key + "\" does not go beside \"module\"",
                        "move it to module " + module.name().shown() + ", or remove module");
            }
        }
        labels.forEach((label, bound) -> {
            Place other = module.label(label);
            if (other != null) {
                problems.error(
                        bound.place(),
                        "label \"" + label + "\" is set already by module "
                                + module.name().shown() + ", at " + other,
                        "choose another name, or remove one of them");
            }
        });
        Text moduleName = block.text("module");
        if (moduleName != null) {
            Timestamps.refuse(moduleName, module.uses(), problems);
        }
        module.uses().forEach(use -> uses.add(use.in(name, labels)));
        modules.use(module);
        return labels.isEmpty()
                ? module.mapping()
                : new Group(null, BoundLabel.rules(labels), List.of(), List.of(module.mapping()));
    }
}
