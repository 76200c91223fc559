// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;

/** The bounds of the HTTP server. */
public final class ServerLimits {
    /** Exchanges that run at once, on one thread each; more wait. */
    static final int EXCHANGES = 128;

    /** Exchanges that wait for a thread; connections beyond are closed. */
    static final int WAITING_EXCHANGES = 1024;

    /** Exchanges that wait for targets, on a thread each too: those that can be read at once, and those that share a reading. */
    static final int EXCHANGES_ASIDE = 2000;

    /** How long an exchange may run, once others wait for its thread. */
    static final Duration PATIENCE = Duration.ofMillis(500);

    /** Connections that the kernel holds for us until we accept them. */
    static final int BACKLOG = 1024;

    /** URL and headers of a request; more is refused. */
    static final int HEAD_BYTES = 16 << 10;

    private static final long MAX_CONNECTIONS = 4096;

    /** What the JDK's server takes from system properties only. Seconds, where a name ends in "Time" or "Interval". */
    private static final Map<String, String> JDK_SETTINGS = Map.of(
            // all connections, busy and idle; more are closed at once
            "jdk.httpserver.maxConnections", Long.toString(maxConnections()),
            // from the first byte of a request to its last, and from connecting to the first byte
            "sun.net.httpserver.maxReqTime", "5",
            // from the last byte of the request to the last of the answer
            "sun.net.httpserver.maxRspTime", "60",
            // longer than usual scrape intervals, so that Prometheus finds its connection open
            "sun.net.httpserver.idleInterval", "130",
            // milliseconds between two looks at idle connections
            "sun.net.httpserver.clockTick", "1000",
            // bytes of request line and headers, beyond which a connection is closed unanswered
            "sun.net.httpserver.maxReqHeaderSize", Integer.toString(2 * HEAD_BYTES),
            // else each request on a kept connection takes 40 ms longer
            "sun.net.httpserver.nodelay", "true");

    private ServerLimits() {}

    /** At most half of the file descriptors that are free: when accepting fails for want of one, the JDK's server spins. */
    private static long maxConnections() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? Math.min(MAX_CONNECTIONS, (unix.getMaxFileDescriptorCount() - unix.getOpenFileDescriptorCount()) / 2)
                : MAX_CONNECTIONS;
    }

    /**
     * Sets the bounds that the JDK's server reads from system properties, once for a process: so call it before anything
     * makes a {@link com.sun.net.httpserver.HttpServer}. What the user has set stays.
     */
    public static void apply() {
        JDK_SETTINGS.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }
}
