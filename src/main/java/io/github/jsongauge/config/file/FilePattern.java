// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.file;

import io.github.jsongauge.config.problem.ValueException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Which files a path means whose last element may have {@code *}, {@code ?} and {@code [a-z]}.
 *
 * @see <a href="https://prometheus.io/docs/prometheus/latest/configuration/configuration/#file_sd_config">file_sd_config</a>
 */
public record FilePattern(Path directory, String name) {
    private static final Pattern ENDING = Pattern.compile(".*\\.(json|yml|yaml|JSON|YML|YAML)");
    private static final Pattern GLOB = Pattern.compile(".*[*?\\[].*");

    public static FilePattern parse(Path path) throws ValueException {
        Path last = path.getFileName();
        Path directory = path.getParent() == null ? Path.of("") : path.getParent();
        String name = last == null ? "" : last.toString();
        if (!ENDING.matcher(name).matches()) {
            throw new ValueException("must end in .json, .yml or .yaml", "for example targets/*.yml");
        }
        if (directory.toString().contains("*")) {
            throw new ValueException("may have a * behind the last slash only", "for example targets/*.yml");
        }
        try {
            FilePattern pattern = new FilePattern(directory, name);
            pattern.matcher();
            return pattern;
        } catch (PatternSyntaxException bad) {
            throw new ValueException("must be a path such as targets/*.yml", "");
        }
    }

    /** Braces are nothing special to Prometheus. */
    private PathMatcher matcher() {
        return FileSystems.getDefault().getPathMatcher("glob:" + name.replaceAll("[{}]", "\\\\$0"));
    }

    /**
     * The files that are there now, by name.
     *
     * @throws IOException when that cannot be told
     */
    public List<Path> files() throws IOException {
        if (!GLOB.matcher(name).matches()) {
            Path file = directory.resolve(name);
            return Files.notExists(file) ? List.of() : List.of(file);
        }
        PathMatcher matcher = matcher();
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(directory, file -> matcher.matches(file.getFileName()))) {
            found.forEach(files::add);
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        } catch (DirectoryIteratorException failure) {
            throw failure.getCause();
        }
        Collections.sort(files);
        return files;
    }
}
