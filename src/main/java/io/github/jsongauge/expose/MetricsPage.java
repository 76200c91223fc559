// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import com.sun.net.httpserver.Headers;
import io.github.jsongauge.expose.text.Body;
import io.github.jsongauge.expose.text.Format;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The page that Prometheus scrapes, in the format and coding that the client asks for. */
final class MetricsPage {
    private final Gate gate;
    private final Renderer renderer;
    /** Renderings that have not begun. */
    private final Map<Variant, FutureTask<Body>> next = new ConcurrentHashMap<>();

    private final Map<Variant, Lock> turns = new ConcurrentHashMap<>();

    /** Makes the page. */
    interface Renderer {
        /** All of it, as it goes over the wire. */
        Body render(Variant variant);

        /**
         * Some of it.
         *
         * @param names of the metrics to show
         */
        byte[] render(Format format, Set<String> names);
    }

    /** @param gate for pages that cannot be shared */
    MetricsPage(Gate gate, Renderer renderer) {
        this.gate = gate;
        this.renderer = renderer;
    }

    /**
     * All metrics, or those that the query names by {@code name[]}, as clients of Prometheus do.
     *
     * @param query as it was sent; null = none
     */
    Answer answer(@Nullable String query, Headers request) throws InterruptedException {
        Variant variant = Variant.of(request);
        Query parameters = Query.parse(query);
        if (parameters == null) {
            return Answer.text(400, "The query is not understood: it must be URL-encoded.");
        }
        Set<String> names = parameters.all("name[]");
        Body page = names.isEmpty()
                ? page(variant)
                : gate.pass(() -> variant.coded(renderer.render(variant.format(), names)));
        return Site.orBusy(page == null ? null : variant.answer(page));
    }

    /**
     * Renders, or takes the body of the same variant that another request is about to render. One that is being rendered may
     * show readings from before this request; while it is, the next one waits.
     */
    private Body page(Variant variant) throws InterruptedException {
        FutureTask<Body> mine = new FutureTask<>(() -> renderer.render(variant));
        FutureTask<Body> others = next.putIfAbsent(variant, mine);
        if (others == null) {
            Lock turn = turns.computeIfAbsent(variant, first -> new ReentrantLock());
            turn.lock();
            try {
                next.remove(variant);
                mine.run();
            } finally {
                turn.unlock();
            }
        }
        try {
            return (others == null ? mine : others).get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the exposition failed", failure.getCause());
        }
    }
}
