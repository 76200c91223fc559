// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The dialect of json-path, for those who bring its expressions.
 *
 * <p>In: the text of a path as json-path understands it. Out: a {@link io.github.jsongauge.json.path.JsonPath} over our
 * documents. json-path stays inside: it never parses a document, and what is known to be wrong or dangerous in it is
 * refused, bounded or documented. Nothing is loaded before {@link io.github.jsongauge.json.jayway.Jayway} is used.
 */
@NullMarked
package io.github.jsongauge.json.jayway;

import org.jspecify.annotations.NullMarked;
