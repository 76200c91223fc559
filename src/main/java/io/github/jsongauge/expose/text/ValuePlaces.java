// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.text;

import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.Sample;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where on a page the values of gauges, counters and untyped metrics stand. The same series with other values are shown by
 * copying the page and writing those values that changed. Immutable.
 */
final class ValuePlaces {
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

    /** Is told where values are written. */
    static final class Finder {
        private final Sample[] samples;
        private final int[] order;
        private final int[] starts;
        private final int[] ends;
        private int found;

        /** @param samples all that are to be on the page, in any order; never changed afterwards */
        Finder(Sample[] samples) {
            this.samples = samples;
            this.order = new int[samples.length];
            this.starts = new int[samples.length];
            this.ends = new int[samples.length];
        }

        /** The value of a sample stands here; the next one behind it. */
        void found(int sample, int start, int end) {
            order[found] = sample;
            starts[found] = start;
            ends[found++] = end;
        }

        /** @param text the page, which is complete */
        ValuePlaces places(byte[] text) {
            return new ValuePlaces(
                    samples,
                    Arrays.copyOf(order, found),
                    Arrays.copyOf(starts, found),
                    Arrays.copyOf(ends, found),
                    text);
        }
    }

    /** Whether these are the same series, in the same order, and differ in values only that have a place. */
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
        return isSameFamily(one.family(), other.family())
                && one.labels().equals(other.labels())
                && one.timestamp() == 0
                && other.timestamp() == 0
                && isShowable(value);
    }

    /** Mostly it is the very same, and that of a record is made when it is first compared, for which a page would wait. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSameFamily(Family one, Family other) {
        return one == other || one.equals(other);
    }

    private static boolean isShowable(Sample.Value value) {
        return switch (value.family().type()) {
            case GAUGE, UNTYPED -> true;
            case COUNTER -> value.value() >= 0;
            case INFO -> value.value() == 1;
            case STATESET, HISTOGRAM -> false;
        };
    }

    /**
     * The page with the values of other samples.
     *
     * @param now in the order of the samples of this one; never changed afterwards
     * @return null when they are not the same series
     */
    @Nullable
    ValuePlaces with(Sample[] now) {
        if (!areSameSeries(samples, now)) {
            return null;
        }
        for (int i = 0; i < order.length; i++) {
            if (isChanged(order[i], now)) {
                return rewritten(now, i);
            }
        }
        return new ValuePlaces(now, order, starts, ends, text);
    }

    private boolean isChanged(int sample, Sample[] now) {
        return Double.doubleToRawLongBits(value(samples[sample])) != Double.doubleToRawLongBits(value(now[sample]));
    }

    private static double value(Sample sample) {
        return ((Sample.Value) sample).value();
    }

    /** @param first the place of the first value that changed */
    private ValuePlaces rewritten(Sample[] now, int first) {
        PageText page = new PageText(text.length + text.length / 8);
        int[] newStarts = starts.clone();
        int[] newEnds = ends.clone();
        int copied = 0;
        for (int i = first; i < order.length; i++) {
            if (isChanged(order[i], now)) {
                page.put(text, copied, starts[i]);
                copied = ends[i];
                newStarts[i] = page.length();
                page.number(value(now[order[i]]));
                newEnds[i] = page.length();
            } else {
                newStarts[i] = page.length() + starts[i] - copied;
                newEnds[i] = page.length() + ends[i] - copied;
            }
        }
        page.put(text, copied, text.length);
        return new ValuePlaces(now, order, newStarts, newEnds, page.bytes());
    }

    /** The page; the same one as before when no value changed. */
    byte[] text() {
        return text;
    }
}
