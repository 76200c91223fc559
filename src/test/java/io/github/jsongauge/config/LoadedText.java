// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Rfc9535;
import io.github.jsongauge.mapping.Group;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Loads texts as if they were files. */
final class LoadedText {
    private LoadedText() {}

    static Config config(String yaml, Map<String, String> environment) throws ConfigException {
        try {
            Path file = Files.createTempFile("config", ".yml");
            try {
                Files.writeString(file, yaml);
                return ConfigLoader.load(List.of(file), environment);
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Config config(String yaml) throws ConfigException {
        return config(yaml, Map.of());
    }

    /** What the lines under {@code metrics} of a target become. */
    static Group metrics(String lines) throws ConfigException {
        return config("targets:\n  - name: app\n    url: http://localhost/\n    metrics:\n" + lines.indent(6))
                .targets()
                .get(0)
                .mapping();
    }

    static JsonPath path(String text) {
        return Rfc9535.EXTENDED.compile(text);
    }
}
