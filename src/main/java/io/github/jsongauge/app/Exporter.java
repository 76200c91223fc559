// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.app;

import io.github.jsongauge.config.Config;
import io.github.jsongauge.expose.BuildInfo;
import io.github.jsongauge.expose.ListenAddress;
import io.github.jsongauge.expose.ListenException;
import io.github.jsongauge.expose.Site;
import io.github.jsongauge.expose.WebServer;
import io.github.jsongauge.fetch.Fetcher;
import io.github.jsongauge.poll.PollLoop;
import io.github.jsongauge.poll.Poller;
import io.github.jsongauge.poll.TargetStatus;
import io.github.jsongauge.poll.Time;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/** One running exporter: polls its targets and serves what it knows of them, until it is closed. */
public final class Exporter implements AutoCloseable {
    private static final Duration DRAIN = Duration.ofSeconds(2);

    /** How many readings may run at once. */
    private static final int CONCURRENT_POLLS = 1000;

    private final List<Poller> pollers;
    private final Fetcher fetcher;
    private final PollLoop loop;
    private final WebServer server;

    private Exporter(Config config, List<ListenAddress> addresses, String telemetryPath, BuildInfo build)
            throws ListenException {
        Time time = Time.SYSTEM;
        fetcher = new Fetcher(build.version());
        pollers = config.targets().stream()
                .map(target -> new Poller(target, fetcher, time))
                .toList();
        loop = new PollLoop(CONCURRENT_POLLS, time);
        Site site = new Site(telemetryPath, build, this::statuses, this::isReady, time);
        try {
            server = WebServer.start(addresses, site);
        } catch (ListenException refused) {
            loop.close();
            fetcher.close();
            throw refused;
        }
        loop.start(pollers);
    }

    /**
     * Listens, then begins to poll.
     *
     * @param telemetryPath an absolute path, e.g. {@code /metrics}
     * @throws ListenException when one of the addresses cannot be listened on; nothing runs then
     */
    public static Exporter start(Config config, List<ListenAddress> addresses, String telemetryPath, BuildInfo build)
            throws ListenException {
        return new Exporter(config, addresses, telemetryPath, build);
    }

    private List<TargetStatus> statuses() {
        return pollers.stream().map(Poller::status).toList();
    }

    private boolean isReady() {
        return pollers.stream().allMatch(Poller::attempted);
    }

    /** Where it serves, with the real ports. */
    public List<InetSocketAddress> addresses() {
        return server.addresses();
    }

    /** Stops to listen, lets scrapes in flight end within two seconds, and cancels what still reads. */
    @Override
    public void close() {
        try (fetcher;
                loop) {
            server.close(DRAIN);
        }
    }
}
