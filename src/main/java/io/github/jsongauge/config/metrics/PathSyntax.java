// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.metrics;

import io.github.jsongauge.json.jayway.Jayway;
import io.github.jsongauge.json.path.PathCompiler;
import io.github.jsongauge.json.path.Rfc9535;
import java.util.Locale;

/** The dialects of JSONPath, by the names that {@code path_syntax} gives them. */
public enum PathSyntax {
    /** RFC 9535, with our additions. */
    RFC9535 {
        @Override
        public PathCompiler compiler() {
            return Rfc9535.EXTENDED;
        }
    },
    /** That of com.jayway.jsonpath, which is loaded by the first use of this. */
    JAYWAY {
        @Override
        public PathCompiler compiler() {
            return new Jayway();
        }
    };

    /** What turns the texts of paths into paths. */
    public abstract PathCompiler compiler();

    /** As it is written: lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
