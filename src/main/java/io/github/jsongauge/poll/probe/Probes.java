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
import io.github.jsongauge.poll.trial.Trial;
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
    private static final String BUSY = "too many readings are in progress";

    private final Map<String, Module> modules;
    private final Map<String, NamedTarget> targets;
    private final SharedReadings readings;
    private final Trials trials;
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
        this.trials = new Trials(fetcher, workers, time);
    }

    /**
     * Reads the target of a query, or shares the reading of the same one that runs already.
     *
     * @param patience how long the caller waits
     * @throws InterruptedException when the caller is interrupted; the reading goes on
     */
    public Probed probe(ProbeQuery query, Duration patience) throws InterruptedException {
        try {
            Aim aim = aim(query);
            Reading reading = readings.read(
                    new SharedReadings.Key(aim.module().name(), aim.target(), aim.url(), aim.values()),
                    aim.module(),
                    aim.request(),
                    patience);
            if (reading == null) {
                return new Probed.Refused(Why.BUSY, BUSY);
            }
            counts.probe(aim.module().name());
            if (reading instanceof Reading.Failed failed) {
                counts.failure(aim.module().name(), failed.reason());
            }
            return new Probed.Read(reading);
        } catch (RefusedException refused) {
            return refused.refused;
        } catch (TargetNotAllowedException refused) {
            return new Probed.Refused(Why.NOT_ALLOWED, String.valueOf(refused.getMessage()));
        }
    }

    /**
     * Reads the target of a query for somebody who wants to see all of it; that is no probe that is counted or shared.
     *
     * @param patience how long the caller waits
     * @throws InterruptedException when the caller is interrupted
     */
    public Probed tryOut(ProbeQuery query, Duration patience) throws InterruptedException {
        try {
            Aim aim = aim(query);
            Request request =
                    aim.request().within(shorter(patience, aim.request().timeout()));
            Trial trial = trials.run(aim.subject(), request);
            return trial == null ? new Probed.Refused(Why.BUSY, BUSY) : new Probed.Tried(trial);
        } catch (RefusedException refused) {
            return refused.refused;
        } catch (TargetNotAllowedException refused) {
            return new Probed.Refused(Why.NOT_ALLOWED, String.valueOf(refused.getMessage()));
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Aim aim(ProbeQuery query) throws RefusedException {
        NamedTarget target = targets.get(query.target());
        if (target != null) {
            String module = query.module();
            if (module != null && !module.equals(target.module().name())) {
                throw badQuery("the target is not configured with this module: leave module out");
            }
            return aim(target.module(), target.url(), AllowedTargets.UNRESTRICTED, target.name(), query);
        }
        Module module = modules.get(query.module() == null ? DEFAULT_MODULE : query.module());
        if (module == null) {
            throw badQuery(
                    query.module() == null
                            ? "no module is named: write module=NAME, or configure the module \"default\""
                            : "there is no such module");
        }
        TargetUrl url = url(query.target());
        if (url == null) {
            throw badQuery(
                    "the target is neither the name of a configured target nor a URL like http://host:port/path");
        }
        AllowedTargets allowed = module.allowed();
        if (allowed == null) {
            throw new RefusedException(new Probed.Refused(
                    Why.NOT_ALLOWED,
                    "the module may be used for configured targets only: set probe.allowed_targets in the module"));
        }
        return aim(module, url, allowed, "", query);
    }

    private static Aim aim(Module module, TargetUrl url, AllowedTargets judged, String target, ProbeQuery query)
            throws RefusedException {
        Map<String, String> values = new TreeMap<>();
        String problem = read(module, query.parameters(), values);
        if (problem != null) {
            throw badQuery(problem);
        }
        try {
            return Aim.of(module, url, judged, target, values);
        } catch (IllegalArgumentException cannotStandThere) {
            throw badQuery("a parameter has a value that cannot be sent: the request " + cannotStandThere.getMessage());
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

    private static RefusedException badQuery(String detail) {
        return new RefusedException(new Probed.Refused(Why.BAD_QUERY, detail));
    }

    /** A query that is not answered by reading anything. */
    private static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Probed.Refused refused;

        RefusedException(Probed.Refused refused) {
            super(refused.detail());
            this.refused = refused;
        }
    }
}
