// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll.trial;

import io.github.jsongauge.mapping.Group;
import io.github.jsongauge.poll.Limits;
import io.github.jsongauge.poll.Target;

/**
 * What is tried: a configured target, or what a module makes of a document.
 *
 * @param name of the target or module
 * @param mapping with the values of its parameters
 */
public record Subject(boolean isModule, String name, Group mapping, Limits limits) {
    public static Subject of(Target target) {
        return ofTarget(target.name(), target.mapping(), target.limits());
    }

    public static Subject ofTarget(String name, Group mapping, Limits limits) {
        return new Subject(false, name, mapping, limits);
    }

    public static Subject ofModule(String name, Group mapping, Limits limits) {
        return new Subject(true, name, mapping, limits);
    }

    /** For a sentence. */
    @Override
    public String toString() {
        return (isModule ? "module " : "target ") + name;
    }
}
