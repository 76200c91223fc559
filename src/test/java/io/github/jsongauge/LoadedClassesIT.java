// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.fetch.FakeTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start pays only for what it needs: what a class costs is paid when it is first used. */
class LoadedClassesIT {
    @TempDir
    private Path folder;

    @Test
    void aPolledTargetInCleartextAndOneScrapeLoadNothingElse() throws Exception {
        Path log = folder.resolve("classes.log");
        Path config = folder.resolve("config.yml");
        try (FakeTarget target = FakeTarget.answering(200, "{\"v\": 1}")) {
            Files.writeString(config, """
                    targets:
                      - {name: app, url: 'http://127.0.0.1:%d/', interval: 100ms, metrics: [{name: a, path: $.v}]}
                    """.formatted(target.port()));
            try (RunningJar jar = RunningJar.start(
                    List.of("-Xshare:auto", "-Xlog:class+load:file=" + log),
                    Map.of(),
                    "--config.file=" + config,
                    "--web.listen-address=127.0.0.1:0")) {
                jar.awaitMetrics("\na 1.0\n");
            }
        }
        List<String> classes = Files.readAllLines(log).stream()
                .map(line -> line.replaceFirst(".*] ", "").replaceFirst(" source:.*", ""))
                .toList();

        assertThat(classes).contains("io.github.jsongauge.fetch.Clients", "io.github.jsongauge.expose.MetricsPage");
        assertThat(classes)
                .filteredOn(name -> isOfTls(name)
                        || isOfJsonPath(name)
                        || isOfTheSchema(name)
                        || isOfThePage(name)
                        || isOfPasswords(name)
                        || isOfManagement(name)
                        || isOfHashedRecords(name)
                        || isOfAnotherCommand(name))
                .isEmpty();
    }

    /** Java names who could set up TLS to whoever asks it for a digest. */
    private static boolean isOfTls(String name) {
        return (name.startsWith("sun.security.ssl.") && !name.startsWith("sun.security.ssl.SunJSSE"))
                || name.startsWith("javax.net.ssl.SSLContext")
                || name.startsWith("io.github.jsongauge.fetch.SecureClient")
                || name.matches("io\\.github\\.jsongauge\\.fetch\\.tls\\.(?!TlsSettings).*");
    }

    private static boolean isOfJsonPath(String name) {
        return name.startsWith("com.jayway.")
                || name.startsWith("net.minidev.")
                || name.startsWith("io.github.jsongauge.json.jayway.");
    }

    private static boolean isOfTheSchema(String name) {
        return name.startsWith("io.github.jsongauge.config.schema.")
                || name.startsWith("io.github.jsongauge.config.ConfigSchema");
    }

    private static boolean isOfThePage(String name) {
        return name.startsWith("io.github.jsongauge.expose.StatusPage");
    }

    private static boolean isOfPasswords(String name) {
        return name.startsWith("at.favre.lib.")
                || name.equals("java.security.SecureRandom")
                || name.startsWith("javax.crypto.Mac");
    }

    /** The server of MBeans, which takes longer to set up than all metrics of the process to read. */
    private static boolean isOfManagement(String name) {
        return name.equals("com.sun.jmx.mbeanserver.JmxMBeanServer");
    }

    /** What makes the first {@code hashCode} of a record, or its {@code equals} or {@code toString}, at run time. */
    private static boolean isOfHashedRecords(String name) {
        return name.equals("java.lang.runtime.ObjectMethods");
    }

    private static boolean isOfAnotherCommand(String name) {
        return name.startsWith("io.github.jsongauge.draft.")
                || name.startsWith("io.github.jsongauge.demo.")
                || (name.matches("io\\.github\\.jsongauge\\.cli\\.[A-Z][A-Za-z]*Command")
                        && !name.endsWith(".JsongaugeCommand"));
    }
}
