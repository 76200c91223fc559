// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.config.Config;
import io.github.jsongauge.config.ConfigLoader;
import io.github.jsongauge.expose.text.SampleText;
import io.github.jsongauge.json.JsonReader;
import io.github.jsongauge.mapping.Group;
import io.github.jsongauge.mapping.Mapped;
import io.github.jsongauge.mapping.Mapper;
import io.github.jsongauge.mapping.MappingStream;
import io.github.jsongauge.mapping.Skip;
import io.github.jsongauge.metric.Sample;
import io.github.jsongauge.poll.Limits;
import io.github.jsongauge.poll.Target;
import io.github.jsongauge.poll.probe.Module;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * What a configuration makes of a document, without a network: all its targets answer with the same one, or all probes
 * of its modules when there is no target.
 *
 * @param metrics in the text format 0.0.4
 * @param skips a line each
 */
public record MappedDocument(List<Sample> samples, String metrics, String skips) {
    /** Maps the document of a file by the configuration of another. */
    public static MappedDocument of(Path config, Path document) throws Exception {
        return of(ConfigLoader.load(List.of(config), Map.of()), Files.readAllBytes(document));
    }

    static MappedDocument of(Config config, byte[] document) throws Exception {
        MappedDocument all = new MappedDocument(List.of(), "", "");
        for (Target target : config.targets()) {
            all = all.and(target.mapping(), target.limits(), document);
        }
        if (config.targets().isEmpty()) {
            for (Module module : config.modules()) {
                all = all.and(
                        module.mapping().with(Objects.requireNonNull(module.defaults())), module.limits(), document);
            }
        }
        return all;
    }

    private MappedDocument and(Group mapping, Limits limits, byte[] document) throws Exception {
        Mapper mapper = new Mapper(mapping, limits.mapping());
        Mapped mapped = mapper.map(JsonReader.read(document, limits.json()));
        assertThat(mapper.map(JsonReader.read(document, limits.json(), bytes -> true, mapper.projection())))
                .as("of what is mapped alone")
                .isEqualTo(mapped);
        MappingStream stream = mapper.stream(() -> false, bytes -> true);
        assertThat(stream.finish(JsonReader.read(
                        Trickle.of(document, new Random(document.length)),
                        limits.json(),
                        bytes -> true,
                        mapper.streamProjection(),
                        stream)))
                .as("while the document comes")
                .isEqualTo(mapped);
        List<Sample> allSamples = new ArrayList<>(samples);
        allSamples.addAll(mapped.samples());
        StringBuilder allSkips = new StringBuilder(skips);
        for (Skip skip : mapped.skips()) {
            allSkips.append(String.format(
                    "%s %s %d: %s%n", skip.metric(), skip.reason().label(), skip.count(), skip.example()));
        }
        return new MappedDocument(allSamples, SampleText.of(allSamples), allSkips.toString());
    }
}
