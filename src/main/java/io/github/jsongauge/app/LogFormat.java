// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.app;

import java.util.logging.Formatter;

/** How a log line is written. */
public enum LogFormat {
    /** {@code ts=… level=… logger=… msg="…"}. */
    LOGFMT {
        @Override
        Formatter formatter() {
            return new LogfmtFormatter();
        }
    },
    /** <code>{"ts":"…","level":"…","logger":"…","msg":"…"}</code>. */
    JSON {
        @Override
        Formatter formatter() {
            return new JsonFormatter();
        }
    };

    abstract Formatter formatter();
}
