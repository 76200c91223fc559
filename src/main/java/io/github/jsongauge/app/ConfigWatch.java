// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.app;

import io.github.jsongauge.config.Config;
import io.github.jsongauge.config.ConfigException;
import io.github.jsongauge.config.ConfigSource;
import io.github.jsongauge.config.problem.Problem;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes changes of the configuration into use: when it is asked to, and by itself. It compares on a timer what the files say:
 * there is no event for a file in a ConfigMap that Kubernetes swaps, nor for one on a network drive.
 */
final class ConfigWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigWatch.class);
    private static final int LOOK_SECONDS = 2;

    private final Exporter exporter;
    private final @Nullable ConfigSource source;
    private final TargetFilesLog targetFiles = new TargetFilesLog();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(ConfigWatch::thread);
    private volatile List<Problem> problems = List.of();
    /** What the log says last is wrong; empty when that has to be said anew. */
    private List<Problem> logged = List.of();
    /** Whether the last load failed because of files of targets, which may have changed since. */
    private boolean targetFilesRefused;

    private boolean bugLogged;

    /** @param source null = only files of targets can change */
    ConfigWatch(Exporter exporter, @Nullable ConfigSource source) {
        this.exporter = exporter;
        this.source = source;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "config-watch");
        thread.setDaemon(true);
        return thread;
    }

    /** Looks at the files from now on. */
    void start(Config config) {
        targetFiles.log(config);
        if (source != null || config.targetFiles().areNamed()) {
            ScheduledFuture<?> unused =
                    timer.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Why the last load failed; empty when it did not. */
    List<Problem> problems() {
        return problems;
    }

    /**
     * Loads the configuration now, and takes it into use unless something is wrong with it, which is logged each time.
     *
     * @return whether what the files say is in use
     */
    boolean reload() throws InterruptedException {
        if (source == null) {
            return true;
        }
        try {
            return timer.submit(() -> loadAsAsked(source)).get();
        } catch (RejectedExecutionException closing) {
            return false;
        } catch (ExecutionException bug) {
            throw new IllegalStateException("a bug in jsongauge stopped a reload", bug.getCause());
        }
    }

    /** Who asks wants to know what came of it, also when that is nothing new. */
    private boolean loadAsAsked(ConfigSource files) {
        logged = List.of();
        return load(files);
    }

    private void look() {
        try {
            if (source != null && (targetFilesRefused || source.changed())) {
                boolean unused = load(source);
            } else {
                reread();
            }
            bugLogged = false;
        } catch (RuntimeException bug) {
            // an exception would end the timer, and no file would be read any more
            if (!bugLogged) {
                LOG.error("looking for changes of the configuration failed", bug);
            }
            bugLogged = true;
        }
    }

    private boolean load(ConfigSource files) {
        Config next;
        try {
            next = files.load();
        } catch (ConfigException broken) {
            targetFilesRefused = false;
            refuse(broken.problems().stream().filter(Problem::isError).toList());
            return false;
        }
        List<Problem> broken = next.targetFiles().problems();
        targetFilesRefused = !broken.isEmpty();
        if (targetFilesRefused) {
            refuse(broken);
            return false;
        }
        problems = List.of();
        logged = List.of();
        next.warnings().forEach(warning -> LOG.warn("{}", warning.sentence()));
        LOG.info("config reloaded: {}", exporter.use(next));
        targetFiles.log(next);
        return true;
    }

    private void refuse(List<Problem> found) {
        if (!found.equals(logged)) {
            String more = found.size() == 1 ? "" : " (and " + (found.size() - 1) + " more)";
            LOG.error(
                    "config not reloaded: {}{}; what was loaded before stays in use",
                    found.get(0).sentence(),
                    more);
        }
        problems = found;
        logged = found;
    }

    private void reread() {
        Config before = exporter.config();
        Config now = before.reread();
        if (!now.equals(before)) {
            Generation.Changes changes = exporter.use(now);
            if (!changes.areNone()) {
                LOG.info("config reloaded: {}", changes);
            }
            targetFiles.log(now);
        }
    }

    /** Looks no more. */
    @Override
    public void close() {
        timer.shutdownNow();
    }
}
