// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll.probe;

import io.github.jsongauge.fetch.AllowedTargets;
import io.github.jsongauge.fetch.Fetcher;
import io.github.jsongauge.fetch.Request;
import io.github.jsongauge.fetch.TargetNotAllowedException;
import io.github.jsongauge.fetch.TargetUrl;
import io.github.jsongauge.poll.Reading;
import io.github.jsongauge.poll.Time;
import io.github.jsongauge.poll.Workers;
import io.github.jsongauge.poll.probe.Probed.Why;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers probes of one configuration. Safe for many threads. */
public final class Probes {
    private static final String DEFAULT_MODULE = "default";

    private final Map<String, Module> modules;
    private final Map<String, NamedTarget> targets;
    private final SharedReadings readings;
    private final ProbeCounts counts;

    public Probes(
            List<Module> modules,
            List<NamedTarget> targets,
            ProbeCounts counts,
            Fetcher fetcher,
            Workers workers,
            Time time) {
        this.modules = modules.stream().collect(Collectors.toUnmodifiableMap(Module::name, Function.identity()));
        this.targets = targets.stream().collect(Collectors.toUnmodifiableMap(NamedTarget::name, Function.identity()));
        this.counts = counts;
        this.readings = new SharedReadings(fetcher, workers, time);
    }

    /**
     * Reads the target of a query, or shares the reading of the same one that runs already.
     *
     * @param patience how long the caller waits
     * @throws InterruptedException when the caller is interrupted; the reading goes on
     */
    public Probed probe(ProbeQuery query, Duration patience) throws InterruptedException {
        NamedTarget target = targets.get(query.target());
        if (target != null) {
            String module = query.module();
            return module != null && !module.equals(target.module().name())
                    ? refused("the target is not configured with this module: leave module out")
                    : probe(target.module(), target.url(), AllowedTargets.UNRESTRICTED, target.name(), query, patience);
        }
        Module module = modules.get(query.module() == null ? DEFAULT_MODULE : query.module());
        if (module == null) {
            return refused(
                    query.module() == null
                            ? "no module is named: write module=NAME, or configure the module \"default\""
                            : "there is no such module");
        }
        TargetUrl url = url(query.target());
        if (url == null) {
            return refused(
                    "the target is neither the name of a configured target nor a URL like http://host:port/path");
        }
        AllowedTargets allowed = module.allowed();
        return allowed == null
                ? new Probed.Refused(
                        Why.NOT_ALLOWED,
                        "the module may be used for configured targets only: set probe.allowed_targets in the module")
                : probe(module, url, allowed, "", query, patience);
    }

    private Probed probe(
            Module module, TargetUrl url, AllowedTargets judged, String target, ProbeQuery query, Duration patience)
            throws InterruptedException {
        Map<String, String> values = new TreeMap<>();
        String problem = read(module, query.parameters(), values);
        if (problem != null) {
            return refused(problem);
        }
        Request request;
        try {
            request = module.request().request(url, judged, values);
        } catch (IllegalArgumentException cannotStandThere) {
            return refused("a parameter has a value that cannot be sent: the request " + cannotStandThere.getMessage());
        }
        try {
            Reading reading = readings.read(
                    new SharedReadings.Key(module.name(), target, url, values), module, request, patience);
            if (reading == null) {
                return new Probed.Refused(Why.BUSY, "too many readings are in progress");
            }
            counts.probe(module.name());
            if (reading instanceof Reading.Failed failed) {
                counts.failure(module.name(), failed.reason());
            }
            return new Probed.Read(reading);
        } catch (TargetNotAllowedException refused) {
            return new Probed.Refused(Why.NOT_ALLOWED, String.valueOf(refused.getMessage()));
        }
    }

    /** Reads the values of a module's parameters, and says what is wrong with them, if anything. */
    private static @Nullable String read(Module module, Map<String, String> given, Map<String, String> values) {
        for (Parameter parameter : module.parameters()) {
            String value = given.get(parameter.name());
            if (value == null && parameter.required()) {
                return "the parameter \"" + parameter.name() + "\" is required";
            }
            String problem = value == null ? null : parameter.problem(value);
            if (problem != null) {
                return "the parameter \"" + parameter.name() + "\" " + problem;
            }
            values.put(parameter.name(), value == null ? parameter.otherwise() : value);
        }
        if (!values.keySet().containsAll(given.keySet())) {
            String known = String.join(", ", values.keySet());
            return "the query has a parameter that the module does not declare; it declares "
                    + (known.isEmpty() ? "none" : known);
        }
        return null;
    }

    private static @Nullable TargetUrl url(String text) {
        try {
            return TargetUrl.parse(text);
        } catch (IllegalArgumentException noUrl) {
            return null;
        }
    }

    private static Probed refused(String detail) {
        return new Probed.Refused(Why.BAD_QUERY, detail);
    }
}
