// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Lets in who may ask: TLS, passwords, and how often.
 *
 * <p>In: the file of {@code --web.config.file}, read again when it changes. Out: how a listener is to be secured, and for each
 * request whether it may pass. The bcrypt library stays inside.
 */
@NullMarked
package io.github.jsongauge.expose.access;

import org.jspecify.annotations.NullMarked;
