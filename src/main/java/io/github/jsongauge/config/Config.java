// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import io.github.jsongauge.poll.Target;
import java.util.List;

/**
 * A valid configuration.
 *
 * @param warnings what is allowed but looks like a mistake
 * @param origins where the mappings of the targets stand
 */
public record Config(List<Target> targets, List<Problem> warnings, Origins origins) {
    public Config {
        targets = List.copyOf(targets);
        warnings = List.copyOf(warnings);
    }
}
