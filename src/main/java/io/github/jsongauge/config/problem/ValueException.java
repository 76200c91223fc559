// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.problem;

/** A text of the configuration that is not what it should be. */
public final class ValueException extends Exception {
    private static final long serialVersionUID = 1;

    private final String hint;

    /**
     * A message that follows the name of its key, without the text itself.
     *
     * @param message like {@code must be a duration such as 5s}
     * @param hint what would be right; may be empty
     */
    public ValueException(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    public String hint() {
        return hint;
    }
}
