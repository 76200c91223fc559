// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds files that Kubernetes mounts by themselves: what changes in their ConfigMap never reaches the container. */
final class SubPaths {
    private static final Logger LOG = LoggerFactory.getLogger(SubPaths.class);
    private static final Path MOUNTS = Path.of("/proc/self/mountinfo");
    private static final int MOUNT_POINT = 4;
    private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");

    private SubPaths() {}

    /** Says so of each, if this runs in Kubernetes. */
    static void tell(List<Path> files, boolean inKubernetes) {
        if (!inKubernetes) {
            return;
        }
        try {
            among(files, Files.readString(MOUNTS, StandardCharsets.UTF_8))
                    .forEach(file -> LOG.info(
                            "{} looks like a subPath mount: Kubernetes will not update it; mount the directory instead",
                            file));
        } catch (IOException unknown) {
            LOG.debug("nobody knows what is mounted here", unknown);
        }
    }

    /**
     * Those files that are mount points.
     *
     * @param mountInfo see <a href="https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html">proc_pid_mountinfo(5)</a>
     */
    static List<Path> among(List<Path> files, String mountInfo) {
        Set<String> mountPoints = mountInfo
                .lines()
                .map(line -> line.split(" "))
                .filter(fields -> fields.length > MOUNT_POINT)
                .map(fields -> unescaped(fields[MOUNT_POINT]))
                .collect(Collectors.toSet());
        return files.stream()
                .filter(file ->
                        mountPoints.contains(file.toAbsolutePath().normalize().toString()))
                .filter(file -> !Files.isDirectory(file))
                .toList();
    }

    /** Blanks and the like are written as octal numbers. */
    private static String unescaped(String field) {
        return OCTAL.matcher(field).replaceAll(octal -> String.valueOf((char) Integer.parseInt(octal.group(1), 8)));
    }
}
