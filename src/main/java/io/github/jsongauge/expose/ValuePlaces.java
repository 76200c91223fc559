// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.Sample;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where on a page the values of gauges, counters and untyped metrics stand. The same series with other values are shown by
 * copying the page and writing those values that changed: names, labels and their order are what the client library made of
 * them, once. Immutable.
 */
final class ValuePlaces {
    /** No value is written so. */
    private static final byte[] UNCHANGED = {};

    private final Sample[] samples;
    /** Which of the samples, in the order of the page. */
    private final int[] order;
    /** From where to where their values are, in the order of the page too. */
    private final int[] starts;

    private final int[] ends;
    private final byte[] text;

    private ValuePlaces(Sample[] samples, int[] order, int[] starts, int[] ends, byte[] text) {
        this.samples = samples;
        this.order = order;
        this.starts = starts;
        this.ends = ends;
        this.text = text;
    }

    /**
     * Finds the values on a page.
     *
     * @param samples of each target
     * @param text the page that shows them
     * @return null when one of them is not there, or could be in two places
     */
    static @Nullable ValuePlaces of(List<List<Sample>> samples, byte[] text) {
        Sample[] all = flat(samples);
        Map<ByteBuffer, Integer> wanted = new HashMap<>();
        for (int i = 0; i < all.length; i++) {
            if (all[i] instanceof Sample.Value value && wanted.put(beforeTheValue(value), i) != null) {
                return null;
            }
        }
        int[] order = new int[wanted.size()];
        int[] starts = new int[order.length];
        int[] ends = new int[order.length];
        int found = 0;
        for (int at = 0, end; at < text.length; at = end + 1) {
            end = indexOf((byte) '\n', text, at);
            int space = lastSpace(text, at, end);
            Integer sample = text[at] == '#' ? null : wanted.get(ByteBuffer.wrap(text, at, space - at));
            if (sample != null) {
                if (found == order.length) {
                    return null;
                }
                order[found] = sample;
                starts[found] = space + 1;
                ends[found++] = end;
            }
        }
        boolean once = Arrays.stream(order, 0, found).distinct().count() == order.length;
        return once ? new ValuePlaces(all, order, starts, ends, text) : null;
    }

    /** Whether these are the same series, in the same order, and differ in values only that have a place. */
    static boolean areSameSeries(List<List<Sample>> some, List<List<Sample>> others) {
        return areSameSeries(flat(some), flat(others));
    }

    private static boolean areSameSeries(Sample[] some, Sample[] others) {
        if (some.length != others.length) {
            return false;
        }
        for (int i = 0; i < some.length; i++) {
            if (!isSameSeries(some[i], others[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSameSeries(Sample one, Sample other) {
        if (!(one instanceof Sample.Value && other instanceof Sample.Value value)) {
            return one.equals(other);
        }
        return one.family().equals(other.family())
                && one.labels().equals(other.labels())
                && one.timestamp() == 0
                && other.timestamp() == 0
                && isShowable(value);
    }

    private static boolean isShowable(Sample.Value value) {
        return switch (value.family().type()) {
            case GAUGE, UNTYPED -> true;
            case COUNTER -> value.value() >= 0;
            case INFO -> value.value() == 1;
            case STATESET, HISTOGRAM -> false;
        };
    }

    private static Sample[] flat(List<List<Sample>> samples) {
        return samples.stream().flatMap(List::stream).toArray(Sample[]::new);
    }

    /** Name and labels, as both formats have them. */
    private static ByteBuffer beforeTheValue(Sample.Value sample) {
        StringBuilder line = new StringBuilder(sample.family().name());
        Labels labels = sample.labels();
        for (int i = 0; i < labels.size(); i++) {
            line.append(i == 0 ? '{' : ',').append(labels.name(i)).append("=\"");
            line.append(
                    labels.value(i).replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
            line.append('"');
        }
        return ByteBuffer.wrap(
                line.append(labels.size() == 0 ? "" : "}").toString().getBytes(UTF_8));
    }

    private static int indexOf(byte what, byte[] text, int from) {
        int at = from;
        while (text[at] != what) {
            at++;
        }
        return at;
    }

    private static int lastSpace(byte[] text, int start, int end) {
        int at = end - 1;
        while (at > start && text[at] != ' ') {
            at--;
        }
        return at;
    }

    /**
     * The page with the values of other samples.
     *
     * @param others of each target
     * @return null when they are not the {@linkplain #areSameSeries same series}
     */
    @Nullable
    ValuePlaces with(List<List<Sample>> others) {
        Sample[] now = flat(others);
        if (!areSameSeries(samples, now)) {
            return null;
        }
        byte[][] changed = new byte[order.length][];
        Arrays.fill(changed, UNCHANGED);
        int length = text.length;
        for (int i = 0; i < order.length; i++) {
            double value = ((Sample.Value) now[order[i]]).value();
            double before = ((Sample.Value) samples[order[i]]).value();
            if (Double.doubleToRawLongBits(value) != Double.doubleToRawLongBits(before)) {
                byte[] written = text(value).getBytes(ISO_8859_1);
                changed[i] = written;
                length += written.length - (ends[i] - starts[i]);
            }
        }
        return Arrays.stream(changed).allMatch(value -> value.length == 0)
                ? new ValuePlaces(now, order, starts, ends, text)
                : rewritten(now, changed, length);
    }

    /**
     * @param changed the new values in the order of the page; empty = as before
     * @param length of the new page
     */
    private ValuePlaces rewritten(Sample[] now, byte[][] changed, int length) {
        ByteBuffer page = ByteBuffer.allocate(length);
        int[] newStarts = new int[order.length];
        int[] newEnds = new int[order.length];
        int copied = 0;
        for (int i = 0; i < order.length; i++) {
            byte[] value = changed[i];
            if (value.length == 0) {
                newStarts[i] = page.position() + starts[i] - copied;
                newEnds[i] = page.position() + ends[i] - copied;
            } else {
                page.put(text, copied, starts[i] - copied);
                newStarts[i] = page.position();
                page.put(value);
                newEnds[i] = page.position();
                copied = ends[i];
            }
        }
        page.put(text, copied, text.length - copied);
        return new ValuePlaces(now, order, newStarts, newEnds, page.array());
    }

    /** As the client library writes it. */
    private static String text(double value) {
        return Double.isInfinite(value) ? (value > 0 ? "+Inf" : "-Inf") : Double.toString(value);
    }

    /** The page; the same one as before when no value changed. */
    byte[] text() {
        return text;
    }
}
