// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The jar carries no library that nothing uses. */
class JarSizeIT {
    private static final Path JAR = Path.of(System.getProperty("app.jar", "target/jsongauge.jar"));

    @Test
    void theJarHasAtMostEightMegabytes() throws Exception {
        assertThat(Files.size(JAR)).isLessThanOrEqualTo(8_000_000);
    }

    @Test
    void protobufWhichWeNeverAnswerIsLeftOut() throws Exception {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(entry -> entry.getName().toLowerCase(Locale.ROOT)))
                    .contains("io/prometheus/metrics/expositionformats/prometheustextformatwriter.class")
                    .noneMatch(name -> name.contains("com_google_protobuf"));
        }
    }
}
