// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

/** How a target is asked. */
public enum Method {
    GET,
    POST
}
