// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import io.github.jsongauge.config.Config;
import io.github.jsongauge.config.ConfigLoader;
import io.github.jsongauge.expose.SampleText;
import io.github.jsongauge.json.JsonReader;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.mapping.Mapped;
import io.github.jsongauge.mapping.Mapper;
import io.github.jsongauge.mapping.Skip;
import io.github.jsongauge.metric.Sample;
import io.github.jsongauge.poll.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a configuration makes of a document, without a network: all its targets answer with the same one.
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
        List<Sample> samples = new ArrayList<>();
        StringBuilder skips = new StringBuilder();
        for (Target target : config.targets()) {
            JsonValue parsed = JsonReader.read(document, target.limits().json());
            Mapped mapped = new Mapper(target.mapping(), target.limits().mapping()).map(parsed);
            samples.addAll(mapped.samples());
            for (Skip skip : mapped.skips()) {
                skips.append(String.format(
                        "%s %s %d: %s%n", skip.metric(), skip.reason().label(), skip.count(), skip.example()));
            }
        }
        return new MappedDocument(samples, SampleText.of(samples), skips.toString());
    }
}
