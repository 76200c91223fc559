// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import io.github.jsongauge.config.problem.Problem;
import java.time.Instant;
import java.util.List;

/**
 * Whether the configuration in use is what the files say.
 *
 * @param problems why one of the files cannot be used, and older contents are; empty when all are in use
 * @param since when what the files say was taken into use the last time
 */
public record ConfigState(List<Problem> problems, Instant since) {
    public ConfigState {
        problems = List.copyOf(problems);
    }

    boolean successful() {
        return problems.isEmpty();
    }
}
