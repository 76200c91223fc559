// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubPathsTest {
    @TempDir
    private Path folder;

    private static String mount(Path point) {
        return "1 2 8:1 /var/lib/kubelet/pods/x " + point.toString().replace(" ", "\\040")
                + " ro,relatime - ext4 /dev/sda1 rw\n";
    }

    @Test
    void aFileThatIsAMountPointIsOneAndADirectoryIsNot() throws Exception {
        Path mounted = Files.createFile(folder.resolve("a config.yml"));
        Path plain = Files.createFile(folder.resolve("plain.yml"));
        String mounts = "short line\n" + mount(mounted) + mount(folder) + mount(Path.of("/proc"));

        assertThat(SubPaths.among(List.of(mounted, plain, folder), mounts)).containsExactly(mounted);
        assertThat(SubPaths.among(List.of(folder.resolve("../" + folder.getFileName() + "/a config.yml")), mounts))
                .hasSize(1);
        assertThat(SubPaths.among(List.of(plain), mounts)).isEmpty();
    }
}
