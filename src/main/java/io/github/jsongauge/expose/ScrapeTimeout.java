// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import com.sun.net.httpserver.Headers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long Prometheus waits for an answer, from the header that it sends with each scrape.
 *
 * @param offset how much of that is left for the way back; never more than half
 */
record ScrapeTimeout(Duration offset) {
    private static final String HEADER = "X-Prometheus-Scrape-Timeout-Seconds";

    /** Somebody else asks: then the targets' own timeouts are all there is. */
    private static final Duration NONE = Duration.ofDays(1);

    /** How long an answer may take. */
    Duration of(Headers request) {
        double seconds = seconds(request.getFirst(HEADER));
        if (!(seconds > 0 && seconds < NONE.toSeconds())) {
            return NONE;
        }
        Duration whole = Duration.ofNanos((long) (seconds * 1e9));
        Duration rest = whole.minus(offset);
        Duration half = whole.dividedBy(2);
        return rest.compareTo(half) > 0 ? rest : half;
    }

    private static double seconds(@Nullable String header) {
        try {
            return header == null ? 0 : Double.parseDouble(header);
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }
}
