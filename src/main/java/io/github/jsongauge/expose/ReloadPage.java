// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import com.sun.net.httpserver.Headers;
import io.github.jsongauge.config.problem.ProblemReport;
import java.net.URI;
import java.util.List;

/** Loads the configuration again because somebody asks for it, who is not just a page in a browser. */
final class ReloadPage {
    private final Exported exported;
    private final boolean enabled;

    ReloadPage(Exported exported, boolean enabled) {
        this.exported = exported;
        this.enabled = enabled;
    }

    Answer answer(String method, Headers headers, Waiting waiting) throws InterruptedException {
        if (!method.equals("POST") && !method.equals("PUT")) {
            return Answer.text(405, "Only POST and PUT are allowed here.").with("Allow", "POST, PUT");
        }
        if (!enabled) {
            return Answer.text(403, "This is switched off by --no-web.lifecycle.");
        }
        if (!isSameOrigin(headers)) {
            return Answer.text(403, "This is not for pages of other origins.");
        }
        return waiting.waitFor(exported::reload)
                ? Answer.text(200, "The configuration is reloaded.")
                : Answer.text(
                        500,
                        "The configuration is not reloaded, what was loaded before stays in use:\n"
                                + ProblemReport.of(exported.state().problems()));
    }

    /** Browsers say where a request comes from; others say nothing. */
    private static boolean isSameOrigin(Headers headers) {
        String site = headers.getFirst("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return false;
        }
        String origin = headers.getFirst("Origin");
        List<String> hosts = headers.getOrDefault("Host", List.of());
        return origin == null || (hosts.size() == 1 && hosts.get(0).equals(authority(origin)));
    }

    /** Empty when there is none. */
    private static String authority(String origin) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException noUrl) {
            return "";
        }
    }
}
