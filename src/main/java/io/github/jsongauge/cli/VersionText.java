// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import io.github.jsongauge.app.Build;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints, in the form of Prometheus' programs. */
final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
        Build build = Build.current();
        return new String[] {
            "jsongauge, version " + build.version() + " (revision " + build.revision() + ")",
            "  java version: " + System.getProperty("java.version")
        };
    }
}
