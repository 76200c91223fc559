// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import io.github.jsongauge.config.Config;
import io.github.jsongauge.fetch.Fetcher;
import io.github.jsongauge.poll.trial.Trial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code --sample [NAME=]FILE} says.
 *
 * @param name of a target or module; null = the only one
 */
record SampleDocument(@Nullable String name, String document) {
    /** What stands before {@code =} is a name when the configuration has it, else it belongs to the file or URL. */
    static SampleDocument of(String written, Config config) {
        int equals = written.indexOf('=');
        String name = equals < 0 ? "" : written.substring(0, equals);
        boolean isName = Stream.concat(
                                config.targets().stream().map(target -> target.name()),
                                config.modules().stream().map(module -> module.name()))
                        .anyMatch(name::equals)
                || (looksLikeName(name) && !Files.exists(Path.of(written)));
        return isName ? new SampleDocument(name, written.substring(equals + 1)) : new SampleDocument(null, written);
    }

    private static boolean looksLikeName(String text) {
        return !text.isEmpty() && !text.contains("/");
    }

    /**
     * What the mappings make of it.
     *
     * @throws IllegalArgumentException when it belongs to nothing, with a message for the user
     * @throws FailureException when it cannot be read
     */
    List<Trial> tried(Config config, Fetcher fetcher) {
        Attempt attempt = new Attempt(config, Choice.of(config, name, document), document);
        attempt.read(fetcher);
        return attempt.trials();
    }
}
