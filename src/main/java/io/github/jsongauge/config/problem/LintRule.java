// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What {@code check} advises against, though it works. */
public enum LintRule {
    /** A metric in another unit than Prometheus' base units. */
    BASE_UNIT,
    /** A name with capitals in the middle. */
    CAMEL_CASE,
    /** A name that says the type. */
    TYPE_IN_NAME,
    /** A name that ends like that of another type. */
    TYPE_SUFFIX,
    /** A label that Prometheus or its scrape configuration sets. */
    LABEL_NAME,
    /** A count of what another metric reads as one value. */
    COUNT_OF_SCALAR;

    /** How messages and comments call it: {@code base-unit}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(LintRule::id).toList();
    }
}
