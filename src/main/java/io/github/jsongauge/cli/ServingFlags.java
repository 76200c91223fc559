// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import io.github.jsongauge.app.LogFormat;
import io.github.jsongauge.app.LogLevel;
import io.github.jsongauge.config.ConfigException;
import io.github.jsongauge.expose.ListenAddress;
import io.github.jsongauge.expose.Serving;
import io.github.jsongauge.expose.access.Access;
import io.github.jsongauge.poll.Time;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Where a command serves and what it logs. */
final class ServingFlags {
    private static final Logger LOG = LoggerFactory.getLogger(ServingFlags.class);
    private static final Pattern SERVICE_LINK = Pattern.compile("[a-z]+://.*");

    @Option(
            names = "--web.listen-address",
            split = ",",
            paramLabel = "ADDRESS",
            converter = AddressConverter.class,
            description = "where to serve, [host]:port; may be given several times (default: :"
                    + ListenAddress.DEFAULT_PORT + ")")
    List<ListenAddress> listenAddresses = List.of();

    @Option(
            names = "--web.telemetry-path",
            paramLabel = "PATH",
            converter = PathConverter.class,
            defaultValue = "/metrics",
            description = "where the metrics are (default: ${DEFAULT-VALUE})")
    String telemetryPath = "/metrics";

    @Option(
            names = "--web.config.file",
            paramLabel = "FILE",
            description = "who may ask: TLS, users and more, in a file as the exporters of Prometheus have it")
    private @Nullable Path webConfig;

    @Option(
            names = "--web.max-requests",
            paramLabel = "NUMBER",
            converter = CountConverter.class,
            defaultValue = "40",
            description = "how many pages are made at once, 0 for any number; more wait for a second, then get 503."
                    + " Scrapes that come at the same time share one page (default: ${DEFAULT-VALUE})")
    int maxRequests = 40;

    @Option(
            names = "--web.lifecycle",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "load the configuration again on POST /-/reload (default: true)")
    boolean lifecycle = true;

    @Option(
            names = "--log.level",
            paramLabel = "LEVEL",
            defaultValue = "INFO",
            description = "least level to log: debug, info, warn, error (default: info)")
    LogLevel logLevel = LogLevel.INFO;

    @Option(
            names = "--log.format",
            paramLabel = "FORMAT",
            defaultValue = "LOGFMT",
            description = "logfmt or json, a line each on standard error (default: logfmt)")
    LogFormat logFormat = LogFormat.LOGFMT;

    @Option(
            names = "--timeout-offset",
            paramLabel = "SECONDS",
            converter = SecondsConverter.class,
            defaultValue = "0.5",
            description =
                    "how much of Prometheus' scrape timeout is left for the way back (default: ${DEFAULT-VALUE}s)")
    Duration timeoutOffset = Duration.ofMillis(500);

    @Option(names = "--web.systemd-socket", description = "accepted as other exporters have it, and does nothing")
    private boolean systemdSocket;

    /**
     * Where and how to serve, as flags and environment say.
     *
     * @param exporterMetrics whether to show metrics of this process
     */
    Serving serving(boolean exporterMetrics, Map<String, String> environment) {
        if (systemdSocket) {
            LOG.warn("--web.systemd-socket does nothing: jsongauge opens its ports itself, see --web.listen-address");
        }
        return new Serving(
                listenAddresses(environment),
                access(),
                telemetryPath,
                lifecycle,
                exporterMetrics,
                maxRequests,
                timeoutOffset);
    }

    /**
     * Who may ask.
     *
     * @throws FailureException with all that is wrong with its file
     */
    Access access() {
        try {
            return webConfig == null ? Access.open() : Access.of(webConfig, Time.SYSTEM);
        } catch (ConfigException broken) {
            throw new FailureException(String.valueOf(broken.getMessage()), broken);
        }
    }

    /** Where to listen: the flag, else the port in {@code EXPORTER_PORT}, else the default. */
    private List<ListenAddress> listenAddresses(Map<String, String> environment) {
        if (!listenAddresses.isEmpty()) {
            return listenAddresses;
        }
        String port = exporterPort(environment);
        if (port.isEmpty()) {
            return List.of(new ListenAddress("", ListenAddress.DEFAULT_PORT));
        }
        try {
            return List.of(ListenAddress.parse(":" + port));
        } catch (IllegalArgumentException wrong) {
            throw new FailureException("EXPORTER_PORT must be a port from 0 to 65535, got \"" + port + "\"", wrong);
        }
    }

    /** Empty when there is none. */
    private static String exporterPort(Map<String, String> environment) {
        String port = environment.getOrDefault("EXPORTER_PORT", "");
        if (SERVICE_LINK.matcher(port).matches()) {
            LOG.warn(
                    "EXPORTER_PORT={} is a link that Kubernetes made for a Service named \"exporter\": ignored;"
                            + " set enableServiceLinks: false in the pod's spec",
                    port);
            return "";
        }
        return port;
    }

    /** Reads {@code :9877} and the like. */
    static final class AddressConverter implements ITypeConverter<ListenAddress> {
        @Override
        public ListenAddress convert(String text) {
            return converted(text, ListenAddress::parse);
        }
    }

    /** Reads {@code 0.5}, or {@code 0.5s} as json_exporter has it. */
    static final class SecondsConverter implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            if (!text.matches("[0-9]{1,4}(\\.[0-9]{1,9})?s?")) {
                throw new TypeConversionException("must be a number of seconds such as 0.5, got \"" + text + "\"");
            }
            BigDecimal seconds = new BigDecimal(text.replace("s", ""));
            return Duration.ofNanos(seconds.movePointRight(9).longValue());
        }
    }

    /** Reads a number from 0. */
    static final class CountConverter implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (!text.matches("[0-9]{1,6}")) {
                throw new TypeConversionException("must be a number from 0 to 999999, got \"" + text + "\"");
            }
            return Integer.valueOf(text);
        }
    }

    /** Reads a path that metrics can be served at. */
    static final class PathConverter implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            return converted(text, Serving::checkTelemetryPath);
        }
    }

    private static <T> T converted(String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException(wrong.getMessage());
        }
    }
}
