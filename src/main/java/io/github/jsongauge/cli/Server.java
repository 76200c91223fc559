// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import io.github.jsongauge.app.Exporter;
import io.github.jsongauge.config.Config;
import io.github.jsongauge.config.ConfigSource;
import io.github.jsongauge.expose.BuildInfo;
import io.github.jsongauge.expose.ListenException;
import io.github.jsongauge.expose.Serving;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs an exporter until the process is asked to end. */
final class Server {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private Server() {}

    /**
     * Serves until SIGTERM or Ctrl-C, which end the process with exit code 0.
     *
     * @param source where the configuration comes from, to be loaded again when it changes; null = it stays as it is
     * @param listening told once, with the real ports
     */
    static void run(
            Config config,
            @Nullable ConfigSource source,
            Serving serving,
            Consumer<List<InetSocketAddress>> listening) {
        try {
            Exporter exporter = Exporter.start(config, source, serving, BuildInfo.CURRENT);
            Ending ending = new Ending(exporter::close, Runtime.getRuntime()::halt);
            Runtime.getRuntime().addShutdownHook(new Thread(ending, "shutdown"));
            try {
                boolean isSecure = serving.access().rules().isSecure();
                for (InetSocketAddress address : exporter.addresses()) {
                    LOG.info("listening on {}{}", shown(address), isSecure ? " by https" : "");
                }
                Hangup.handle(() -> reload(exporter));
                LOG.info(
                        "jsongauge {} started, targets: {}",
                        BuildInfo.CURRENT.version(),
                        config.targets().size());
                listening.accept(exporter.addresses());
                new CountDownLatch(1).await();
            } finally {
                ending.doneServing();
            }
        } catch (ListenException refused) {
            throw new FailureException(String.valueOf(refused.getMessage()), refused);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** What comes of it is logged. */
    private static void reload(Exporter exporter) {
        try {
            boolean unused = exporter.reload();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** As {@code --web.listen-address} is written. */
    private static String shown(InetSocketAddress address) {
        String host = address.getAddress().isAnyLocalAddress()
                ? ""
                : address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
