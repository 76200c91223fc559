// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

import java.util.function.Predicate;

/**
 * One query on its way through a document.
 *
 * @param root where {@code $} is
 * @param found takes each node at the end of the query and says whether to go on
 */
record Evaluation(Match root, Work work, Predicate<Match> found) {}
