// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A text that is shown to nobody; equal to another of the same text, or of the same file. */
public final class Secret {
    private final String text;
    private final @Nullable SecretFile file;

    public Secret(String text) {
        this(text, null);
    }

    private Secret(String text, @Nullable SecretFile file) {
        this.text = text;
        this.file = file;
    }

    /**
     * The text in a file, without blanks and line breaks around it; read anew when the file has changed.
     *
     * @throws IllegalArgumentException if there is none that can be used now, with a message for the config's author
     */
    public static Secret in(Path file) {
        return new Secret(file.toString(), new SecretFile(file, text -> true));
    }

    /** As {@link #in}, of what can stand in a header as it is. */
    public static Secret tokenIn(Path file) {
        return new Secret(file.toString(), new SecretFile(file, Header::isValue));
    }

    /** The text itself, for where it is sent. */
    String reveal() {
        return file == null ? text : file.text();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret that && text.equals(that.text) && (file == null) == (that.file == null);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "<secret>";
    }
}
