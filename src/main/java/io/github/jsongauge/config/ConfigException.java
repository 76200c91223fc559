// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import io.github.jsongauge.config.problem.Problem;
import io.github.jsongauge.config.problem.ProblemReport;
import java.util.List;

/** A configuration that cannot be used; the message is the whole report, fit to be printed as it is. */
public final class ConfigException extends Exception {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // never serialized
    private final List<Problem> problems;

    /** @param problems one of them is an error */
    public ConfigException(List<Problem> problems) {
        super(ProblemReport.of(problems));
        this.problems = List.copyOf(problems);
    }

    /** All of them by place, warnings too; at least one is an error. */
    public List<Problem> problems() {
        return problems;
    }
}
