// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.jsongauge.config.problem.ProblemReport;
import io.github.jsongauge.expose.text.Body;
import io.github.jsongauge.poll.Reading;
import io.github.jsongauge.poll.TargetStatus;
import io.github.jsongauge.poll.Trigger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page at {@code /} for people: links, and the state of every target. HTML without script. */
final class StatusPage {
    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{font:16px/1.5 system-ui,sans-serif;margin:1rem auto;max-width:70rem;padding:0 1rem;color:#1f2328;background:#fff}
            a{color:#0550ae}
            div{overflow-x:auto}
            table{border-collapse:collapse;width:100%}
            th,td{text-align:left;padding:.3rem .8rem .3rem 0;border-bottom:1px solid #d0d7de;vertical-align:top}
            td.n,th.n{text-align:right}
            th{white-space:nowrap}
            .down{color:#b3261e;font-weight:600}
            @media (max-width:40rem){pre{white-space:pre-wrap;overflow-wrap:anywhere}thead{display:none}tr,td{display:block}tr{padding:.5rem 0;border-bottom:1px solid #d0d7de}td{border:0;padding:0;overflow-wrap:anywhere}td.n{text-align:left}td:first-child{font-weight:600}td:nth-child(3)::before{content:"last success "}td:nth-child(4)::before{content:"series "}td:nth-child(5)::before{content:"skips "}}
            @media (prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}a{color:#79b8ff}th,td,tr{border-color:#3d444d}.down{color:#ff9790}}
            """;
    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + sha256(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final BuildInfo build;
    private final String telemetryPath;

    /**
     * The page of one server.
     *
     * @param telemetryPath where the metrics are, from {@code /} on
     */
    StatusPage(BuildInfo build, String telemetryPath) {
        this.build = build;
        this.telemetryPath = telemetryPath;
    }

    Answer answer(ConfigState config, List<TargetStatus> targets, Instant now) {
        return new Answer(
                        200,
                        "text/html; charset=utf-8",
                        Body.of(html(config, targets, now).getBytes(UTF_8)))
                .with("Content-Security-Policy", POLICY);
    }

    private String html(ConfigState config, List<TargetStatus> targets, Instant now) {
        StringBuilder html = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width,initial-scale=1">
                <title>jsongauge</title>
                """);
        html.append("<style>").append(STYLE).append("</style>\n</head>\n<body>\n<h1>jsongauge</h1>\n<p>Version ");
        html.append(escaped(build.version())).append(", Java ").append(escaped(build.javaVersion()));
        // relative links, so that they also work behind a proxy that adds a prefix
        html.append(". <a href=\"")
                .append(escaped(telemetryPath.substring(1)))
                .append("\">Metrics</a>, <a href=\"config\">configuration</a>, ");
        html.append("<a href=\"-/healthy\">health</a>, <a href=\"-/ready\">readiness</a>.</p>\n");
        state(config, now, html);
        html.append("""
                <h2>Targets</h2>
                <div><table>
                <thead><tr><th>Name</th><th>State</th><th>Last success</th><th class="n">Series</th><th class="n">Skips</th><th>Last failure</th></tr></thead>
                <tbody>
                """);
        for (TargetStatus target : targets) {
            row(target, now, html);
        }
        return html.append("</tbody>\n</table></div>\n</body>\n</html>\n").toString();
    }

    private static void state(ConfigState config, Instant now, StringBuilder html) {
        if (config.successful()) {
            html.append("<p>Configuration loaded ")
                    .append(age(config.since(), now))
                    .append(".</p>\n");
        } else {
            html.append("<p class=\"down\">The configuration could not be reloaded; what was loaded ");
            html.append(age(config.since(), now)).append(" stays in use.</p>\n<div><pre>");
            html.append(escaped(ProblemReport.of(config.problems()))).append("</pre></div>\n");
        }
    }

    private static void row(TargetStatus status, Instant now, StringBuilder html) {
        String state = state(status);
        html.append("<tr><td>").append(escaped(status.target().name())).append("</td>");
        html.append(state.equals("down") ? "<td class=\"down\">" : "<td>").append(state);
        html.append("</td><td>").append(age(status.lastSuccess(), now));
        html.append("</td><td class=\"n\">").append(status.series());
        html.append("</td><td class=\"n\">").append(SelfMetrics.skips(status));
        html.append("</td><td>").append(failure(status.last())).append("</td></tr>\n");
    }

    private static String state(TargetStatus status) {
        if (status.up()) {
            return "up";
        }
        if (status.last() == null) {
            return "not read yet";
        }
        boolean unasked = status.last() instanceof Reading.Ok && status.target().trigger() instanceof Trigger.OnScrape;
        return unasked ? "not read lately" : "down";
    }

    private static String age(@Nullable Instant then, Instant now) {
        if (then == null) {
            return "never";
        }
        long seconds = Math.max(0, Duration.between(then, now).toSeconds());
        if (seconds < 120) {
            return seconds + " s ago";
        }
        return seconds < 7200 ? seconds / 60 + " min ago" : seconds / 3600 + " h ago";
    }

    private static String failure(@Nullable Reading last) {
        return last instanceof Reading.Failed failed ? failed.reason().label() + ": " + escaped(failed.detail()) : "";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
