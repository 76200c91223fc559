// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which jsongauge this is: the labels of {@code jsongauge_build_info}.
 *
 * @param version as in Maven, e.g. {@code 0.1.0}
 * @param revision of the sources, {@code unknown} when the build was not told
 * @param javaVersion of the running Java, e.g. {@code 17.0.15}
 */
public record BuildInfo(String version, String revision, String javaVersion) {
    /** What runs: as the build wrote it into the jar. */
    public static final BuildInfo CURRENT = read();

    private static BuildInfo read() {
        try (InputStream in = BuildInfo.class.getResourceAsStream("build.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return new BuildInfo(
                    properties.getProperty("version"),
                    properties.getProperty("revision"),
                    System.getProperty("java.version"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
