// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.access;

import io.github.jsongauge.config.ConfigException;
import io.github.jsongauge.config.problem.Problem;
import io.github.jsongauge.config.web.WebConfig;
import io.github.jsongauge.config.web.WebConfigLoader;
import io.github.jsongauge.fetch.file.FileVersion;
import io.github.jsongauge.poll.Time;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may ask, as its file says now. A file that cannot be used while we serve changes nothing and is logged. Safe for many
 * threads.
 */
public final class Access {
    private static final Logger LOG = LoggerFactory.getLogger(Access.class);

    private final @Nullable Path file;
    private final Time time;
    private final VerifiedPasswords verified = new VerifiedPasswords();
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile Rules rules;
    /** By the files that were read, or that could not be; empty = one that was not there. */
    private volatile Map<Path, Optional<FileVersion>> versions;

    private Access(@Nullable Path file, WebConfig config, Map<Path, Optional<FileVersion>> versions, Time time) {
        this.file = file;
        this.time = time;
        this.versions = versions;
        this.rules = new Rules(config, verified, time);
    }

    /** Everybody may ask, in clear text. */
    public static Access open() {
        return new Access(null, new WebConfig(null, Map.of(), Map.of(), null, List.of()), Map.of(), Time.SYSTEM);
    }

    /**
     * Reads a file, and what it names.
     *
     * @throws ConfigException with all that is wrong with it
     */
    public static Access of(Path file, Time time) throws ConfigException {
        Map<Path, Optional<FileVersion>> versions = new HashMap<>();
        WebConfig config = WebConfigLoader.load(file, named -> versions.put(named, version(named)));
        tell(config);
        return new Access(file, config, versions, time);
    }

    /** How they are now. */
    public Rules rules() {
        return rules;
    }

    /** What secures the connections to a listener, if {@link Rules#isSecure}. */
    public SecureListener listener() {
        return new SecureListener(() -> Objects.requireNonNull(rules.tls()));
    }

    /** Reads the files again if they have changed; at once when another thread does so. */
    public void renew() {
        if (file == null || !renewing.tryLock()) {
            return;
        }
        try {
            if (versions.entrySet().stream()
                    .anyMatch(read -> !version(read.getKey()).equals(read.getValue()))) {
                renew(file);
            }
        } finally {
            renewing.unlock();
        }
    }

    private void renew(Path changed) {
        Map<Path, Optional<FileVersion>> now = new HashMap<>();
        try {
            WebConfig config = WebConfigLoader.load(changed, named -> now.put(named, version(named)));
            if ((config.tls() != null) != rules.isSecure()) {
                LOG.warn("{} is not used: tls_server_config comes and goes only with a restart", changed);
            } else {
                tell(config);
                rules = new Rules(config, verified, time);
                LOG.info("{} was read again", changed);
            }
        } catch (ConfigException broken) {
            for (Problem problem : broken.problems()) {
                LOG.warn("{} is not used: {}", changed, problem.sentence());
            }
        }
        versions = now;
    }

    private static void tell(WebConfig config) {
        config.warnings().forEach(problem -> LOG.warn("{}", problem.sentence()));
    }

    private static Optional<FileVersion> version(Path path) {
        try {
            return Optional.of(FileVersion.of(path));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }
}
