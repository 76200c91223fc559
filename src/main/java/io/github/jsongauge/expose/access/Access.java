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
    /** By the files that were read; empty = one that was not there. */
    private volatile Map<Path, Optional<FileVersion>> versions;

    private Access(@Nullable Path file, WebConfig config, Map<Path, Optional<FileVersion>> versions, Time time) {
        this.file = file;
        this.time = time;
        this.versions = versions;
        this.rules = new Rules(config, verified, time);
    }

    /** Everybody may ask, in clear text. */
    public static Access open() {
        return new Access(
                null, new WebConfig(null, Map.of(), Map.of(), null, List.of(), List.of()), Map.of(), Time.SYSTEM);
    }

    /**
     * Reads a file, and what it names.
     *
     * @throws ConfigException with all that is wrong with it
     */
    public static Access of(Path file, Time time) throws ConfigException {
        Map<Path, Optional<FileVersion>> before = versions(List.of(file), Map.of());
        WebConfig config = WebConfigLoader.load(file);
        tell(config);
        return new Access(file, config, versions(config.files(), before), time);
    }

    /** How they are now; whoever wants to know whether they have changed compares. */
    public Rules rules() {
        return rules;
    }

    /** Reads the files again if they have changed; at once when another thread does so. */
    public void renew() {
        if (file == null || !renewing.tryLock()) {
            return;
        }
        try {
            Map<Path, Optional<FileVersion>> now = versions(versions.keySet(), Map.of());
            if (!now.equals(versions)) {
                renew(file, now);
            }
        } finally {
            renewing.unlock();
        }
    }

    private void renew(Path changed, Map<Path, Optional<FileVersion>> now) {
        versions = now;
        try {
            WebConfig config = WebConfigLoader.load(changed);
            if ((config.tls() == null) != (rules.tls() == null)) {
                LOG.warn("{} is not used: tls_server_config comes and goes only with a restart", changed);
                return;
            }
            tell(config);
            rules = new Rules(config, verified, time);
            versions = versions(config.files(), now);
            LOG.info("{} was read again", changed);
        } catch (ConfigException broken) {
            for (Problem problem : broken.problems()) {
                LOG.warn("{} is not used: {}", changed, problem.sentence());
            }
        }
    }

    private static void tell(WebConfig config) {
        config.warnings().forEach(problem -> LOG.warn("{}", problem.sentence()));
    }

    /** @param before what was known before the files were read, which is what was read if they change now */
    private static Map<Path, Optional<FileVersion>> versions(
            Iterable<Path> files, Map<Path, Optional<FileVersion>> before) {
        Map<Path, Optional<FileVersion>> versions = new HashMap<>();
        for (Path path : files) {
            versions.put(path, before.containsKey(path) ? before.get(path) : version(path));
        }
        return versions;
    }

    private static Optional<FileVersion> version(Path path) {
        try {
            return Optional.of(FileVersion.of(path));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }
}
