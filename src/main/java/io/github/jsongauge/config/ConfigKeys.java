// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import io.github.jsongauge.config.metrics.LabelKeys;
import io.github.jsongauge.config.shape.Form;
import io.github.jsongauge.config.shape.Form.AnyOf;
import io.github.jsongauge.config.shape.Form.Keys;
import io.github.jsongauge.config.shape.Form.ListOf;
import io.github.jsongauge.config.shape.Form.MapOf;
import io.github.jsongauge.config.shape.Key;
import io.github.jsongauge.config.shape.Shape;
import io.github.jsongauge.config.target.Defaults;
import io.github.jsongauge.config.target.LimitKeys;
import io.github.jsongauge.config.target.ModuleKeys;
import io.github.jsongauge.config.target.TargetFileKeys;
import io.github.jsongauge.config.target.TargetKeys;
import io.github.jsongauge.config.value.Forms;
import java.util.List;

/** What a file of a configuration may have. */
final class ConfigKeys {
    static final Shape GLOBAL = new Shape(
            "global",
            "What holds for targets that say nothing else.",
            Shape.keys(
                    List.of(
                            TargetKeys.INTERVAL,
                            new Key(
                                    "timeout",
                                    Forms.DURATION,
                                    "How long a whole reading may take; the smaller of 10s and the interval when nothing"
                                            + " is said."),
                            TargetKeys.STALE_AFTER,
                            new Key(
                                    "target_label",
                                    new AnyOf(List.of(LabelKeys.NAME_FORM, new Form.Text("^$"))),
                                    "The label that holds the name of the target; none when nothing is said."),
                            ModuleKeys.PATH_SYNTAX,
                            new Key(
                                    "max_concurrent_polls",
                                    Form.limit(Defaults.MOST_POLLS),
                                    "How many targets may be read at once, half of them such as time out; 1000 when"
                                            + " nothing is said."),
                            new Key(
                                    "time_zone",
                                    Form.TEXT,
                                    "Where moments without an offset are meant, such as Europe/Berlin; they are refused when"
                                            + " nothing is said.")),
                    LimitKeys.KEYS),
            List.of());

    static final Shape CONFIG = new Shape(
            "config",
            "The configuration of jsongauge.",
            List.of(
                    new Key("global", new Keys(() -> GLOBAL), GLOBAL.description()),
                    new Key("modules", new MapOf("", new Keys(() -> ModuleKeys.MODULE)), "Modules by name."),
                    new Key("targets", new ListOf(new Keys(() -> TargetKeys.TARGET), 0), "The endpoints to read."),
                    new Key(
                            "target_files",
                            new ListOf(new Keys(() -> TargetFileKeys.RULE), 0),
                            "Files that hold targets; global.target_label must be set.")),
            List.of());

    private ConfigKeys() {}
}
