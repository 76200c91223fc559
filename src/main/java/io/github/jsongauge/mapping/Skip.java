// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

/**
 * Samples of one mapping that a document could not give, all for the same reason.
 *
 * @param metric the family's name
 * @param count how many, at least one
 * @param example where and why the first one was skipped: a sentence for an operator, target text escaped and cut
 */
public record Skip(String metric, SkipReason reason, long count, String example) {}
