// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import picocli.CommandLine.INegatableOptionTransformer;
import picocli.CommandLine.Model.CommandSpec;

/** Switches off {@code --a.b} by {@code --no-a.b}, as Prometheus and its exporters do; picocli takes names with dots for none. */
final class Negation implements INegatableOptionTransformer {
    @Override
    public String makeNegative(String option, CommandSpec command) {
        return "--no-" + option.substring(2);
    }

    @Override
    public String makeSynopsis(String option, CommandSpec command) {
        return "--[no-]" + option.substring(2);
    }
}
