// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of a URL, decoded, in their order. */
record Query(List<Parameter> parameters) {
    /** A name and its value; a parameter without {@code =} has an empty one. */
    record Parameter(String name, String value) {}

    /**
     * Decodes a query.
     *
     * @param text as it was sent; null = none
     * @return null when it is not URL-encoded as it must be
     */
    static @Nullable Query parse(@Nullable String text) {
        List<Parameter> parameters = new ArrayList<>();
        for (String part : text == null ? new String[0] : text.split("&", -1)) {
            int equals = part.indexOf('=');
            if (part.isEmpty()) {
                continue;
            }
            try {
                String name = URLDecoder.decode(equals < 0 ? part : part.substring(0, equals), UTF_8);
                String value = equals < 0 ? "" : URLDecoder.decode(part.substring(equals + 1), UTF_8);
                parameters.add(new Parameter(name, value));
            } catch (IllegalArgumentException badCode) {
                return null;
            }
        }
        return new Query(parameters);
    }

    /** All values of one name. */
    Set<String> all(String name) {
        Set<String> values = new HashSet<>();
        for (Parameter parameter : parameters) {
            if (parameter.name.equals(name)) {
                values.add(parameter.value);
            }
        }
        return values;
    }
}
