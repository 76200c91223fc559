// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

/** Turns the text of paths into paths; one for each dialect. */
public interface PathCompiler {
    /**
     * Compiles a path.
     *
     * @throws PathSyntaxException with a message fit for its author
     */
    JsonPath compile(String text);
}
