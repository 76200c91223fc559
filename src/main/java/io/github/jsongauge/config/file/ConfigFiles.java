// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.file;

import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.problem.ValueException;
import io.github.jsongauge.config.problem.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds and reads the files of a configuration. */
public final class ConfigFiles {
    private static final Pattern GLOB = Pattern.compile("[*?\\[]");
    private static final int SIZE_LIMIT = 1 << 20;

    private final Problems problems;

    public ConfigFiles(Problems problems) {
        this.problems = problems;
    }

    /**
     * The files at some paths, a directory standing for its files, and a name with {@code *}, {@code ?} or {@code [a-z]} for
     * those that it fits; those that cannot be read are reported.
     */
    public List<YamlFile> read(List<Path> filesOrDirectories) {
        List<YamlFile> files = new ArrayList<>();
        for (Path path : filesOrDirectories) {
            for (Path file : files(path)) {
                YamlFile text = read(file);
                if (text != null) {
                    files.add(text);
                }
            }
        }
        return files;
    }

    private List<Path> files(Path path) {
        if (Files.isDirectory(path)) {
            return filesOf(path);
        }
        return Files.notExists(path) && GLOB.matcher(path.toString()).find() ? matching(path) : List.of(path);
    }

    private List<Path> matching(Path glob) {
        try {
            List<Path> files = FilePattern.parse(glob).files().stream()
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList();
            if (files.isEmpty()) {
                problems.error(glob.toString(), "no file fits this");
            }
            return files;
        } catch (ValueException bad) {
            problems.error(glob.toString(), bad.getMessage() + (bad.hint().isEmpty() ? "" : ", " + bad.hint()));
            return List.of();
        } catch (IOException failure) {
            report(glob, failure);
            return List.of();
        }
    }

    /** Hidden files and what Kubernetes keeps beside them ({@code ..data}) are not files of the configuration. */
    private List<Path> filesOf(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            List<Path> files = entries.filter(
                            file -> isConfiguration(file.getFileName().toString()))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                problems.error(directory.toString(), "the directory has no *.yml or *.yaml files");
            }
            return files;
        } catch (IOException failure) {
            report(directory, failure);
            return List.of();
        }
    }

    private static boolean isConfiguration(String name) {
        return !name.startsWith(".") && (name.endsWith(".yml") || name.endsWith(".yaml"));
    }

    /** One file; null when it cannot be read, which is reported. */
    @Nullable
    public YamlFile read(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(SIZE_LIMIT + 1);
            if (bytes.length > SIZE_LIMIT) {
                problems.error(path.toString(), "the file is larger than 1 MiB; split it");
                return null;
            }
            return decode(path.toString(), bytes);
        } catch (IOException failure) {
            report(path, failure);
            return null;
        }
    }

    private @Nullable YamlFile decode(String name, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            int characters = Character.codePointCount(text, 0, text.length());
            YamlFile file = new YamlFile(name, new String(bytes, StandardCharsets.UTF_8));
            problems.error(file.place(characters), "this is not UTF-8 text", "save the file as UTF-8");
            return null;
        }
        boolean hasMark = text.length() > 0 && text.charAt(0) == '\uFEFF';
        return new YamlFile(name, text.toString().substring(hasMark ? 1 : 0));
    }

    private void report(Path path, IOException failure) {
        problems.error(path.toString(), why(failure));
    }

    /** What a failure to read a file says to its author. */
    public static String why(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such file";
        }
        return failure instanceof AccessDeniedException
                ? "no permission to read it"
                : "cannot be read: " + failure.getMessage();
    }
}
