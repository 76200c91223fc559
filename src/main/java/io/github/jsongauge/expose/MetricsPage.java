// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import com.sun.net.httpserver.Headers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/** The page that Prometheus scrapes, in the format and coding that the client asks for. */
final class MetricsPage {
    private record Variant(Format format, boolean gzip) {}

    private final Function<Format, byte[]> renderer;
    private final Map<Variant, FutureTask<byte[]>> inProgress = new ConcurrentHashMap<>();

    MetricsPage(Function<Format, byte[]> renderer) {
        this.renderer = renderer;
    }

    Answer answer(Headers request) throws InterruptedException {
        Format format = Accept.of(request.getOrDefault("Accept", List.of())).format();
        boolean gzip =
                Accept.of(request.getOrDefault("Accept-Encoding", List.of())).gzip();
        Answer answer = new Answer(200, format.contentType(), page(new Variant(format, gzip)))
                .with("Vary", "Accept, Accept-Encoding");
        return gzip ? answer.with("Content-Encoding", "gzip") : answer;
    }

    /** Renders, or waits for the rendering of the same variant that another request has begun and takes its bytes. */
    private byte[] page(Variant variant) throws InterruptedException {
        FutureTask<byte[]> mine = new FutureTask<>(() -> render(variant));
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

    private byte[] render(Variant variant) {
        byte[] page = renderer.apply(variant.format());
        return variant.gzip() ? gzip(page) : page;
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(plain.length / 8 + 64);
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return compressed.toByteArray();
    }
}
