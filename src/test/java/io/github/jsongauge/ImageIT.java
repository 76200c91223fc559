// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.fetch.FakeTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the image does, without building it: what the Dockerfile puts in place, and a ConfigMap mounted as Kubernetes does. */
class ImageIT {
    @TempDir
    private Path folder;

    private Path configMap() throws IOException {
        Path mount = Files.createDirectory(folder.resolve("jsongauge"));
        Path version = Files.createDirectory(mount.resolve("..2026_11_23_08_00_00.123456789"));
        Files.copy(Path.of("config-examples/app/config.yml"), version.resolve("config.yml"));
        Files.createSymbolicLink(mount.resolve("..data"), version.getFileName());
        Files.createSymbolicLink(mount.resolve("config.yml"), Path.of("..data/config.yml"));
        return mount;
    }

    @Test
    void theImageServesAConfigMapThatIsMountedAsADirectoryAndStartsFromItsArchive() throws Exception {
        assertThat(Path.of("Dockerfile"))
                .content()
                .contains(
                        " /opt/jsongauge/jsongauge.jar\nCOPY jsongauge /opt/jsongauge/jsongauge\n",
                        "ENV XDG_CACHE_HOME=/var/cache\nRUN /opt/jsongauge/jsongauge --version ",
                        "ENV JSONGAUGE_CONFIG_FILE=/etc/jsongauge",
                        "USER 65532:65532",
                        "ENTRYPOINT [\"/opt/jsongauge/jsongauge\"]");
        Path launcher = RunningJar.install(folder.resolve("opt"));
        Map<String, String> environment = new HashMap<>(Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "XDG_CACHE_HOME",
                folder.resolve("cache").toString()));
        try (RunningJar build = RunningJar.launch(launcher, environment, "--version")) {
            assertThat(build.ended().exitCode()).isZero();
        }
        try (FakeTarget target = FakeTarget.answering(
                200,
                "{\"current_requests\": 1, \"pending_requests\": 2, \"total_uptime\": 3, \"health\": \"healthy\"}")) {
            environment.put("JSONGAUGE_CONFIG_FILE", configMap().toString());
            environment.put("JSONGAUGE_WEB_LISTEN_ADDRESS", "127.0.0.1:0");
            environment.put("APP_PORT", Integer.toString(target.port()));
            environment.put("POLLING_INTERVAL_SECONDS", "1");
            try (RunningJar jar = RunningJar.launch(launcher, environment)) {
                jar.awaitMetrics("app_uptime 3.0");

                assertThat(jar.lines("jsongauge_target_up"))
                        .containsExactly("jsongauge_target_up{target=\"webapp\"} 1.0");
                assertThat(jar.err()).startsWith("ts=");
                jar.process().destroy();
                assertThat(jar.ended().exitCode()).isZero();
            }
        }
    }
}
