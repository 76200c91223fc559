// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.jsongauge.metric.Sample;
import io.github.jsongauge.poll.Time;
import java.util.List;

/** Samples as Prometheus would read them, without anything about this process. */
public final class SampleText {
    private SampleText() {}

    /** Writes the samples in the text format 0.0.4, families sorted by name and series by labels. */
    public static String of(List<Sample> samples) {
        return of(samples, Format.TEXT);
    }

    static String of(List<Sample> samples, Format format) {
        Refused refused = new Refused();
        Families families = new Families(refused);
        families.addAll(samples);
        String text = new String(families.text(format), UTF_8) + new String(format.end(), UTF_8);
        new RefusedLog(Time.SYSTEM).log(refused);
        return text;
    }
}
