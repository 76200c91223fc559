// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizesTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "4096, 4096",
        "10B, 10",
        "1kB, 1000",
        "1KB, 1000",
        "1k, 1000",
        "1KiB, 1024",
        "1.5MiB, 1572864",
        "8 MiB, 8388608",
        "1MB, 1000000",
        "2G, 2000000000",
        "1TiB, 1099511627776",
    })
    void prefixesAreThoseOfSiAndIec(String text, long bytes) throws Exception {
        assertThat(Sizes.bytes(text)).isEqualTo(bytes);
    }
}
