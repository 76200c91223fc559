// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.metrics;

import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.value.Numbers;
import io.github.jsongauge.config.value.Words;
import io.github.jsongauge.config.yaml.Block;
import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.mapping.Fold;
import io.github.jsongauge.mapping.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads where the value of a mapping comes from. */
final class Sources {
    private final Paths paths;
    private final Problems problems;

    Sources(Paths paths, Problems problems) {
        this.paths = paths;
        this.problems = problems;
    }

    /** The one source of a number; null when there is none that can be used, which is reported. */
    @Nullable
    Source number(Block block, boolean onlyGrows) {
        List<String> keys = MappingKeys.SOURCES.stream().filter(block::has).toList();
        if (keys.isEmpty()) {
            if (!block.hasMisspelt(MappingKeys.SOURCES) && !block.has("histogram")) {
                block.require(
                        "path",
                        "write one, or one of "
                                + String.join(", ", MappingKeys.SOURCES.subList(1, MappingKeys.SOURCES.size())));
            }
            return null;
        }
        String key = keys.get(0);
        for (String other : keys.subList(1, keys.size())) {
            problems.error(
                    block.keyPlace(other),
                    "\"" + other + "\" and \"" + key + "\" exclude each other",
                    "keep one of them");
        }
        return switch (key) {
            case "value" -> constant(block, onlyGrows);
            case "path" -> at(block);
            case "count" -> count(block);
            default -> aggregate(block, key);
        };
    }

    /** The path where one value is; null when there is none, which is reported. */
    @Nullable
    JsonPath one(Block block) {
        boolean elsewhere = !block.has("path") && MappingKeys.SOURCES.stream().anyMatch(block::has);
        Text text = !elsewhere && block.require("path", "write path: $.name") ? block.text("path") : null;
        JsonPath path = text == null ? null : paths.path(text);
        if (text != null && path != null) {
            paths.warnIfSeveral(text, path, "read it in an \"each\", or take the sum, min, max, avg or count");
        }
        return path;
    }

    private @Nullable Source at(Block block) {
        JsonPath path = one(block);
        return path == null ? null : new Source.At(path);
    }

    private @Nullable Source constant(Block block, boolean onlyGrows) {
        checkUseless(block, "value", MappingKeys.CONVERSIONS);
        Double value = block.value("value", onlyGrows ? Numbers::notNegative : Numbers::number);
        return value == null ? null : new Source.Constant(value);
    }

    private @Nullable Source count(Block block) {
        checkUseless(block, "count", MappingKeys.CONVERSIONS_OF_TEXTS);
        JsonPath path = path(block, "count");
        return path == null ? null : new Source.Count(path);
    }

    private @Nullable Source aggregate(Block block, String key) {
        JsonPath path = path(block, key);
        for (Fold fold : Fold.values()) {
            if (path != null && Words.word(fold).equals(key)) {
                return new Source.Aggregate(fold, path);
            }
        }
        return null;
    }

    private @Nullable JsonPath path(Block block, String key) {
        Text text = block.text(key);
        return text == null ? null : paths.path(text);
    }

    private void checkUseless(Block block, String source, List<String> keys) {
        for (String key : keys) {
            if (block.has(key)) {
                problems.error(
                        block.keyPlace(key), "\"" + key + "\" has no effect beside \"" + source + "\"", "remove it");
            }
        }
    }
}
