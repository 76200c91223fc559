// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.text;

import io.github.jsongauge.expose.text.Refused.Lack;
import io.github.jsongauge.poll.Time;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says when metrics begin to lack series, and when they are whole again. A metric has one line a minute at most; what a
 * line was not allowed to say is said by a later one, if it still holds. Safe to share.
 */
public final class RefusedLog {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedLog.class);
    private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

    private final Time time;
    /** What was said last; its keys are names of the configuration, so there are never many. */
    private final Map<String, Said> said = new HashMap<>();

    private record Said(boolean isWhole, long at) {}

    public RefusedLog(Time time) {
        this.time = time;
    }

    public synchronized void log(Refused refused) {
        Map<String, Lack> lacks = refused.byMetric();
        for (String metric : said.keySet()) {
            if (!lacks.containsKey(metric) && isNews(metric, true)) {
                LOG.info("metric \"{}\" is shown whole again", metric);
            }
        }
        lacks.forEach((metric, lack) -> {
            if (isNews(metric, false)) {
                LOG.warn("metric \"{}\" lacks {} series: {}", metric, lack.series(), lack.why());
            }
        });
    }

    /** Whether to say so now; if so, that is remembered. */
    private boolean isNews(String metric, boolean isWhole) {
        Said last = said.get(metric);
        if (last != null && (last.isWhole == isWhole || time.nanos() - last.at < QUIET_NANOS)) {
            return false;
        }
        said.put(metric, new Said(isWhole, time.nanos()));
        return true;
    }
}
