// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.app;

import java.util.logging.Level;

/** Levels of log lines, by the names that Prometheus' programs use. */
public enum LogLevel {
    DEBUG,
    INFO,
    WARN,
    ERROR;

    Level julLevel() {
        return switch (this) {
            case DEBUG -> Level.FINE;
            case INFO -> Level.INFO;
            case WARN -> Level.WARNING;
            case ERROR -> Level.SEVERE;
        };
    }
}
