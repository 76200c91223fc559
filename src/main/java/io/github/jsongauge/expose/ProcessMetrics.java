// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.MetricType;
import io.github.jsongauge.metric.Sample;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the operating system knows of this process: the families {@code process_*}, as the client library names them. Its own
 * reader asks by reflection that fails first, and reads the same file twice, on each scrape.
 */
final class ProcessMetrics {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int KIB = 1024;

    private static final Family CPU = new Family(
            "process_cpu_seconds_total", MetricType.COUNTER, "Total user and system CPU time spent in seconds.");
    private static final Family START =
            gauge("process_start_time_seconds", "Start time of the process since unix epoch in seconds.");
    private static final Family OPEN_FILES = gauge("process_open_fds", "Number of open file descriptors.");
    private static final Family MAX_FILES = gauge("process_max_fds", "Maximum number of open file descriptors.");
    private static final Family VIRTUAL = gauge("process_virtual_memory_bytes", "Virtual memory size in bytes.");
    private static final Family RESIDENT = gauge("process_resident_memory_bytes", "Resident memory size in bytes.");

    private ProcessMetrics() {}

    /** What is known here: all of it on Linux. */
    static List<Sample> read() {
        List<Sample> samples = new ArrayList<>();
        add(START, ManagementFactory.getRuntimeMXBean().getStartTime() / 1e3, samples);
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
            add(CPU, system.getProcessCpuTime() / 1e9, samples);
            add(OPEN_FILES, (double) system.getOpenFileDescriptorCount(), samples);
            add(MAX_FILES, (double) system.getMaxFileDescriptorCount(), samples);
        }
        if (Files.isReadable(STATUS)) {
            addMemory(samples);
        }
        return samples;
    }

    private static void addMemory(List<Sample> out) {
        String status;
        try {
            status = Files.readString(STATUS, ISO_8859_1);
        } catch (IOException unknown) {
            return;
        }
        addSize(VIRTUAL, "\nVmSize:", status, out);
        addSize(RESIDENT, "\nVmRSS:", status, out);
    }

    private static void addSize(Family family, String key, String status, List<Sample> out) {
        int line = status.indexOf(key);
        if (line >= 0) {
            int start = line + key.length();
            add(family, KIB * Double.parseDouble(status.substring(start, status.indexOf("kB", start))), out);
        }
    }

    private static void add(Family family, double value, List<Sample> out) {
        out.add(new Sample.Value(family, Labels.EMPTY, value));
    }

    private static Family gauge(String name, String help) {
        return new Family(name, MetricType.GAUGE, help);
    }
}
