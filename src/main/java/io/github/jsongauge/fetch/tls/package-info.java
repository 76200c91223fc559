// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What TLS needs: certificates, keys, and how much is asked of the other side.
 *
 * <p>In: PEM files and settings. Out: sockets that speak TLS, renewed when the files change. Nothing here is loaded by who
 * never needs TLS, but for {@link io.github.jsongauge.fetch.tls.TlsSettings the settings} themselves.
 */
@NullMarked
package io.github.jsongauge.fetch.tls;

import org.jspecify.annotations.NullMarked;
