// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.value;

import io.github.jsongauge.config.problem.Place;
import org.jspecify.annotations.Nullable;

/**
 * A value and who set it.
 *
 * @param place in a file; null when it was not set in one
 * @param origin who set it, to go on after "the interval": {@code at config.yml:2:13}
 */
public record Setting<T>(T value, @Nullable Place place, String origin) {
    public static <T> Setting<T> at(T value, Place place) {
        return new Setting<>(value, place, "at " + place);
    }
}
