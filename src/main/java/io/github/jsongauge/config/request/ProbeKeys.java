// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.request;

import io.github.jsongauge.config.shape.Form;
import io.github.jsongauge.config.shape.Form.Keys;
import io.github.jsongauge.config.shape.Form.MapOf;
import io.github.jsongauge.config.shape.Key;
import io.github.jsongauge.config.shape.Rule.Excludes;
import io.github.jsongauge.config.shape.Rule.When;
import io.github.jsongauge.config.shape.Shape;
import java.util.List;

/** What {@code probe} says on a module. */
public final class ProbeKeys {
    static final String PARAMETER_NAME = "[A-Za-z_][A-Za-z0-9_]*";

    /** What every query may have. */
    static final List<String> RESERVED = List.of("target", "module", "debug");

    static final Shape PARAMETER = new Shape(
            "parameter",
            "A parameter of the query of a probe, used as ${param.NAME}.",
            List.of(
                    new Key(
                            "default",
                            Form.TEXT,
                            "Its value when the query does not give one; empty when nothing is said."),
                    new Key("required", Form.TRUTH, "Whether every query must give it; false when nothing is said."),
                    new Key("pattern", Form.TEXT, "A regular expression (RE2) that the whole value must match.")),
            List.of(new When(
                    "required", List.of("true"), false, List.of(new Excludes("required", List.of("default"))))));

    static final Shape PROBE = new Shape(
            "probe",
            "Whom /probe may ask with this module, and with which parameters.",
            List.of(
                    new Key(
                            "allowed_targets",
                            Form.list(Form.TEXT),
                            "Hosts, host:port, CIDR ranges and URL prefixes that a probe may name; without it only the"
                                    + " targets of the configuration."),
                    new Key(
                            "params",
                            new MapOf(
                                    "^(?!(?:" + String.join("|", RESERVED) + ")$)" + PARAMETER_NAME + "$",
                                    new Keys(() -> PARAMETER)),
                            "Parameters that a query may have.")),
            List.of());

    /** The key of a module. */
    public static final Key KEY = new Key("probe", new Keys(() -> PROBE), PROBE.description());

    private ProbeKeys() {}
}
