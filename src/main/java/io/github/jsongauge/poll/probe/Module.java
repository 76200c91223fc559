// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll.probe;

import io.github.jsongauge.fetch.AllowedTargets;
import io.github.jsongauge.fetch.RequestTemplate;
import io.github.jsongauge.mapping.Group;
import io.github.jsongauge.poll.Limits;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A named way to read a kind of endpoint, as probes use it.
 *
 * @param name for the query and for counting
 * @param request how it is asked; may have places for parameters
 * @param mapping its labels may have places for parameters
 * @param allowed which URLs may be probed; null = none, configured targets only
 * @param parameters that its probes may have
 */
public record Module(
        String name,
        RequestTemplate request,
        Group mapping,
        Limits limits,
        @Nullable AllowedTargets allowed,
        List<Parameter> parameters) {
    public Module {
        parameters = List.copyOf(parameters);
    }

    /** What its parameters are where nobody gives them values; null when one of them must have one. */
    public @Nullable Map<String, String> defaults() {
        Map<String, String> values = new TreeMap<>();
        for (Parameter parameter : parameters) {
            if (parameter.required()) {
                return null;
            }
            values.put(parameter.name(), parameter.otherwise());
        }
        return values;
    }
}
