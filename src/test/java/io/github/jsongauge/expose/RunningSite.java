// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.jsongauge.expose.access.Access;
import io.github.jsongauge.poll.MovableTime;
import io.github.jsongauge.poll.TargetStatus;
import io.github.jsongauge.poll.probe.ProbeCounts;
import io.github.jsongauge.poll.probe.ProbeQuery;
import io.github.jsongauge.poll.probe.Probed;
import io.github.jsongauge.poll.trial.Subject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A server of ours on loopback, with clients for it. */
final class RunningSite implements AutoCloseable {
    static final BuildInfo BUILD = new BuildInfo("1.2.3", "abc1234", "17.0.15");

    static final ConfigState LOADED = new ConfigState(List.of(), Instant.ofEpochSecond(1_600_000_000));

    volatile Supplier<List<TargetStatus>> targets = List::of;
    volatile boolean ready = true;
    /** How long each scrape was willing to wait. */
    final List<Duration> patiences = new CopyOnWriteArrayList<>();

    final WebServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    RunningSite() throws ListenException {
        Site site = new Site(serving("/metrics"), BUILD, new Shown(), new MovableTime());
        server = WebServer.start(List.of(new ListenAddress("127.0.0.1", 0)), site, Access.open());
    }

    static Serving serving(String telemetryPath) {
        return serving(telemetryPath, 40);
    }

    static Serving serving(String telemetryPath, int maxRequests) {
        return new Serving(
                List.of(new ListenAddress("127.0.0.1", 0)),
                Access.open(),
                telemetryPath,
                true,
                true,
                maxRequests,
                Duration.ofMillis(500));
    }

    /** Nothing to show. */
    static class Empty implements Exported {
        @Override
        public List<TargetStatus> targets() {
            return List.of();
        }

        @Override
        public String configuration() {
            return "targets: []\n";
        }

        @Override
        public boolean readsOnScrape() {
            return true;
        }

        @Override
        public void readOnScrape(Duration patience) {}

        @Override
        public Probed probe(ProbeQuery query, Duration patience) {
            return new Probed.Refused(Probed.Why.BAD_QUERY, "there is no such module");
        }

        @Override
        public Probed tryOut(ProbeQuery query, Duration patience) {
            return new Probed.Refused(Probed.Why.BAD_QUERY, "there is no such module");
        }

        @Override
        public List<String> places(Subject subject) {
            return List.of();
        }

        @Override
        public Map<String, ProbeCounts.OfModule> probes() {
            return Map.of();
        }

        @Override
        public ConfigState state() {
            return LOADED;
        }

        @Override
        public long droppedLogLines() {
            return 0;
        }

        @Override
        public boolean reload() throws InterruptedException {
            return true;
        }

        @Override
        public boolean ready() {
            return true;
        }
    }

    /** What the fields say. */
    private final class Shown extends Empty {
        @Override
        public List<TargetStatus> targets() {
            return targets.get();
        }

        @Override
        public void readOnScrape(Duration patience) {
            patiences.add(patience);
        }

        @Override
        public boolean ready() {
            return ready;
        }
    }

    void show(TargetStatus... statuses) {
        targets = () -> List.of(statuses);
    }

    int port() {
        return server.addresses().get(0).getPort();
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return client.send(request(path, headers).build(), BodyHandlers.ofString());
    }

    HttpResponse<byte[]> bytes(String path, String... headers) throws IOException, InterruptedException {
        return client.send(request(path, headers).build(), BodyHandlers.ofByteArray());
    }

    HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(30));
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** A connection on which nothing was sent. */
    Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
        socket.setSoTimeout(30_000);
        return socket;
    }

    /** Sends the text as it is and gives all that comes back until the server closes the connection. */
    String raw(String text) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    @Override
    public void close() {
        server.close(Duration.ZERO);
    }
}
