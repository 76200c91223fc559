// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.app;

import io.github.jsongauge.config.Config;
import io.github.jsongauge.config.Origins;
import io.github.jsongauge.expose.BuildInfo;
import io.github.jsongauge.expose.Exported;
import io.github.jsongauge.expose.ListenException;
import io.github.jsongauge.expose.Serving;
import io.github.jsongauge.expose.Site;
import io.github.jsongauge.expose.WebServer;
import io.github.jsongauge.fetch.Fetcher;
import io.github.jsongauge.poll.OnDemand;
import io.github.jsongauge.poll.PollLoop;
import io.github.jsongauge.poll.Readings;
import io.github.jsongauge.poll.TargetStatus;
import io.github.jsongauge.poll.Time;
import io.github.jsongauge.poll.Trigger;
import io.github.jsongauge.poll.Workers;
import io.github.jsongauge.poll.probe.ProbeCounts;
import io.github.jsongauge.poll.probe.ProbeQuery;
import io.github.jsongauge.poll.probe.Probed;
import io.github.jsongauge.poll.probe.Probes;
import io.github.jsongauge.poll.trial.Subject;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One running exporter: reads its targets and serves what it knows of them, until it is closed. */
public final class Exporter implements Exported, AutoCloseable {
    private static final Duration DRAIN = Duration.ofSeconds(2);

    /** How many readings may run at once. */
    private static final int CONCURRENT_READINGS = 1000;

    private final List<Readings> targets;
    private final List<Readings> polled;
    private final List<Readings> onScrape;
    private final Fetcher fetcher;
    private final Workers workers;
    private final OnDemand onDemand;
    private final ProbeCounts counts = new ProbeCounts();
    private final Probes probes;
    private final Origins origins;
    private final PollLoop loop;
    private final WebServer server;

    private Exporter(Config config, Serving serving, BuildInfo build) throws ListenException {
        Time time = Time.SYSTEM;
        fetcher = new Fetcher(build.version());
        workers = new Workers(CONCURRENT_READINGS);
        targets = config.targets().stream()
                .map(target -> new Readings(target, fetcher, time))
                .toList();
        polled = targets.stream().filter(Exporter::isPolled).toList();
        onScrape = targets.stream().filter(readings -> !isPolled(readings)).toList();
        onDemand = new OnDemand(workers, time);
        probes = new Probes(config.modules(), config.probed(), counts, fetcher, workers, time);
        origins = config.origins();
        loop = new PollLoop(workers, time);
        Site site = new Site(serving, build, this, time);
        try {
            server = WebServer.start(serving.addresses(), site);
        } catch (ListenException refused) {
            stopReading();
            throw refused;
        }
        loop.start(polled);
    }

    private static boolean isPolled(Readings readings) {
        return readings.target().trigger() instanceof Trigger.Every;
    }

    /**
     * Listens, then begins to poll.
     *
     * @throws ListenException when one of the addresses cannot be listened on; nothing runs then
     */
    public static Exporter start(Config config, Serving serving, BuildInfo build) throws ListenException {
        return new Exporter(config, serving, build);
    }

    @Override
    public List<TargetStatus> targets() {
        return targets.stream().map(Readings::status).toList();
    }

    @Override
    public boolean readsOnScrape() {
        return !onScrape.isEmpty();
    }

    @Override
    public void readOnScrape(Duration patience) throws InterruptedException {
        onDemand.read(onScrape, patience);
    }

    @Override
    public Probed probe(ProbeQuery query, Duration patience) throws InterruptedException {
        return probes.probe(query, patience);
    }

    @Override
    public Probed tryOut(ProbeQuery query, Duration patience) throws InterruptedException {
        return probes.tryOut(query, patience);
    }

    @Override
    public List<String> places(Subject subject) {
        return origins.of(subject).stream().map(Object::toString).toList();
    }

    @Override
    public Map<String, ProbeCounts.OfModule> probes() {
        return counts.all();
    }

    @Override
    public boolean ready() {
        return polled.stream().allMatch(Readings::attempted);
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
                loop) {
            server.close(DRAIN);
        }
    }

    private void stopReading() {
        loop.close();
        workers.close();
        fetcher.close();
    }
}
