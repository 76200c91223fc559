// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.text;

import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.MetricType;
import io.github.jsongauge.metric.Sample;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From a new reading of 25,000 series to the text of their part of the page. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class SamplesPartBenchmark {
    private static final int OBJECTS = 5_000;
    private static final int READINGS = 8;

    private final SamplesPart part = new SamplesPart();
    private final List<List<Sample>> allChange = readings(1);
    private final List<List<Sample>> oneOfTenChanges = readings(10);
    private final List<MetricSnapshot> snapshots = ClientLibrary.snapshots(allChange.get(0));
    private int reading;

    /**
     * Metric by metric, as the mapping gives them; those of an object share its labels.
     *
     * @param every which of the objects have other values than in the last reading
     */
    private static List<List<Sample>> readings(int every) {
        List<List<Sample>> readings = new ArrayList<>();
        for (int reading = 0; reading < READINGS; reading++) {
            List<Labels> labels = new ArrayList<>();
            for (int object = 0; object < OBJECTS; object++) {
                labels.add(Labels.of(Map.of("id", "object-" + object, "zone", "zone-" + object % 7)));
            }
            List<Sample> samples = new ArrayList<>();
            for (int metric = 0; metric < 5; metric++) {
                Family family = new Family("wide_" + metric, MetricType.GAUGE, "Help");
                for (int object = 0; object < OBJECTS; object++) {
                    double value = object % every == 0 ? object * 1.25 + reading : object;
                    samples.add(new Sample.Value(family, labels.get(object), value + metric));
                }
            }
            readings.add(samples);
        }
        return readings;
    }

    private PagePart next(SamplesPart target, List<List<Sample>> readings) {
        reading = (reading + 1) % READINGS;
        return target.of(List.of(readings.get(reading)), Set.of(), Format.TEXT, new Refused());
    }

    /** The client library's writer, of snapshots that are there. */
    @Benchmark
    public byte[] clientLibraryWrites() {
        return Format.TEXT.textOf(snapshots);
    }

    /** The same, with snapshots made of the samples. */
    @Benchmark
    public byte[] clientLibrary() {
        return Format.TEXT.textOf(ClientLibrary.snapshots(allChange.get(0)));
    }

    /** Ours, of samples. */
    @Benchmark
    public Object writtenAnew() {
        return next(new SamplesPart(), allChange);
    }

    @Benchmark
    public Object allValuesChange() {
        return next(part, allChange);
    }

    @Benchmark
    public Object oneValueOfTenChanges() {
        return next(part, oneOfTenChanges);
    }
}
