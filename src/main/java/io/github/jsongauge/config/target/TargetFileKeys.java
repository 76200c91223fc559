// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.target;

import io.github.jsongauge.config.metrics.LabelKeys;
import io.github.jsongauge.config.shape.Form;
import io.github.jsongauge.config.shape.Form.ListOf;
import io.github.jsongauge.config.shape.Key;
import io.github.jsongauge.config.shape.Rule;
import io.github.jsongauge.config.shape.Shape;
import java.util.List;

/** Targets that stand in files of their own, and what these files may have. */
public final class TargetFileKeys {
    /** Files of targets. */
    public static final Shape RULE = new Shape(
            "target_file",
            "Files of targets, and how these are read.",
            List.of(
                    new Key(
                            "files",
                            new ListOf(Form.TEXT, 0),
                            "Files as Prometheus' file_sd has them, in YAML or JSON, read again when they change; the"
                                    + " last part of a path may have *, ? and [a-z]."),
                    new Key("module", Form.TEXT, "The module that reads their targets."),
                    TargetKeys.INTERVAL),
            List.of(Rule.needs("files"), Rule.needs("module")));

    static final Shape FILE_SD = new Shape(
            "file_sd",
            "Some targets that share labels.",
            List.of(
                    new Key("targets", new ListOf(Form.TEXT, 0), "The URLs of the targets."),
                    new Key("labels", LabelKeys.TEXTS.form(), "Labels of all their series.")),
            List.of());

    private TargetFileKeys() {}
}
