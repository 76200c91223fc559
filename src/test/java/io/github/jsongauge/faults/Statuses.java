// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.faults;

import static io.github.jsongauge.faults.Expected.failure;
import static io.github.jsongauge.faults.Expected.good;

import io.github.jsongauge.fetch.Answer;
import io.github.jsongauge.fetch.Reason;
import java.util.ArrayList;
import java.util.List;

/** Statuses that are not accepted, and redirects. */
final class Statuses {
    static final List<Fault> FAULTS = faults();

    private Statuses() {}

    private static List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        for (int status : new int[] {204, 205, 304}) {
            faults.add(Fault.of(
                    "answers " + status,
                    Answer.sending("HTTP/1.1 " + status + " Nothing\r\n\r\n"),
                    failure(Reason.STATUS)));
        }
        for (int status : new int[] {400, 401, 404, 418, 500, 502, 503}) {
            faults.add(Fault.of(
                    "answers " + status + " with a document",
                    n -> Answer.of(status, Fault.document(n)),
                    failure(Reason.STATUS)));
        }
        faults.add(Fault.of(
                "answers 429 and when to ask again",
                n -> Answer.of(429, Fault.document(n), "Retry-After: 3"),
                failure(Reason.STATUS)));
        faults.add(Fault.of("answers 503, which is accepted", n -> Answer.of(503, Fault.document(n)), good())
                .with("accept_status: [200, 503]"));
        return List.copyOf(faults);
    }

    /** @param elsewhere a server that must never be asked */
    static List<Fault> redirects(String elsewhere) {
        return List.of(
                redirect("redirects, which is not followed", "/there").with("follow_redirects: false"),
                redirect("redirects in a loop", "/"),
                Fault.of(
                                "redirects more than five times",
                                (peer, request) -> {
                                    int step = Integer.parseInt(
                                            "0" + request.line().replaceAll("\\D*(\\d*) HTTP.*", "$1"));
                                    Answer.of(302, "", "Location: /" + (step + 1))
                                            .give(peer, request);
                                },
                                failure(Reason.REDIRECT))
                        .with("follow_redirects: true"),
                redirect("redirects to another origin", elsewhere),
                redirect("redirects to another scheme", "https://127.0.0.1/"),
                redirect("redirects to a file", "file:///etc/passwd"),
                Fault.of("redirects to nowhere", Answer.of(302, ""), failure(Reason.REDIRECT))
                        .with("follow_redirects: true"));
    }

    private static Fault redirect(String words, String location) {
        return Fault.of(words, Answer.of(302, "", "Location: " + location), failure(Reason.REDIRECT))
                .with("follow_redirects: true");
    }
}
