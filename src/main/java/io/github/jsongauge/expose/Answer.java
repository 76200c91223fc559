// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.jsongauge.expose.text.Body;
import java.util.LinkedHashMap;
import java.util.Map;

/** One response of ours, complete in memory. */
final class Answer {
    private final int status;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Body body;

    /**
     * An answer that says what its body is.
     *
     * @param body not empty
     */
    Answer(int status, String contentType, Body body) {
        this.status = status;
        this.body = body;
        headers.put("Content-Type", contentType);
        // for browsers, whatever the body is, and whoever else keeps answers: these are true at one moment only
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cache-Control", "no-store");
    }

    /** An answer for people: one sentence, in which nothing of the request appears. */
    static Answer text(int status, String sentence) {
        return new Answer(status, "text/plain; charset=utf-8", Body.of((sentence + "\n").getBytes(UTF_8)));
    }

    Answer with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    Body body() {
        return body;
    }
}
