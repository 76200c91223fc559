// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import io.github.jsongauge.expose.access.Access;
import io.github.jsongauge.expose.access.Rules;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The exporter's HTTP server: the JDK's, with bounds of our own (see {@link ServerLimits}, {@link ExchangeThreads} and
 * {@link Outgoing}). Keeps the process alive until it is closed.
 */
public final class WebServer {
    private final Site site;
    private final Access access;
    private final List<HttpServer> listeners = new ArrayList<>();
    private final Outgoing outgoing = new Outgoing(Runtime.getRuntime().maxMemory() / 4);
    private final ExchangeThreads threads = new ExchangeThreads(
            ServerLimits.EXCHANGES,
            ServerLimits.WAITING_EXCHANGES,
            ServerLimits.EXCHANGES_ASIDE,
            ServerLimits.PATIENCE);

    private WebServer(Site site, Access access) {
        this.site = site;
        this.access = access;
    }

    /**
     * Listens and serves at once.
     *
     * @param access who may ask
     * @throws ListenException when one of the addresses cannot be listened on; then nobody is served
     */
    public static WebServer start(List<ListenAddress> addresses, Site site, Access access) throws ListenException {
        ServerLimits.apply();
        WebServer server = new WebServer(site, access);
        try {
            for (int i = 0; i < addresses.size(); i++) {
                server.listen(addresses.get(i), addresses.subList(0, i));
            }
        } catch (ListenException refused) {
            server.listeners.forEach(listener -> listener.stop(0));
            throw refused;
        }
        server.listeners.forEach(HttpServer::start);
        return server;
    }

    /** @param before the addresses of the listeners there are */
    private void listen(ListenAddress address, List<ListenAddress> before) throws ListenException {
        InetSocketAddress socketAddress = address.resolve();
        try {
            HttpServer listener = create(socketAddress);
            listener.createContext("/", this::handle);
            listener.setExecutor(exchange -> threads.execute(() -> {
                access.renew();
                exchange.run();
            }));
            listeners.add(listener);
        } catch (IOException refused) {
            for (int i = 0; i < listeners.size(); i++) {
                if (overlap(listeners.get(i).getAddress(), socketAddress)) {
                    throw new ListenException(address, before.get(i), refused);
                }
            }
            throw new ListenException(address, ListenException.causeOf(socketAddress), refused);
        }
    }

    private static boolean overlap(InetSocketAddress one, InetSocketAddress other) {
        return !other.isUnresolved()
                && one.getPort() == other.getPort()
                && (one.getAddress().isAnyLocalAddress()
                        || other.getAddress().isAnyLocalAddress()
                        || one.getAddress().equals(other.getAddress()));
    }

    private HttpServer create(InetSocketAddress address) throws IOException {
        if (!access.rules().isSecure()) {
            return HttpServer.create(address, ServerLimits.BACKLOG);
        }
        HttpsServer secure = HttpsServer.create(address, ServerLimits.BACKLOG);
        secure.setHttpsConfigurator(access.listener());
        return secure;
    }

    /** Where it listens, with the real ports, in the order of the addresses given. */
    public List<InetSocketAddress> addresses() {
        return listeners.stream().map(HttpServer::getAddress).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Rules now = access.rules();
            Answer answer = answer(now, exchange);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            now.headers().forEach(exchange.getResponseHeaders()::set);
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders()
                        .set("Content-Length", Integer.toString(answer.body().length()));
                exchange.sendResponseHeaders(answer.status(), -1);
            } else {
                exchange.sendResponseHeaders(answer.status(), answer.body().length());
                outgoing.write(answer.body(), exchange.getResponseBody());
            }
        }
    }

    private Answer answer(Rules now, HttpExchange exchange) {
        if (!RequestCheck.isClear(exchange.getProtocol(), exchange.getRequestHeaders())) {
            // where the next one begins is not clear either
            return Site.notUnderstood().with("Connection", "close");
        }
        if (RequestCheck.isTooLarge(exchange.getRequestURI(), exchange.getRequestHeaders())) {
            return Site.tooLarge();
        }
        Answer refusal = Admission.refusal(now, exchange, threads);
        return refusal == null
                ? site.answer(
                        exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders(), threads)
                : refusal;
    }

    /**
     * Stops listening at once, lets exchanges in progress finish, closes all connections, and leaves no thread behind.
     *
     * @param drain how long to wait for exchanges in progress; being interrupted ends the wait too
     */
    public void close(Duration drain) {
        // The JDK's stop() closes the listening sockets at once but, on 17, always takes the whole time
        int seconds = (int) Math.min(Integer.MAX_VALUE / 1000, drain.toSeconds() + 1);
        List<Thread> stoppers = new ArrayList<>();
        for (HttpServer listener : listeners) {
            Thread stopper = new Thread(() -> listener.stop(seconds), "stop-listening");
            stopper.setDaemon(true);
            stopper.start();
            stoppers.add(stopper);
        }
        threads.drain(drain);
        listeners.forEach(listener -> listener.stop(0)); // which ends the others too
        join(stoppers);
    }

    private static void join(List<Thread> ending) {
        try {
            for (Thread thread : ending) {
                thread.join();
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
