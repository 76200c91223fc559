// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.app;

import io.github.jsongauge.app.Generation.Changes;
import io.github.jsongauge.config.Config;
import io.github.jsongauge.config.ConfigSource;
import io.github.jsongauge.config.problem.Problem;
import io.github.jsongauge.expose.BuildInfo;
import io.github.jsongauge.expose.ConfigState;
import io.github.jsongauge.expose.Exported;
import io.github.jsongauge.expose.ListenException;
import io.github.jsongauge.expose.Serving;
import io.github.jsongauge.expose.Site;
import io.github.jsongauge.expose.WebServer;
import io.github.jsongauge.fetch.Fetcher;
import io.github.jsongauge.poll.OnDemand;
import io.github.jsongauge.poll.PollLoop;
import io.github.jsongauge.poll.Readings;
import io.github.jsongauge.poll.Target;
import io.github.jsongauge.poll.TargetStatus;
import io.github.jsongauge.poll.Time;
import io.github.jsongauge.poll.Workers;
import io.github.jsongauge.poll.probe.ProbeCounts;
import io.github.jsongauge.poll.probe.ProbeQuery;
import io.github.jsongauge.poll.probe.Probed;
import io.github.jsongauge.poll.probe.Probes;
import io.github.jsongauge.poll.trial.Subject;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One running exporter: reads its targets and serves what it knows of them, until it is closed. */
public final class Exporter implements Exported, AutoCloseable {
    private static final Duration DRAIN = Duration.ofSeconds(2);

    private final Time time = Time.SYSTEM;
    private final Fetcher fetcher;
    private final Workers workers;
    private final OnDemand onDemand;
    private final ProbeCounts counts = new ProbeCounts();
    private final PollLoop loop;
    private final WebServer server;
    private final ConfigWatch watch;
    private volatile Generation generation;
    /** Stays so: new targets are no reason to take a running exporter out of service. */
    private volatile boolean ready;

    private Exporter(Config config, @Nullable ConfigSource source, Serving serving, BuildInfo build)
            throws ListenException {
        watch = new ConfigWatch(this, source);
        fetcher = new Fetcher(build.version());
        workers = new Workers(config.maxConcurrentPolls());
        onDemand = new OnDemand(workers, time);
        loop = new PollLoop(workers, time);
        generation = Generation.of(
                config, time.now(), config.targets().stream().map(this::begin).toList(), probes(config));
        Site site = new Site(serving, build, this, time);
        try {
            server = WebServer.start(serving.addresses(), site, serving.access());
        } catch (ListenException refused) {
            stopReading();
            throw refused;
        }
        loop.start(generation.polled());
        watch.start(config);
    }

    private Readings begin(Target target) {
        return new Readings(target, fetcher, time);
    }

    private Probes probes(Config config) {
        return new Probes(config.modules(), config.probed(), counts, fetcher, workers, time);
    }

    /**
     * Listens, then begins to poll.
     *
     * @param source where the configuration was loaded from, to be loaded again when it changes; null = it stays as it is
     * @throws ListenException when one of the addresses cannot be listened on; nothing runs then
     */
    public static Exporter start(Config config, @Nullable ConfigSource source, Serving serving, BuildInfo build)
            throws ListenException {
        return new Exporter(config, source, serving, build);
    }

    /**
     * From now on reads and shows what another configuration says. Targets that stay as they are keep their readings, their
     * counts and their times; the series of those that are gone are gone with the next scrape.
     */
    synchronized Changes use(Config config) {
        Generation before = generation;
        boolean whole = config.targetFiles().problems().isEmpty();
        Generation next = Generation.of(
                config, whole ? time.now() : before.since(), before.readings(config, this::begin), probes(config));
        generation = next;
        workers.resize(config.maxConcurrentPolls());
        loop.stop(without(before.polled(), next.polled()));
        loop.start(without(next.polled(), before.polled()));
        return next.changesSince(before);
    }

    private static List<Readings> without(List<Readings> all, List<Readings> others) {
        Set<Readings> excluded = new HashSet<>(others);
        return all.stream().filter(readings -> !excluded.contains(readings)).toList();
    }

    /** What it reads now. */
    Config config() {
        return generation.config();
    }

    @Override
    public ConfigState state() {
        Generation now = generation;
        List<Problem> problems = watch.problems();
        return new ConfigState(problems.isEmpty() ? now.config().targetFiles().problems() : problems, now.since());
    }

    /** Loads the configuration again, and takes it into use unless there is something wrong with it. */
    @Override
    public boolean reload() throws InterruptedException {
        return watch.reload();
    }

    @Override
    public List<TargetStatus> targets() {
        return generation.targets().stream().map(Readings::status).toList();
    }

    @Override
    public String configuration() {
        return generation.config().effective();
    }

    @Override
    public boolean readsOnScrape() {
        return !generation.onScrape().isEmpty();
    }

    @Override
    public void readOnScrape(Duration patience) throws InterruptedException {
        onDemand.read(generation.onScrape(), patience);
    }

    @Override
    public Probed probe(ProbeQuery query, Duration patience) throws InterruptedException {
        return generation.probes().probe(query, patience);
    }

    @Override
    public Probed tryOut(ProbeQuery query, Duration patience) throws InterruptedException {
        return generation.probes().tryOut(query, patience);
    }

    @Override
    public List<String> places(Subject subject) {
        return generation.config().origins().of(subject).stream()
                .map(Object::toString)
                .toList();
    }

    @Override
    public Map<String, ProbeCounts.OfModule> probes() {
        return counts.all();
    }

    @Override
    public long droppedLogLines() {
        return LogSetup.droppedLines();
    }

    @Override
    public boolean ready() {
        ready = ready || generation.polled().stream().allMatch(Readings::attempted);
        return ready;
    }

    /** Where it serves, with the real ports. */
    public List<InetSocketAddress> addresses() {
        return server.addresses();
    }

    /** Stops to listen, lets scrapes in flight end within two seconds, and cancels what still reads. */
    @Override
    public void close() {
        try (fetcher;
                workers;
                loop;
                watch) {
            server.close(DRAIN);
        }
    }

    private void stopReading() {
        loop.close();
        workers.close();
        fetcher.close();
    }
}
