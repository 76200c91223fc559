// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folders that hold a configuration, a document and what becomes of it. */
public final class Cookbook {
    private static final Path RECIPES = Path.of("config-examples");
    private static final Path CORNERS = Path.of("src/test/resources/golden");

    private Cookbook() {}

    /** All of them, the recipes first. */
    public static List<Path> folders() throws IOException {
        return Stream.concat(folders(RECIPES).stream(), folders(CORNERS).stream())
                .toList();
    }

    private static List<Path> folders(Path root) throws IOException {
        try (Stream<Path> samples = Files.find(root, 2, (path, is) -> path.endsWith("sample.json"))) {
            return samples.map(Path::getParent).sorted().toList();
        }
    }
}
