// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import io.github.jsongauge.draft.infer.Endpoint;
import io.github.jsongauge.draft.infer.Proposal;
import io.github.jsongauge.expose.BuildInfo;
import io.github.jsongauge.expose.Serving;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Serves an endpoint without any configuration: what is inferred once holds until the process ends. */
final class Inferred {
    private static final int SAMPLES = 2;
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final String INTERVAL = "POLLING_INTERVAL_SECONDS";

    private final Sampling sampling;
    private final Proposal proposal;

    private Inferred(Sampling sampling, Proposal proposal) {
        this.sampling = sampling;
        this.proposal = proposal;
    }

    /**
     * Asks an endpoint, and infers.
     *
     * @throws FailureException when it cannot be asked, or does not answer with JSON
     */
    static Inferred of(String url, Map<String, String> environment, PrintWriter err) {
        Sampling sampling = Sampling.of(url, SAMPLES, EVERY, err, Terminal.isThere(environment));
        Endpoint endpoint = sampling.endpoint(url);
        String interval = environment.getOrDefault(INTERVAL, "");
        Proposal proposal = Proposal.of(
                sampling.samples(),
                interval.isEmpty() ? endpoint : endpoint.with(INTERVAL, interval),
                "",
                sampling.name());
        return new Inferred(sampling, proposal);
    }

    /** Serves until the process is asked to end. */
    void run(Serving serving, PrintWriter out) {
        BuildInfo build = BuildInfo.CURRENT;
        out.println("jsongauge " + build.version() + " · Java " + build.javaVersion()
                + " · no config file: mapping inferred from the endpoint");
        out.println("  " + sampling.answer() + "; second sample after " + EVERY.toSeconds() + " s");
        out.println();
        out.print(InferredText.of(proposal));
        out.flush();
        Server.run(proposal.config(), null, serving, addresses -> tell(addresses, serving, out));
    }

    private void tell(List<InetSocketAddress> addresses, Serving serving, PrintWriter out) {
        String scheme = serving.access().rules().isSecure() ? "https" : "http";
        String site = scheme + "://localhost:" + addresses.get(0).getPort();
        int width = (site + serving.telemetryPath()).length();
        out.println();
        out.println("  " + proposal.summary() + ". Serving");
        out.println("    " + padded(site + "/", width) + "  status");
        out.println("    " + padded(site + serving.telemetryPath(), width) + "  for Prometheus");
        out.println("  Keep it:   jsongauge init " + sampling.name() + " -o config.yml");
        out.flush();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
