// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.Headers;

/**
 * Reads when a target wants to be asked again.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-retry-after">RFC 9110, 10.2.3</a>
 */
final class RetryAfter {
    private static final String HEADER = "Retry-After";
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    /** Too many requests, and out of service: elsewhere the header says something else. */
    private static final Set<Integer> STATUSES = Set.of(429, 503);

    private RetryAfter() {}

    /** How long to wait; zero when an answer does not say, or not in seconds or as a date to come. */
    static Duration of(int status, Headers headers) {
        String text = headers.get(HEADER);
        if (text == null || !STATUSES.contains(status)) {
            return Duration.ZERO;
        }
        if (SECONDS.matcher(text).matches()) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        Date date = headers.getDate(HEADER);
        Duration left = date == null ? Duration.ZERO : Duration.between(Instant.now(), date.toInstant());
        return left.isNegative() ? Duration.ZERO : left;
    }
}
