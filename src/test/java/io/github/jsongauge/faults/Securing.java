// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.faults;

import static io.github.jsongauge.faults.Expected.failure;

import io.github.jsongauge.fetch.Answer;
import io.github.jsongauge.fetch.Reason;
import java.util.List;

/** Targets with TLS; the exporter trusts the authority that signed their certificates, but for the one without. */
final class Securing {
    /** A process that has just begun and has other things to do takes seconds to load TLS. */
    private static final String COLD = "interval: 5s, timeout: 5s";

    static final List<Fault> FAULTS = List.of(
            Fault.of("has a certificate that it signed itself", Securing::well, failure(Reason.TLS))
                    .withKey("self")
                    .with(COLD),
            Fault.of("has a certificate that has expired", Securing::well, failure(Reason.TLS))
                    .withKey("expired")
                    .with(COLD),
            Fault.of("has a certificate that is not valid yet", Securing::well, failure(Reason.TLS))
                    .withKey("early")
                    .with(COLD),
            Fault.of("has a certificate for another host", Securing::well, failure(Reason.TLS))
                    .withKey("elsewhere")
                    .with(COLD),
            Fault.of("is asked by https and speaks http", Securing::well, failure(Reason.TLS))
                    .at("https://127.0.0.1:PORT/")
                    .with(COLD),
            Fault.of("is asked by http and speaks https", Securing::well, failure(Reason.PROTOCOL))
                    .withKey("good")
                    .at("http://127.0.0.1:PORT/"),
            Fault.of("hangs while agreeing on TLS", Answer.hanging(), failure(Reason.TIMEOUT))
                    .at("https://127.0.0.1:PORT/")
                    .with("timeout: 300ms"));

    private Securing() {}

    private static Answer well(long n) {
        return Answer.of(200, Fault.document(n));
    }
}
