// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll.probe;

import io.github.jsongauge.fetch.AllowedTargets;
import io.github.jsongauge.fetch.Request;
import io.github.jsongauge.fetch.TargetUrl;
import io.github.jsongauge.mapping.Group;
import io.github.jsongauge.poll.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A named way to read a kind of endpoint, as probes use it.
 *
 * @param name for the query and for counting
 * @param mapping its labels may have places for parameters
 * @param allowed which URLs may be probed; null = none, configured targets only
 * @param parameters that its probes may have
 */
public record Module(
        String name,
        Duration timeout,
        long bodyLimitBytes,
        Group mapping,
        Limits limits,
        @Nullable AllowedTargets allowed,
        List<Parameter> parameters) {
    public Module {
        parameters = List.copyOf(parameters);
    }

    /** The request of one probe. */
    Request request(TargetUrl url, AllowedTargets judged, Map<String, String> values) {
        return new Request(url, timeout, bodyLimitBytes, judged);
    }
}
