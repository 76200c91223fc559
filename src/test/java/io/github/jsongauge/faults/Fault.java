// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.faults;

import io.github.jsongauge.fetch.Answer;
import java.util.Locale;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A way in which a target misbehaves.
 *
 * @param words what it does, after "the target…"; unique
 * @param answer what it does with a request. The number is another each time: where an answer has it although it must not
 *     be shown, seeing it is seeing a wrong value
 * @param expected what must come of it
 * @param url null for that of a server that does this
 * @param key whose certificate the server has; null for plain HTTP
 * @param refusing whether nothing listens there
 * @param settings of the target, in YAML
 * @param metrics in YAML
 */
record Fault(
        String words,
        LongFunction<Answer> answer,
        Expected expected,
        @Nullable String url,
        @Nullable String key,
        boolean refusing,
        String settings,
        String metrics) {
    /** Never to be seen in a log. */
    static final String SENTINEL = "s3nt1nel";

    private static final String GOOD = "{name: good, path: $.good}";

    static Fault of(String words, LongFunction<Answer> answer, Expected expected) {
        String metrics = expected instanceof Expected.Gap ? GOOD + ", {name: bad, path: $.bad}" : GOOD;
        return new Fault(words, answer, expected, null, null, false, "timeout: 2s", metrics);
    }

    /** An answer that does not depend on the number. */
    static Fault of(String words, Answer answer, Expected expected) {
        return of(words, n -> answer, expected);
    }

    /** Status 200 and this body, in which {@code @} stands for the number. */
    static Fault body(String words, String body, Expected expected) {
        return of(words, n -> Answer.of(200, body.replace("@", Long.toString(n))), expected);
    }

    /** A document of a target that is well. */
    static String document(long n) {
        return ("{\"good\": @, \"bad\": @, \"state\": \"up\", \"l\": \"plain\", \"items\": [], \"text\": \"" + SENTINEL
                        + "\"}")
                .replace("@", Long.toString(n));
    }

    Fault called(String otherWords) {
        return new Fault(otherWords, answer, expected, url, key, refusing, settings, metrics);
    }

    Fault at(String otherUrl) {
        return new Fault(words, answer, expected, otherUrl, key, refusing, settings, metrics);
    }

    Fault withKey(String name) {
        return new Fault(words, answer, expected, url, name, refusing, settings, metrics);
    }

    Fault refused() {
        return new Fault(words, answer, expected, url, key, true, settings, metrics);
    }

    /** Replaces the timeout, which is 2 s. */
    Fault with(String yaml) {
        return new Fault(words, answer, expected, url, key, refusing, yaml, metrics);
    }

    /** Replaces the metrics, which are {@code good}, and {@code bad} where there is to be a gap. */
    Fault mapping(String yaml) {
        return new Fault(words, answer, expected, url, key, refusing, settings, yaml);
    }

    /** Of the target: what it does, as it may stand in a configuration. */
    String name() {
        return words.replaceAll("[^A-Za-z0-9]+", "-").toLowerCase(Locale.ROOT);
    }

    /** Whether its server can stop to misbehave. */
    boolean recovers() {
        return url == null && key == null;
    }
}
