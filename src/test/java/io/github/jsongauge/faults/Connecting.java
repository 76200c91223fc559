// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.faults;

import static io.github.jsongauge.faults.Expected.failure;

import io.github.jsongauge.fetch.Answer;
import io.github.jsongauge.fetch.Reason;
import java.util.List;

/** Before there is a connection. */
final class Connecting {
    static final List<Fault> FAULTS = List.of(
            Fault.of("refuses connections", Answer.hanging(), failure(Reason.CONNECT))
                    .refused(),
            Fault.of("does not resolve", Answer.hanging(), failure(Reason.DNS)).at("http://nowhere.example/"));

    /** Where the names of hosts are read from a pipe that nobody writes to. */
    static final Fault RESOLVES_SLOWLY = Fault.of("resolves slowly", Answer.hanging(), failure(Reason.TIMEOUT))
            .at("http://somewhere.example/")
            .with("timeout: 300ms");

    private Connecting() {}
}
