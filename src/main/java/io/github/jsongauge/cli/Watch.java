// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Does something again whenever a file changes or its time has come, until the thread is interrupted or Ctrl-C. */
final class Watch {
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** After a round that failed as a whole: what it needs may come back without a change of a file. */
    private static final Duration RETRY = Duration.ofSeconds(5);

    private static final String CLEAR = "\u001b[H\u001b[2J\u001b[3J";

    private final List<Path> configFiles;
    private final @Nullable Path document;
    private final CommandLine command;
    private final boolean terminal;

    /**
     * Watches some files.
     *
     * @param configFiles files, and directories of them
     * @param terminal whether the screen is cleared before each round
     */
    Watch(List<Path> configFiles, @Nullable Path document, CommandLine command, boolean terminal) {
        this.configFiles = configFiles;
        this.document = document;
        this.command = command;
        this.terminal = terminal;
    }

    /** @param round gives after which time to do it again even if no file changes; null = never */
    void run(Supplier<@Nullable Duration> round) {
        Thread ending = new Thread(() -> Runtime.getRuntime().halt(0), "ctrl-c");
        Runtime.getRuntime().addShutdownHook(ending);
        try {
            while (true) {
                String contents = contents();
                long began = System.nanoTime();
                awaitChange(contents, began, draw(round));
            }
        } catch (InterruptedException ended) {
            Runtime.getRuntime().removeShutdownHook(ending);
        }
    }

    /** A configuration that is broken while it is edited is shown as such, and watched on. */
    private @Nullable Duration draw(Supplier<@Nullable Duration> round) {
        command.getOut().print(terminal ? CLEAR : "");
        command.getOut().flush();
        try {
            return round.get();
        } catch (FailureException failure) {
            command.getErr().println(failure.getMessage());
            return RETRY;
        } finally {
            command.getOut().println();
        }
    }

    private void awaitChange(String contents, long began, @Nullable Duration again) throws InterruptedException {
        do {
            Thread.sleep(LOOK.toMillis());
        } while (contents().equals(contents) && (again == null || System.nanoTime() - began < again.toNanos()));
    }

    /** A hash of all files, whose times may stay the same when they are replaced. */
    private String contents() {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            for (Path path : configFiles) {
                for (Path file : Files.isDirectory(path) ? filesOf(path) : List.of(path)) {
                    hash.update(file.toString().getBytes(UTF_8));
                    hash.update(bytes(file));
                }
            }
            hash.update(document == null ? new byte[0] : bytes(document));
            return HexFormat.of().formatHex(hash.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static List<Path> filesOf(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** None when it cannot be read, be it only for the moment in which it is replaced. */
    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            return new byte[0];
        }
    }
}
