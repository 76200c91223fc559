// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which build this is.
 *
 * @param version as in Maven, e.g. {@code 0.1.0}
 * @param revision of the source, {@code unknown} when the build was not told
 */
public record Build(String version, String revision) {
    /** Reads what the build wrote into the jar. */
    public static Build current() {
        try (InputStream in = Build.class.getResourceAsStream("build.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return new Build(properties.getProperty("version"), properties.getProperty("revision"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
