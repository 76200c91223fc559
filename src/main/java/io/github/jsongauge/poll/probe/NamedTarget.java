// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll.probe;

import io.github.jsongauge.fetch.TargetUrl;

/**
 * A configured target, as a probe may name it.
 *
 * @param module how it is read, with its own labels and settings; its name is empty when the target uses no module
 */
public record NamedTarget(String name, TargetUrl url, Module module) {}
