// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.faults;

import static io.github.jsongauge.faults.Expected.failure;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.jsongauge.fetch.Answer;
import io.github.jsongauge.fetch.Reason;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

/** Answers that HTTP does not allow, and connections that end too early. */
final class Framing {
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    static final List<Fault> ENDINGS = List.of(
            Fault.of("closes before it answers", Answer.closing(), failure(Reason.RESET)),
            Fault.of("resets before it answers", Answer.resetting(), failure(Reason.RESET)),
            Fault.of(
                    "resets inside the body",
                    Answer.sending(OK + "Content-Length: 1000\r\n\r\n{\"good\": 1")
                            .then(Answer.resetting()),
                    failure(Reason.RESET)),
            Fault.of("closes inside the headers", Answer.raw(OK + "Content-Le"), failure(Reason.PROTOCOL)));

    static final List<Fault> LENGTHS = List.of(
            framed("announces more than its complete document", "Content-Length: 1000", Reason.PROTOCOL),
            framed("announces less than its document", "Content-Length: 20", Reason.PROTOCOL),
            Fault.of(
                    "announces less than its bare number",
                    n -> Answer.raw(OK + "Content-Length: 1\r\n\r\n" + n + "000"),
                    failure(Reason.PROTOCOL)),
            framed("has a negative Content-Length", "Content-Length: -5", Reason.PROTOCOL),
            framed("has a Content-Length that is no number", "Content-Length: many", Reason.PROTOCOL),
            framed("has two different Content-Lengths", "Content-Length: 5\r\nContent-Length: 6", Reason.PROTOCOL),
            framed(
                    "has the same Content-Length twice",
                    "Content-Length: LENGTH\r\nContent-Length: LENGTH",
                    Reason.PROTOCOL),
            Fault.of(
                    "has Content-Length with chunks",
                    n -> Answer.raw(
                            OK + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk(n) + "0\r\n\r\n"),
                    failure(Reason.PROTOCOL)),
            chunked("has a chunk of a size that is no number", n -> "zz\r\n" + Fault.document(n) + "\r\n0\r\n\r\n"),
            chunked("has a chunk longer than announced", n -> "5\r\n" + Fault.document(n) + "\r\n0\r\n\r\n"),
            chunked("has a bare number in a chunk longer than announced", n -> "1\r\n" + n + "\r\n0\r\n\r\n"),
            chunked("leaves the last chunk out", Framing::chunk));

    static final List<Fault> HEADS = List.of(
            Fault.of(
                    "has a garbage status line",
                    n -> Answer.raw("ICY 200 OK\r\n\r\n" + Fault.document(n)),
                    failure(Reason.PROTOCOL)),
            Fault.of("answers as HTTP/0.9", n -> Answer.raw(Fault.document(n)), failure(Reason.PROTOCOL)),
            Fault.of(
                    "floods with interim answers",
                    Answer.endless("HTTP/1.1 103 Early Hints\r\n\r\n"),
                    failure(Reason.PROTOCOL)),
            Fault.of(
                    "has endless headers",
                    Answer.sending(OK).then(Answer.endless("X-Filler: " + "x".repeat(80) + "\r\n")),
                    failure(Reason.PROTOCOL)),
            Fault.of(
                    "has one enormous header",
                    Answer.sending(OK + "X-Filler: ").then(Answer.endless("x".repeat(1000))),
                    failure(Reason.PROTOCOL)));

    private Framing() {}

    private static Fault framed(String words, String header, Reason reason) {
        return Fault.of(
                words,
                n -> {
                    String body = Fault.document(n);
                    String length = Integer.toString(body.getBytes(UTF_8).length);
                    return Answer.raw(OK + header.replace("LENGTH", length) + "\r\n\r\n" + body);
                },
                failure(reason));
    }

    private static Fault chunked(String words, LongFunction<String> body) {
        return Fault.of(
                words,
                n -> Answer.raw(OK + "Transfer-Encoding: chunked\r\n\r\n" + body.apply(n)),
                failure(Reason.PROTOCOL));
    }

    private static String chunk(long n) {
        String document = Fault.document(n);
        return String.format(Locale.ROOT, "%x\r\n%s\r\n", document.length(), document);
    }
}
