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

/** Who needs no TLS pays nothing for it: setting it up takes longer than all else at the start. */
class CleartextIT {
    @TempDir
    private Path folder;

    @Test
    void nothingOfTlsIsLoadedBeforeSomebodyAsksForHttps() throws Exception {
        Path classes = folder.resolve("classes.log");
        Path config = folder.resolve("config.yml");
        try (FakeTarget target = FakeTarget.answering(200, "{\"v\": 1}")) {
            Files.writeString(config, """
                    targets:
                      - {name: app, url: 'http://127.0.0.1:%d/', interval: 100ms, metrics: [{name: a, path: $.v}]}
                    """.formatted(target.port()));
            try (RunningJar jar = RunningJar.start(
                    List.of("-Xshare:auto", "-Xlog:class+load:file=" + classes),
                    Map.of(),
                    "--config.file=" + config,
                    "--web.listen-address=127.0.0.1:0")) {
                jar.awaitMetrics("\na 1.0\n");
            }
        }

        assertThat(classes).content().contains("io.github.jsongauge.fetch.Clients ");
        assertThat(Files.readAllLines(classes).stream().map(line -> line.replaceFirst(".*] ", "")))
                // Java names who could set up TLS to whoever asks it for a digest
                .filteredOn(line -> !line.startsWith("sun.security.ssl.SunJSSE"))
                .noneMatch(line -> line.startsWith("sun.security.ssl.")
                        || line.startsWith("javax.net.ssl.SSLContext")
                        || line.startsWith("io.github.jsongauge.fetch.SecureClient")
                        || line.matches("io\\.github\\.jsongauge\\.fetch\\.tls\\.(?!TlsSettings).*"));
    }
}
