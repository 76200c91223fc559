// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What every command has. */
@Command(versionProvider = VersionText.class)
final class StandardFlags {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "print this, and exit")
    @SuppressWarnings("UnusedVariable") // picocli acts on them
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "print the version, and exit")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean version;
}
