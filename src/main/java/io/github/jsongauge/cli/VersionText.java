// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import io.github.jsongauge.expose.BuildInfo;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints, in the form of Prometheus' programs. */
final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
        BuildInfo build = BuildInfo.CURRENT;
        return new String[] {
            "jsongauge, version " + build.version() + " (revision " + build.revision() + ")",
            "  java version: " + build.javaVersion()
        };
    }
}
