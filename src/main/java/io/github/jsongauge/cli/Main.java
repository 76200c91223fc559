// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

/** The command line's door. */
final class Main {
    private Main() {}

    public static void main(String[] args) {}
}
