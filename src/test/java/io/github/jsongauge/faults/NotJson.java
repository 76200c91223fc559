// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.faults;

import static io.github.jsongauge.faults.Expected.failure;
import static io.github.jsongauge.faults.Expected.good;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import io.github.jsongauge.fetch.Answer;
import io.github.jsongauge.fetch.Reason;
import java.util.List;

/** Bodies that are no JSON, or hardly. */
final class NotJson {
    static final List<Fault> OTHER_FORMATS = List.of(
            broken("answers in HTML", "<!DOCTYPE html><html><body>s3nt1nel {\"good\": @}</body></html>"),
            broken("answers in text", "s3nt1nel: all is well"),
            broken("answers in XML", "<?xml version=\"1.0\"?><good>@</good>"),
            broken("answers in JSONP", "callback({\"good\": @})"),
            broken("answers with nothing", ""),
            broken("answers with blanks", " \n\t ".repeat(100)));

    static final List<Fault> BROKEN = List.of(
            broken("has garbage after its document", "{\"good\": @} s3nt1nel"),
            broken("has a NUL after its document", "{\"good\": @}\0"),
            broken("has a NUL inside its document", "{\"good\":\0 @}"),
            broken("answers in NDJSON", "{\"good\": @}\n{\"good\": @}\n"),
            broken("has comments", "{\"good\": @ /* s3nt1nel */}"),
            broken("has single quotes", "{'good': @}"),
            broken("has NaN", "{\"good\": @, \"bad\": NaN}"),
            broken("has Infinity", "{\"good\": @, \"bad\": -Infinity}"),
            broken("has a number with a leading zero", "{\"good\": 0@}"),
            broken("has a number with a plus sign", "{\"good\": +@}"),
            broken("has a number that ends with its point", "{\"good\": @.}"),
            broken("has a hexadecimal number", "{\"good\": @, \"bad\": 0x2A}"),
            broken("leaves its document open", "{\"good\": @, \"bad\": ["),
            Fault.of(
                    "has invalid UTF-8",
                    n -> Answer.of(200, ("{\"good\": " + n + ", \"text\": \"\u00ff\"}").getBytes(ISO_8859_1)),
                    failure(Reason.PARSE)),
            Fault.of(
                    "answers in UTF-16 with a mark",
                    n -> Answer.of(200, Fault.document(n).getBytes(UTF_16)),
                    failure(Reason.PARSE)),
            Fault.of(
                    "answers in UTF-16 without a mark",
                    n -> Answer.of(200, Fault.document(n).getBytes(UTF_16LE)),
                    failure(Reason.PARSE)));

    static final List<Fault> ACCEPTED = List.of(
            Fault.body("begins with a byte order mark", "\ufeff{\"good\": @}", good()),
            Fault.body("repeats a key", "{\"good\": 0.5, \"good\": @}", good()),
            Fault.body("has a number as its root", "@", good()).mapping("{name: good, path: $}"),
            Fault.body("has a text as its root", "\"@\"", good()).mapping("{name: good, path: $}"),
            Fault.body("has an array as its root", "[@]", good()).mapping("{name: good, path: '$[0]'}"));

    private NotJson() {}

    private static Fault broken(String words, String body) {
        return Fault.body(words, body, failure(Reason.PARSE));
    }
}
