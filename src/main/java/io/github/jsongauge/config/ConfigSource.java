// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import io.github.jsongauge.config.file.ConfigFiles;
import io.github.jsongauge.config.file.Texts;
import io.github.jsongauge.config.problem.Problem;
import io.github.jsongauge.config.problem.Problems;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a configuration comes from: files, the environment and flags. It can be loaded again and again; not thread-safe.
 */
public final class ConfigSource {
    private final List<Path> filesOrDirectories;
    private final Map<String, String> environment;
    private final List<ConfigOverride> overrides;
    private final boolean exporterMetrics;
    /** What was read for the last load, by the names of the files. */
    private Map<String, String> texts = Map.of();

    /**
     * Reads nothing yet.
     *
     * @param filesOrDirectories at least one; of a directory the {@code *.yml} and {@code *.yaml} files that are not hidden,
     *     by name; of a name with wildcards the files that it fits
     * @param environment for variables in the files, and {@code POLLING_INTERVAL_SECONDS}
     * @param overrides keys that are set beside the files, in this order, by the same rules
     * @param exporterMetrics whether the exporter shows metrics of its own process, whose names are taken then
     */
    public ConfigSource(
            List<Path> filesOrDirectories,
            Map<String, String> environment,
            List<ConfigOverride> overrides,
            boolean exporterMetrics) {
        if (filesOrDirectories.isEmpty()) {
            throw new IllegalArgumentException("must name at least one file or directory");
        }
        this.filesOrDirectories = List.copyOf(filesOrDirectories);
        this.environment = Map.copyOf(environment);
        this.overrides = List.copyOf(overrides);
        this.exporterMetrics = exporterMetrics;
    }

    /** As above, without overrides, for an exporter that shows metrics of its process. */
    public ConfigSource(List<Path> filesOrDirectories, Map<String, String> environment) {
        this(filesOrDirectories, environment, List.of(), true);
    }

    /**
     * Loads what is there now.
     *
     * @throws ConfigException with all problems of all files, if one of them is an error
     */
    public Config load() throws ConfigException {
        Texts read = new Texts();
        try {
            return new ConfigLoader(environment, overrides, exporterMetrics, read).load(filesOrDirectories);
        } finally {
            texts = read.all();
        }
    }

    /** What is there now, with advice on what works but makes trouble; never fails. */
    public Checked check() {
        return new ConfigLoader(environment, overrides, exporterMetrics, new Texts()).check(filesOrDirectories);
    }

    /**
     * A configuration that was looked at.
     *
     * @param problems all there are, advice among them
     * @param config null when there are errors
     */
    public record Checked(List<Problem> problems, @Nullable Config config) {}

    /** Whether one of the files says something else than when this was loaded last, with success or without. */
    public boolean changed() {
        Texts now = new Texts();
        new ConfigFiles(new Problems()).read(filesOrDirectories).forEach(now::add);
        Map<String, String> all = new HashMap<>(now.all());
        for (String known : texts.keySet()) {
            if (Texts.isReferred(known)) {
                all.put(known, Texts.referred(known));
            }
        }
        return !all.equals(texts);
    }
}
