// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import io.github.jsongauge.fetch.Request;
import io.github.jsongauge.mapping.Group;

/**
 * One JSON endpoint, how to ask it and what to make of the answer. Equal targets behave the same.
 *
 * @param name unique in a configuration
 * @param mapping what its documents become; the target's own labels are part of it
 */
public record Target(String name, Request request, Group mapping, Trigger trigger, Limits limits) {
    public Target {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("must not be empty");
        }
    }
}
