// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.fetch.FakeTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the image does, without building it: the options of the Dockerfile, and a ConfigMap mounted as Kubernetes does. */
class ImageIT {
    private static final Pattern ENTRYPOINT = Pattern.compile("ENTRYPOINT \\[(.*?)]", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");

    @TempDir
    private Path folder;

    private static List<String> jvmOptions() throws IOException {
        Matcher entrypoint = ENTRYPOINT.matcher(Files.readString(Path.of("Dockerfile")));
        assertThat(entrypoint.find()).isTrue();
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(entrypoint.group(1));
        while (word.find()) {
            words.add(word.group(1));
        }
        assertThat(words).startsWith("java").endsWith("-jar", "/opt/jsongauge/jsongauge.jar");
        return words.subList(1, words.size() - 2);
    }

    private Path configMap() throws IOException {
        Path mount = Files.createDirectory(folder.resolve("jsongauge"));
        Path version = Files.createDirectory(mount.resolve("..2026_11_23_08_00_00.123456789"));
        Files.copy(Path.of("config-examples/app/config.yml"), version.resolve("config.yml"));
        Files.createSymbolicLink(mount.resolve("..data"), version.getFileName());
        Files.createSymbolicLink(mount.resolve("config.yml"), Path.of("..data/config.yml"));
        return mount;
    }

    @Test
    void theOptionsOfTheImageServeAConfigMapThatIsMountedAsADirectory() throws Exception {
        String dockerfile = Files.readString(Path.of("Dockerfile"));
        assertThat(dockerfile).contains("ENV JSONGAUGE_CONFIG_FILE=/etc/jsongauge", "USER 65532:65532");
        try (FakeTarget target = FakeTarget.answering(
                        200,
                        "{\"current_requests\": 1, \"pending_requests\": 2, \"total_uptime\": 3, \"health\": \"healthy\"}");
                RunningJar jar = RunningJar.start(
                        jvmOptions(),
                        Map.of(
                                "JSONGAUGE_CONFIG_FILE",
                                configMap().toString(),
                                "APP_PORT",
                                Integer.toString(target.port()),
                                "POLLING_INTERVAL_SECONDS",
                                "1",
                                "JSONGAUGE_WEB_LISTEN_ADDRESS",
                                "127.0.0.1:0"))) {
            jar.awaitMetrics("app_uptime 3.0");

            assertThat(jar.lines("jsongauge_target_up")).containsExactly("jsongauge_target_up{target=\"webapp\"} 1.0");
        }
    }
}
