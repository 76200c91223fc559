// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.value;

import io.github.jsongauge.config.problem.ValueException;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes of the configuration: {@code 8MiB}, {@code 512KiB}, {@code 1MB}, {@code 4096}. */
public final class Sizes {
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{1,9})?) ?(?:([kKMGT])(i?)B?|B)?");
    private static final String PREFIXES = "KMGT";

    private Sizes() {}

    /** A number of bytes, at least one; SI prefixes are powers of 1000, IEC prefixes of 1024. */
    public static long bytes(String text) throws ValueException {
        Matcher size = SIZE.matcher(text);
        if (!size.matches()) {
            throw new ValueException("must be a size such as 8MiB, 512KiB or 1MB", "");
        }
        String prefix = size.group(2);
        int power = prefix == null ? 0 : PREFIXES.indexOf(prefix.replace('k', 'K')) + 1;
        int base = prefix == null || size.group(3).isEmpty() ? 1000 : 1024;
        BigDecimal bytes =
                new BigDecimal(size.group(1)).multiply(BigDecimal.valueOf(base).pow(power));
        if (bytes.compareTo(BigDecimal.ONE) < 0 || bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new ValueException("must be from 1 byte to 8 EiB", "");
        }
        return bytes.longValue();
    }
}
