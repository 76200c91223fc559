// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the system says of a process. */
record ProcessStatus(long megabytes, long peakMegabytes, long threads, long descriptors) {
    static ProcessStatus of(Process process) throws IOException {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        String status = Files.readString(proc.resolve("status"));
        try (Stream<Path> descriptors = Files.list(proc.resolve("fd"))) {
            return new ProcessStatus(
                    number(status, "VmRSS:") >> 10,
                    number(status, "VmHWM:") >> 10,
                    number(status, "Threads:"),
                    descriptors.count());
        }
    }

    private static long number(String status, String name) {
        return status.lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
