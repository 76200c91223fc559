// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.faults;

import static io.github.jsongauge.faults.Expected.failure;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.jsongauge.fetch.Answer;
import io.github.jsongauge.fetch.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Bodies that are too large, and encodings that are broken. */
final class Sizes {
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    static final List<Fault> BODIES = List.of(
            Fault.of(
                    "sends two gigabytes",
                    Answer.sending(OK + "Content-Length: 2147483648\r\n\r\n").then(Answer.endless(" ".repeat(1000))),
                    failure(Reason.TOO_LARGE)),
            Fault.of(
                    "sends a body without end",
                    Answer.sending(OK + "\r\n").then(Answer.endless(" ".repeat(1000))),
                    failure(Reason.TOO_LARGE)),
            Fault.of(
                    "sends chunks without end",
                    Answer.sending(OK + "Transfer-Encoding: chunked\r\n\r\n")
                            .then(Answer.endless("400\r\n" + " ".repeat(1024) + "\r\n")),
                    failure(Reason.TOO_LARGE)),
            Fault.of(
                    "sends a gzip bomb",
                    Answer.of(200, Answer.gzip(new byte[50_000_000]), "Content-Encoding: gzip"),
                    failure(Reason.TOO_LARGE)));

    static final List<Fault> ENCODINGS = List.of(
            encoded("encodes twice", n -> Answer.gzip(Answer.gzip(n)), "gzip, gzip"),
            Fault.of(
                    "encodes twice and admits one",
                    n -> Answer.of(200, Answer.gzip(Answer.gzip(document(n))), "Content-Encoding: gzip"),
                    failure(Reason.PARSE)),
            encoded("cuts gzip short", body -> Arrays.copyOf(Answer.gzip(body), Answer.gzip(body).length - 5), "gzip"),
            encoded("has a bad checksum in gzip", Sizes::withBadChecksum, "gzip"),
            encoded("says gzip of what is plain", body -> body, "gzip"),
            encoded("has an unknown Content-Encoding", body -> body, "br"));

    private Sizes() {}

    private static Fault encoded(String words, UnaryOperator<byte[]> encode, String encoding) {
        return Fault.of(
                words,
                n -> Answer.of(200, encode.apply(document(n)), "Content-Encoding: " + encoding),
                failure(Reason.DECODE));
    }

    private static byte[] document(long n) {
        return Fault.document(n).getBytes(UTF_8);
    }

    private static byte[] withBadChecksum(byte[] body) {
        byte[] gzip = Answer.gzip(body);
        gzip[gzip.length - 8] ^= 1;
        return gzip;
    }
}
