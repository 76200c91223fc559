// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.value;

import io.github.jsongauge.config.problem.DidYouMean;
import io.github.jsongauge.config.problem.ValueException;
import io.github.jsongauge.fetch.TargetUrl;
import java.util.regex.Pattern;

/** Addresses of targets. */
public final class Urls {
    private static final Pattern SCHEME = Pattern.compile("(?:https?|unix)://", Pattern.CASE_INSENSITIVE);
    private static final Pattern WITHOUT_SCHEME = Pattern.compile("[A-Za-z0-9.-]+(:[0-9]+)?(/\\S*)?");

    private Urls() {}

    /** An http or https URL with a host, or a unix URL with a socket. */
    public static TargetUrl url(String text) throws ValueException {
        if (!SCHEME.matcher(text).lookingAt()) {
            boolean schemeMissing = WITHOUT_SCHEME.matcher(text).matches() && !text.contains("?");
            throw new ValueException(
                    "must begin with http://, https:// or unix://",
                    schemeMissing ? DidYouMean.hint("http://" + text) : "for example http://localhost:8080/status");
        }
        try {
            return TargetUrl.parse(text);
        } catch (IllegalArgumentException bad) {
            throw new ValueException(String.valueOf(bad.getMessage()), "for example http://localhost:8080/status");
        }
    }
}
