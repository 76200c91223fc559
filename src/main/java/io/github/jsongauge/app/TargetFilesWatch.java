// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.app;

import io.github.jsongauge.config.Config;
import io.github.jsongauge.config.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks on a timer whether files of targets have changed. It compares what they say: there is no event for a file in a
 * ConfigMap that Kubernetes swaps, nor for one on a network drive.
 */
final class TargetFilesWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TargetFilesWatch.class);
    private static final int LOOK_SECONDS = 5;

    private final Exporter exporter;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(TargetFilesWatch::thread);
    /** What was logged of each file that cannot be used. */
    private Map<String, List<Problem>> logged = Map.of();

    private boolean bugLogged;

    TargetFilesWatch(Exporter exporter) {
        this.exporter = exporter;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "target-files");
        thread.setDaemon(true);
        return thread;
    }

    /** Logs which files could not be used at the start, and looks at them from now on, if the configuration names any. */
    void start(Config config) {
        if (config.targetFiles().areNamed()) {
            log(config);
            ScheduledFuture<?> unused =
                    timer.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void look() {
        try {
            Config before = exporter.config();
            Config now = before.reread();
            if (!now.equals(before)) {
                exporter.use(now);
                log(now);
            }
            bugLogged = false;
        } catch (RuntimeException bug) {
            // an exception would end the timer, and no file would be read any more
            if (!bugLogged) {
                LOG.error("reading the target files failed", bug);
            }
            bugLogged = true;
        }
    }

    private void log(Config config) {
        Map<String, List<Problem>> broken = new LinkedHashMap<>();
        for (Problem problem : config.targetFiles().problems()) {
            broken.merge(problem.file(), List.of(problem), TargetFilesWatch::both);
        }
        broken.forEach((file, problems) -> {
            if (!problems.equals(logged.get(file))) {
                String more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
                LOG.warn(
                        "target file not used: {}{}; what it said before stays in use",
                        problems.get(0).sentence(),
                        more);
            }
        });
        for (String file : logged.keySet()) {
            if (!broken.containsKey(file)) {
                LOG.info("target file {} is in use again", file);
            }
        }
        logged = broken;
    }

    private static List<Problem> both(List<Problem> some, List<Problem> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** Looks no more. */
    @Override
    public void close() {
        timer.shutdownNow();
    }
}
