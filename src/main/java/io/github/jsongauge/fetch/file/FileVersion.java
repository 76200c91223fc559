// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * How a file looks from outside. Who replaces or writes it changes that, unless within the file system's resolution of times
 * the new text is as long as the old one.
 *
 * @param identity of the file that the path leads to; null where the file system has none
 */
public record FileVersion(@Nullable Object identity, FileTime modified, long size) {
    /** As it is now. */
    public static FileVersion of(Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileVersion(now.fileKey(), now.lastModifiedTime(), now.size());
    }

    /** Why a file cannot be read, to go on after "must be a file that can be read". */
    public static String why(IOException failure) {
        return failure instanceof NoSuchFileException
                ? "there is none"
                : failure instanceof AccessDeniedException ? "no permission" : String.valueOf(failure.getMessage());
    }
}
