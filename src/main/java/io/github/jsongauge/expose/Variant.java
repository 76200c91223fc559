// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import com.sun.net.httpserver.Headers;
import io.github.jsongauge.expose.text.Body;
import io.github.jsongauge.expose.text.Format;
import io.github.jsongauge.expose.text.PagePart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** How a client wants an exposition. */
record Variant(Format format, boolean gzip) {
    /** What a client asks for. */
    static Variant of(Headers request) {
        return new Variant(
                Accept.of(request.getOrDefault("Accept", List.of())).format(),
                Accept.of(request.getOrDefault("Accept-Encoding", List.of())).gzip());
    }

    /** Both written out: those of a record are made when they are first called, for which the first pages would wait. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Variant that && format == that.format && gzip == that.gzip;
    }

    @Override
    public int hashCode() {
        return Objects.hash(format, gzip);
    }

    /** A page as it goes over the wire. */
    Body coded(byte[] page) {
        if (!gzip) {
            return Body.of(page);
        }
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(page.length / 8 + 64);
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(page);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return Body.of(compressed.toByteArray());
    }

    /** A page of two parts as it goes over the wire; of the first the compressed form is made once. */
    Body coded(PagePart first, PagePart second) {
        return gzip ? first.gzippedWith(second) : first.followedBy(second);
    }

    /** An answer whose page is {@link #coded} already. */
    Answer answer(Body coded) {
        Answer answer = new Answer(200, format.contentType(), coded).with("Vary", "Accept, Accept-Encoding");
        return gzip ? answer.with("Content-Encoding", "gzip") : answer;
    }
}
