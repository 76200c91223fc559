// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import com.sun.net.httpserver.Headers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/** The page that Prometheus scrapes, in the format and coding that the client asks for. */
final class MetricsPage {
    private final Function<Format, byte[]> renderer;
    private final Map<Variant, FutureTask<byte[]>> inProgress = new ConcurrentHashMap<>();

    MetricsPage(Function<Format, byte[]> renderer) {
        this.renderer = renderer;
    }

    Answer answer(Headers request) throws InterruptedException {
        Variant variant = Variant.of(request);
        return variant.answer(page(variant));
    }

    /** Renders, or waits for the rendering of the same variant that another request has begun and takes its bytes. */
    private byte[] page(Variant variant) throws InterruptedException {
        FutureTask<byte[]> mine = new FutureTask<>(() -> variant.coded(renderer.apply(variant.format())));
        FutureTask<byte[]> others = inProgress.putIfAbsent(variant, mine);
        if (others == null) {
            try {
                mine.run();
            } finally {
                inProgress.remove(variant);
            }
        }
        try {
            return (others == null ? mine : others).get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the exposition failed", failure.getCause());
        }
    }
}
