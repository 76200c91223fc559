// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.infer;

import io.github.jsongauge.config.Config;
import io.github.jsongauge.config.ConfigException;
import io.github.jsongauge.config.ConfigLoader;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.mapping.Group;
import io.github.jsongauge.mapping.Mapped;
import io.github.jsongauge.mapping.Mapper;
import io.github.jsongauge.mapping.MappingException;
import io.github.jsongauge.mapping.MappingLimits;
import io.github.jsongauge.metric.Sample;

/**
 * A draft that was tried on the document it is for.
 *
 * @param yaml the configuration, for people
 * @param config the same, for use
 * @param mapped what it makes of the last document
 */
public record Proposal(Draft draft, String yaml, Config config, Mapped mapped) {
    /**
     * Proposes a configuration.
     *
     * @param prefix of all names; empty = one from the document or the endpoint
     * @param origin what it is made from, for people
     */
    public static Proposal of(Samples samples, Endpoint endpoint, String prefix, String origin) {
        Draft draft = Inference.of(samples, endpoint, prefix);
        String yaml = DraftYaml.of(draft, endpoint, origin);
        try {
            Config config = ConfigLoader.load("the proposal", yaml, endpoint.secrets());
            Mapped mapped = mapped(config, samples.last());
            return new Proposal(draft, yaml + DraftYaml.notes(draft, series(mapped)), config, mapped);
        } catch (ConfigException | MappingException bug) {
            throw new IllegalStateException("a proposal that cannot be used:\n" + bug.getMessage(), bug);
        }
    }

    /** Whether a text can be what all names begin with, as it is. */
    public static boolean isPrefix(String text) {
        return !text.isEmpty() && Names.prefix(text).equals(text);
    }

    private static int series(Mapped mapped) {
        return mapped.samples().stream().mapToInt(Sample::series).sum();
    }

    private static Mapped mapped(Config config, JsonValue document) throws MappingException {
        MappingLimits limits = config.targets().get(0).limits().mapping();
        return new Mapper(config.targets().get(0).mapping(), limits).map(document);
    }

    /** How much it is, for a sentence. */
    public String summary() {
        return mappings() + (mappings() == 1 ? " mapping, " : " mappings, ") + series() + " series";
    }

    /** How many series come of the last document. */
    int series() {
        return series(mapped);
    }

    /** How many mappings it has. */
    private long mappings() {
        return mappings(config.targets().get(0).mapping());
    }

    private static long mappings(Group group) {
        return group.mappings().size()
                + group.groups().stream().mapToLong(Proposal::mappings).sum();
    }
}
