// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.metrics;

import io.github.jsongauge.config.shape.Form;
import io.github.jsongauge.config.shape.Form.AnyOf;
import io.github.jsongauge.config.shape.Form.Keys;
import io.github.jsongauge.config.shape.Form.ListOf;
import io.github.jsongauge.config.shape.Form.MapOf;
import io.github.jsongauge.config.shape.Key;
import io.github.jsongauge.config.shape.Rule.Excludes;
import io.github.jsongauge.config.shape.Rule.Needs;
import io.github.jsongauge.config.shape.Shape;
import java.util.List;

/** Labels, and where their values come from. */
public final class LabelKeys {
    private static final String NAME = "^(?!__)[a-zA-Z_][a-zA-Z0-9_]*$";

    /** What says where a value is, or what happens to it. */
    static final List<String> NOT_BESIDE_CONST =
            List.of("path", "extract", "map", "map_default", "missing", "default", "required");

    static final Shape LONG_FORM = new Shape(
            "label",
            "The value of a label, with what happens to it.",
            List.of(
                    new Key("const", Form.TEXT, "This text, also where it looks like a path."),
                    new Key("path", Form.PATH, "Where the value is; $key is the key of the item, $path its path."),
                    new Key("extract", Form.TEXT, "A regular expression (RE2); its first group is the value."),
                    new Key("map", new MapOf("", Form.TEXT), "Texts, and the values that stand for them."),
                    new Key("map_default", Form.TEXT, "The value for texts that are not in map."),
                    new Key("missing", new ListOf(Form.TEXT, 0), "Texts that count as missing."),
                    new Key("default", source(), "The value, or where it is, when there is none at path."),
                    new Key(
                            "required",
                            Form.TRUTH,
                            "Whether the series is refused when the value is empty; false when nothing is said.")),
            List.of(new Needs(List.of("const", "path")), new Excludes("const", NOT_BESIDE_CONST)));

    /** The labels of modules, groups and mappings. */
    static final Key LABELS = new Key(
            "labels",
            new MapOf(NAME, source()),
            "Labels by name: a path such as $.cluster.name or .id, $key, a text with paths such as \"planet-{.name}\","
                    + " or any other text.");

    /** The labels of a target. */
    public static final Key TEXTS =
            new Key("labels", new MapOf(NAME, Form.TEXT), "Fixed texts on every series of the target.");

    /** The name of a label. */
    public static final Form NAME_FORM = new Form.Text(NAME);

    private LabelKeys() {}

    /** Where the value of a label comes from. */
    static Form source() {
        return new AnyOf(List.of(Form.TEXT, new Keys(() -> LONG_FORM)));
    }
}
