// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll.probe;

import io.github.jsongauge.json.Regex;
import org.jspecify.annotations.Nullable;

/**
 * A parameter that a module's probes may have.
 *
 * @param otherwise its value when the query has none
 * @param required whether the query must have one
 * @param pattern which the whole value must match; null = any value
 */
public record Parameter(
        String name,
        String otherwise,
        boolean required,
        @Nullable Regex pattern) {
    private static final int MAX_LENGTH = 4096;

    /** Why a value cannot be used; null when it can. */
    @Nullable
    String problem(String value) {
        if (value.length() > MAX_LENGTH) {
            return "is longer than " + MAX_LENGTH + " characters";
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            return "has control characters";
        }
        return pattern == null || pattern.matches(value) ? null : "does not match the pattern that the module declares";
    }
}
