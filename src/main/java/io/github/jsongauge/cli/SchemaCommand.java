// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import io.github.jsongauge.config.ConfigSchema;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the JSON Schema of configurations. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema of configurations, for editors.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  jsongauge schema > jsongauge.schema.json",
            "",
            "At the start of a configuration, for editors with the YAML language server:",
            "  # yaml-language-server: $schema=jsongauge.schema.json"
        })
final class SchemaCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(ConfigSchema.text());
        out.flush();
        return 0;
    }
}
