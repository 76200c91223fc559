// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll.probe;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks for.
 *
 * @param target the name of a configured target, or a URL
 * @param module null = the target's own, or {@code default}
 * @param parameters those that the module declares, by name
 */
public record ProbeQuery(String target, @Nullable String module, Map<String, String> parameters) {
    public ProbeQuery {
        parameters = Map.copyOf(parameters);
    }
}
