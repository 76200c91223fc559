// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.target;

import io.github.jsongauge.config.family.FamilyUse;
import io.github.jsongauge.config.problem.Place;
import java.util.List;
import java.util.Map;

/**
 * The targets of one file.
 *
 * @param names where each of them has its name
 * @param uses what they give
 */
public record FileTargets(Map<String, Place> names, List<BoundTarget> targets, List<FamilyUse> uses) {
    public static final FileTargets NONE = new FileTargets(Map.of(), List.of(), List.of());
}
