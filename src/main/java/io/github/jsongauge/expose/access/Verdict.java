// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.access;

/** Whether a request may pass. */
public enum Verdict {
    /** It may. */
    PASSES,
    /** It has to show who it is, or has shown so in vain. */
    REFUSED,
    /** Its password has to be checked. */
    UNKNOWN,
    /** Too many passwords are being checked. */
    BUSY
}
