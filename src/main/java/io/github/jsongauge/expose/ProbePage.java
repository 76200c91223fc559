// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import com.sun.net.httpserver.Headers;
import io.github.jsongauge.expose.text.Families;
import io.github.jsongauge.expose.text.PagePart;
import io.github.jsongauge.expose.text.Refused;
import io.github.jsongauge.expose.text.RefusedLog;
import io.github.jsongauge.expose.text.SampleText;
import io.github.jsongauge.mapping.Skip;
import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.MetricType;
import io.github.jsongauge.metric.Sample;
import io.github.jsongauge.poll.Reading;
import io.github.jsongauge.poll.probe.ProbeQuery;
import io.github.jsongauge.poll.probe.Probed;
import io.github.jsongauge.poll.trial.Style;
import io.github.jsongauge.poll.trial.Trial;
import io.github.jsongauge.poll.trial.TrialText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a target because Prometheus asks for it by name or URL, and shows what it says. */
final class ProbePage {
    private static final Family DURATION = new Family(
            "jsongauge_probe_duration_seconds", MetricType.GAUGE, "How long the reading of this probe took.");
    private static final Family SKIPS = new Family(
            "jsongauge_probe_skips",
            MetricType.GAUGE,
            "How many samples the mappings could not take from this document.");

    private final Exported exported;
    private final ScrapeTimeout timeout;
    private final RefusedLog log;
    private final ProbedParts parts = new ProbedParts();

    ProbePage(Exported exported, ScrapeTimeout timeout, RefusedLog log) {
        this.exported = exported;
        this.timeout = timeout;
        this.log = log;
    }

    /**
     * Probes on the calling thread.
     *
     * @param query as it was sent; null = none
     */
    Answer answer(@Nullable String query, Headers headers, Waiting waiting) throws InterruptedException {
        Map<String, String> parameters = parameters(query);
        if (parameters == null) {
            return Answer.text(
                    400, "The query is not understood: write each parameter once, as NAME=VALUE, URL-encoded.");
        }
        String target = parameters.remove("target");
        String module = emptyToNull(parameters.remove("module"));
        if (target == null || target.isEmpty()) {
            return Answer.text(400, "The parameter \"target\" is missing: write /probe?target=URL&module=NAME.");
        }
        String debug = parameters.remove("debug");
        if (debug != null && !debug.equals("true") && !debug.equals("false")) {
            return Answer.text(400, "The parameter \"debug\" must be true or false.");
        }
        ProbeQuery wanted = new ProbeQuery(target, module, parameters);
        Probed probed = waiting.waitFor(() -> "true".equals(debug)
                ? exported.tryOut(wanted, timeout.of(headers))
                : exported.probe(wanted, timeout.of(headers)));
        if (probed instanceof Probed.Read read) {
            return answer(wanted, read.reading(), Variant.of(headers));
        }
        return probed instanceof Probed.Tried tried ? trace(tried.trial()) : refusal((Probed.Refused) probed);
    }

    /** What a person wants to see of a reading; 200 also when it failed, for the page is about that. */
    private Answer trace(Trial trial) {
        TrialText text = new TrialText(Style.PLAIN);
        String trace = text.trace(trial, exported.places(trial.subject()), SampleText.of(trial.samples()));
        return Answer.text(200, trace + "\n" + text.summary(List.of(trial)) + ".");
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** Each once; null when they cannot be understood so. */
    private static @Nullable Map<String, String> parameters(@Nullable String text) {
        Query query = Query.parse(text);
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Query.Parameter parameter : query == null ? List.<Query.Parameter>of() : query.parameters()) {
            if (parameters.put(parameter.name(), parameter.value()) != null) {
                return null;
            }
        }
        return query == null ? null : parameters;
    }

    private Answer answer(ProbeQuery query, Reading reading, Variant variant) {
        if (reading instanceof Reading.Failed failed) {
            return Answer.text(503, failed.detail() + " (" + failed.reason().label() + ")");
        }
        Reading.Ok ok = (Reading.Ok) reading;
        double skips = ok.skips().stream().mapToLong(Skip::count).sum();
        Refused refused = new Refused();
        Families own = new Families(refused);
        own.addAll(List.of(
                new Sample.Value(DURATION, Labels.EMPTY, ok.took().toNanos() / 1e9),
                new Sample.Value(SKIPS, Labels.EMPTY, skips)));
        PagePart shown = parts.of(query, ok.samples().size())
                .of(List.of(ok.samples()), Set.of(DURATION.name(), SKIPS.name()), variant.format(), refused);
        log.log(refused);
        PagePart last =
                new PagePart(own.text(variant.format())).with(variant.format().end());
        return variant.answer(variant.coded(shown, last));
    }

    private static Answer refusal(Probed.Refused refused) {
        int status = switch (refused.why()) {
            case BAD_QUERY -> 400;
            case NOT_ALLOWED -> 403;
            case BUSY -> 503;
        };
        return Answer.text(status, refused.detail());
    }
}
