// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import io.github.jsongauge.config.Config;
import io.github.jsongauge.config.problem.DidYouMean;
import io.github.jsongauge.fetch.AllowedTargets;
import io.github.jsongauge.fetch.Request;
import io.github.jsongauge.fetch.TargetUrl;
import io.github.jsongauge.poll.Target;
import io.github.jsongauge.poll.Trigger;
import io.github.jsongauge.poll.probe.Module;
import io.github.jsongauge.poll.trial.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of the things that {@code try} is to try.
 *
 * @param request how to ask for a document; null = the one that was named is the answer
 * @param interval how often it may be asked
 */
record Choice(Subject subject, @Nullable Request request, Duration interval) {
    /** How often a URL is read that no interval is known of. */
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    /**
     * What to try of a configuration.
     *
     * @param only the name of a target or module; null = all targets, or the only module when there is no target
     * @param document in place of an answer; null = none
     * @throws IllegalArgumentException when that makes no sense, with a message for the user
     */
    static List<Choice> of(Config config, @Nullable String only, @Nullable String document) {
        List<Target> targets = config.targets();
        if (only == null && (!targets.isEmpty() || config.modules().size() != 1)) {
            checkOne(document, targets);
            return targets.stream().map(target -> of(target, document)).toList();
        }
        for (Target target : targets) {
            if (target.name().equals(only)) {
                return List.of(of(target, document));
            }
        }
        for (Module module : config.modules()) {
            if (only == null || module.name().equals(only)) {
                return List.of(of(module, document));
            }
        }
        List<String> names = Stream.concat(
                        targets.stream().map(Target::name),
                        config.modules().stream().map(Module::name))
                .distinct()
                .toList();
        throw new IllegalArgumentException("there is no target or module \"" + only + "\"; "
                + DidYouMean.among(names, String.valueOf(only), "there are " + String.join(", ", names)));
    }

    private static void checkOne(@Nullable String document, List<Target> targets) {
        if (document != null && targets.size() != 1) {
            throw new IllegalArgumentException("one document is the answer of one target: add --only with one of "
                    + String.join(", ", targets.stream().map(Target::name).toList()));
        }
    }

    private static Choice of(Target target, @Nullable String document) {
        Duration interval = target.trigger() instanceof Trigger.Every every ? every.interval() : INTERVAL;
        return new Choice(Subject.of(target), document == null ? target.request() : null, interval);
    }

    private static Choice of(Module module, @Nullable String document) {
        Map<String, String> values = module.defaults();
        if (values == null) {
            throw new IllegalArgumentException(
                    "module " + module.name() + " requires a parameter, which only a probe gives");
        }
        if (document == null) {
            throw new IllegalArgumentException(
                    "module " + module.name() + " has no URL of its own: name a document or a URL");
        }
        Subject subject = Subject.ofModule(module.name(), module.mapping().with(values), module.limits());
        Request request = Documents.isUrl(document)
                ? module.request().request(TargetUrl.parse(document), AllowedTargets.UNRESTRICTED, values)
                : null;
        return new Choice(subject, request, INTERVAL);
    }
}
