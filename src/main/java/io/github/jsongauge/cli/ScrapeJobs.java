// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import io.github.jsongauge.config.Config;
import io.github.jsongauge.expose.ListenAddress;
import io.github.jsongauge.expose.Serving;
import io.github.jsongauge.expose.access.Rules;
import io.github.jsongauge.json.JsonString;
import io.github.jsongauge.json.JsonText;
import io.github.jsongauge.poll.Target;
import io.github.jsongauge.poll.Trigger;
import io.github.jsongauge.poll.probe.Module;
import io.github.jsongauge.poll.probe.Parameter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** Writes how Prometheus scrapes an exporter: a job for its own metrics, and one for each module that can be probed. */
final class ScrapeJobs {
    private static final String OWN_JOB = "jsongauge";
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration USUAL_INTERVAL = Duration.ofSeconds(15);
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);
    /** Texts that YAML reads as they are. */
    private static final Pattern PLAIN =
            Pattern.compile("(?!(?i:y|n|yes|no|on|off|true|false|null)$)[A-Za-z][\\w.:/-]*");

    private final Serving serving;
    private final String address;

    ScrapeJobs(Serving serving) {
        this.serving = serving;
        ListenAddress first = serving.addresses().get(0);
        String host = first.host().matches("|0\\.0\\.0\\.0|::") ? "localhost" : first.host();
        this.address = (host.contains(":") ? "[" + host + "]" : host) + ":" + first.port();
    }

    /** The block {@code scrape_configs} of a {@code prometheus.yml}. */
    String of(Config config) {
        StringBuilder yaml = new StringBuilder("scrape_configs:\n");
        addMetrics(config, yaml);
        for (Module module : config.modules()) {
            if (module.allowed() != null) {
                addProbes(module, yaml);
            }
        }
        return yaml.toString();
    }

    /** As often as the target that is polled most often, and with the time that those read on scrape may take. */
    private void addMetrics(Config config, StringBuilder yaml) {
        List<Duration> intervals = new ArrayList<>();
        List<Duration> timeouts = new ArrayList<>();
        for (Target target : config.targets()) {
            if (target.trigger() instanceof Trigger.Every every) {
                intervals.add(every.interval());
            } else {
                timeouts.add(target.request().timeout().plus(serving.timeoutOffset()));
            }
        }
        Duration interval = intervals.isEmpty() ? USUAL_INTERVAL : Collections.min(intervals);
        interval = longer(roundedUp(interval), SHORTEST_INTERVAL);
        if (timeouts.isEmpty()) {
            add(OWN_JOB, interval, shorter(LONGEST_TIMEOUT, interval), "", yaml);
        } else {
            add(OWN_JOB, interval, Collections.max(timeouts), "the longest timeout of targets read on scrape", yaml);
        }
        if (!serving.telemetryPath().equals("/metrics")) {
            yaml.append("    metrics_path: ")
                    .append(text(serving.telemetryPath()))
                    .append('\n');
        }
        yaml.append("    static_configs: [{targets: [").append(text(address)).append("]}]\n");
    }

    private void addProbes(Module module, StringBuilder yaml) {
        String name = module.name().equals(OWN_JOB) ? OWN_JOB + "-probe" : module.name();
        Duration timeout = module.request().timeout().plus(serving.timeoutOffset());
        add(name, USUAL_INTERVAL, timeout, "the timeout of the module", yaml);
        yaml.append("    metrics_path: /probe\n    params: {module: [")
                .append(text(module.name()))
                .append(']');
        for (Parameter parameter : module.parameters()) {
            if (parameter.required()) {
                yaml.append(", ").append(text(parameter.name())).append(": [CHANGE_ME]");
            }
        }
        yaml.append("}\n");
        yaml.append("    static_configs: [{targets: [http://CHANGE_ME/]}]   # the URLs to probe\n");
        yaml.append("    relabel_configs:\n");
        yaml.append("      - {source_labels: [__address__], target_label: __param_target}\n");
        yaml.append("      - {source_labels: [__param_target], target_label: instance}\n");
        yaml.append("      - {target_label: __address__, replacement: ")
                .append(text(address))
                .append("}\n");
    }

    /**
     * Prometheus refuses a timeout that is longer than the interval.
     *
     * @param of what the timeout is made of, besides the time for the way back; empty when it is the usual one
     */
    private void add(String job, Duration interval, Duration timeout, String of, StringBuilder yaml) {
        Duration whole = roundedUp(timeout);
        yaml.append("  - job_name: ").append(text(job)).append('\n');
        yaml.append("    scrape_interval: ")
                .append(longer(interval, whole).toSeconds())
                .append("s\n");
        yaml.append("    scrape_timeout: ").append(whole.toSeconds()).append('s');
        yaml.append(of.isEmpty() ? "\n" : "   # " + of + ", and --timeout-offset\n");
        addAccess(serving.access().rules(), yaml);
    }

    private static void addAccess(Rules rules, StringBuilder yaml) {
        if (rules.isSecure()) {
            yaml.append("    scheme: https\n");
            yaml.append("    tls_config: {ca_file: CHANGE_ME}   # unless Prometheus trusts the certificate anyway\n");
        }
        if (rules.asksForPasswords()) {
            yaml.append("    basic_auth: {username: CHANGE_ME, password_file: CHANGE_ME}\n");
        }
    }

    private static Duration roundedUp(Duration duration) {
        return Duration.ofSeconds(duration.plusSeconds(1).minusNanos(1).toSeconds());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Quoted as JSON does it, which is YAML too, where it is not plain. */
    private static String text(String text) {
        return PLAIN.matcher(text).matches() ? text : JsonText.of(new JsonString(text));
    }
}
