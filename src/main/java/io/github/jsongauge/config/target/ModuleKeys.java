// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.target;

import io.github.jsongauge.config.metrics.GroupKeys;
import io.github.jsongauge.config.metrics.PathSyntax;
import io.github.jsongauge.config.request.ProbeKeys;
import io.github.jsongauge.config.request.RequestKeys;
import io.github.jsongauge.config.shape.Key;
import io.github.jsongauge.config.shape.Rule;
import io.github.jsongauge.config.shape.Shape;
import io.github.jsongauge.config.value.Forms;
import java.util.ArrayList;
import java.util.List;

/** What a module may have. */
public final class ModuleKeys {
    static final Key TIMEOUT = new Key(
            "timeout",
            Forms.DURATION,
            "How long a whole reading may take; the smaller of 10s and the interval when nothing is said.");

    /** The dialect of paths. */
    public static final Key PATH_SYNTAX = new Key(
            "path_syntax",
            Forms.words(PathSyntax.values()),
            "The dialect of the paths: rfc9535, or jayway for that of json-path; rfc9535 when nothing is said.");

    /** A module. */
    public static final Shape MODULE = new Shape(
            "module",
            "A way to read a kind of endpoint, used by targets and by probes.",
            Shape.keys(
                    List.of(TIMEOUT, PATH_SYNTAX, ProbeKeys.KEY),
                    RequestKeys.KEYS,
                    LimitKeys.KEYS,
                    GroupKeys.OF_MODULES),
            rules());

    private ModuleKeys() {}

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(RequestKeys.RULES);
        rules.add(Rule.needs("metrics"));
        return rules;
    }
}
