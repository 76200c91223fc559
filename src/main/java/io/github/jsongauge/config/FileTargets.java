// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import java.util.List;
import java.util.Map;

/**
 * The targets of one file.
 *
 * @param names where each of them has its name
 * @param uses what they give
 */
record FileTargets(Map<String, Place> names, List<BoundTarget> targets, List<FamilyUse> uses) {
    static final FileTargets NONE = new FileTargets(Map.of(), List.of(), List.of());
}
