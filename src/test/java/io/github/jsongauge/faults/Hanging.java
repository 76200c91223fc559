// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.faults;

import static io.github.jsongauge.faults.Expected.failure;

import io.github.jsongauge.fetch.Answer;
import io.github.jsongauge.fetch.Reason;
import java.util.List;
import java.util.stream.Stream;

/** One deadline bounds the whole exchange. */
final class Hanging {
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String BEGUN = OK + "Content-Length: 13\r\n\r\n{\"good\": ";

    static final List<Fault> FAULTS = Stream.of(
                    Fault.of("accepts and says nothing", Answer.hanging(), failure(Reason.TIMEOUT)),
                    Fault.of(
                            "hangs inside the headers",
                            Answer.sending(OK + "Content-").then(Answer.hanging()),
                            failure(Reason.TIMEOUT)),
                    Fault.of(
                            "hangs inside the body",
                            Answer.sending(BEGUN).then(Answer.hanging()),
                            failure(Reason.TIMEOUT)),
                    Fault.of(
                            "drips its headers",
                            Answer.sending(OK).then(Answer.dripping("A: b\r\n", 20)),
                            failure(Reason.TIMEOUT)),
                    Fault.of(
                            "drips its body",
                            Answer.sending(BEGUN.replace("13", "10000")).then(Answer.dripping("1", 20)),
                            failure(Reason.TIMEOUT)),
                    Fault.of(
                            "hangs after a complete document of unknown length",
                            n -> Answer.sending(OK + "\r\n" + Fault.document(n)).then(Answer.hanging()),
                            failure(Reason.TIMEOUT)))
            .map(fault -> fault.with("timeout: 1s"))
            .toList();

    private Hanging() {}
}
