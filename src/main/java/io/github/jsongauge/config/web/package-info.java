// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Reads who may ask us, and how: the file of {@code --web.config.file}.
 *
 * <p>In: a file as the exporters of Prometheus have it, and the certificates and keys that it names. Out: a {@link
 * io.github.jsongauge.config.web.WebConfig} with these read, or all that is wrong, each at its place.
 */
@NullMarked
package io.github.jsongauge.config.web;

import org.jspecify.annotations.NullMarked;
