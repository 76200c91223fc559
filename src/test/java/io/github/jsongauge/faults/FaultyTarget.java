// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.faults;

import io.github.jsongauge.fetch.Answer;
import io.github.jsongauge.fetch.Certificates;
import io.github.jsongauge.fetch.FakeTarget;
import io.github.jsongauge.fetch.Peer;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A target that is well until it is told to misbehave, and again when it is told to recover. One that cannot recover, or does
 * nothing that keeps it from being read, does the same all the time.
 */
final class FaultyTarget implements AutoCloseable {
    /** Each target has numbers of its own. */
    private static final AtomicLong NUMBERS = new AtomicLong(1_000);

    private final Fault fault;
    private final FakeTarget server;
    /** Numbers in complete, valid documents. */
    private final Set<Double> sent = ConcurrentHashMap.newKeySet();

    private volatile boolean well;

    FaultyTarget(Fault fault) {
        this.fault = fault;
        this.well = changes();
        this.server = fault.key() == null
                ? FakeTarget.answering(this::answer)
                : FakeTarget.answering(Certificates.sockets(fault.key()), this::answer);
        if (fault.refusing()) {
            server.stop();
        }
    }

    /** Whether it is well before it is told to misbehave. */
    boolean changes() {
        return fault.recovers() && !(fault.expected() instanceof Expected.Shown);
    }

    private void answer(Peer peer, FakeTarget.Heard request) throws IOException {
        long n = NUMBERS.incrementAndGet();
        boolean wellNow = well;
        if (wellNow || fault.expected().isReadable()) {
            sent.add((double) n);
        }
        Answer answer =
                wellNow ? Answer.of(200, Fault.document(n)) : fault.answer().apply(n);
        answer.give(peer, request);
    }

    Fault fault() {
        return fault;
    }

    String name() {
        return fault.name();
    }

    boolean hasSent(double number) {
        return sent.contains(number);
    }

    void misbehave() {
        well = false;
    }

    void recover() {
        well = changes();
        if (fault.refusing()) {
            server.start();
        }
    }

    /** Its entry in the list of targets. */
    String yaml() {
        String scheme = fault.key() == null ? "http" : "https";
        String url = fault.url() == null ? scheme + "://127.0.0.1:PORT/" : fault.url();
        return "  - {name: %s, url: '%s', %s, headers: {X-Key: %s}, basic_auth: {username: me, password: %s}, metrics: [%s]}\n"
                .formatted(
                        name(),
                        url.replace("PORT", Integer.toString(server.port())),
                        fault.settings(),
                        Fault.SENTINEL,
                        Fault.SENTINEL,
                        fault.metrics());
    }

    @Override
    public void close() {
        server.close();
    }
}
