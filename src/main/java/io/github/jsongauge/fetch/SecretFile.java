// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A secret that somebody else writes into a file, and renews. Safe for many threads. */
final class SecretFile {
    private static final Logger LOG = LoggerFactory.getLogger(SecretFile.class);
    private static final int LIMIT_BYTES = 64 << 10;

    private final Path path;
    private final Predicate<String> canBeSent;
    private volatile Version version;

    /**
     * What was read, and how the file looked before.
     *
     * @param identity of the file that the path led to; null where the file system has none
     * @param usable false when a later version could not be used, which was logged
     */
    private record Version(
            @Nullable Object identity, @Nullable FileTime modified, long size, String text, boolean usable) {
        boolean is(BasicFileAttributes attributes) {
            return attributes.size() == size
                    && attributes.lastModifiedTime().equals(modified)
                    && (identity == null || identity.equals(attributes.fileKey()));
        }
    }

    /**
     * Reads the file once.
     *
     * @param canBeSent what its text must be, besides a line without control characters
     * @throws IllegalArgumentException if it cannot be used now, with a message for the config's author
     */
    SecretFile(Path path, Predicate<String> canBeSent) {
        this.path = path;
        this.canBeSent = canBeSent;
        try {
            this.version = read(attributes());
        } catch (IOException failure) {
            throw new IllegalArgumentException(why(failure), failure);
        }
    }

    /** The text as the file has it now; the last one that could be used while it cannot. */
    String text() {
        Version last = version;
        try {
            BasicFileAttributes now = attributes();
            if (last.is(now)) {
                return last.text;
            }
            version = read(now);
        } catch (IOException | IllegalArgumentException unusable) {
            if (last.usable) {
                LOG.warn(
                        "the secret in {} is not renewed: {}",
                        path,
                        unusable instanceof IOException failure ? why(failure) : unusable.getMessage());
            }
            version = new Version(null, null, -1, last.text, false);
        }
        return version.text;
    }

    private BasicFileAttributes attributes() throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class);
    }

    private Version read(BasicFileAttributes before) throws IOException {
        byte[] bytes;
        try (var in = Files.newInputStream(path)) {
            bytes = in.readNBytes(LIMIT_BYTES + 1);
        }
        if (bytes.length > LIMIT_BYTES) {
            throw new IllegalArgumentException("must be a file of 64 KiB at most");
        }
        return new Version(before.fileKey(), before.lastModifiedTime(), before.size(), decoded(bytes), true);
    }

    private String decoded(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .strip();
        } catch (CharacterCodingException malformed) {
            throw new IllegalArgumentException("must be a file of UTF-8 text", malformed);
        }
        if (text.isEmpty()) {
            throw new IllegalArgumentException("must be a file with a text in it, this one is empty");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("must be a file of one line without control characters");
        }
        if (!canBeSent.test(text)) {
            throw new IllegalArgumentException("must be a file of printable ASCII characters");
        }
        return text;
    }

    private static String why(IOException failure) {
        return "must be a file that can be read: "
                + (failure instanceof NoSuchFileException
                        ? "there is none"
                        : failure instanceof AccessDeniedException ? "no permission" : failure.getMessage());
    }
}
