// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import io.github.jsongauge.fetch.TargetUrl;
import java.util.regex.Pattern;

/** Addresses of targets. */
final class Urls {
    private static final String WANTED = "must be a URL such as http://localhost:8080/status";
    private static final Pattern WITHOUT_SCHEME = Pattern.compile("[A-Za-z0-9.-]+(:[0-9]+)?(/\\S*)?");

    private Urls() {}

    /** An http or https URL with a host. */
    static TargetUrl url(String text) throws ValueException {
        if (text.matches(".*(tcp|udp|sctp)://.*")) {
            throw new ValueException(WANTED, "is a variable the address of a Kubernetes Service?");
        }
        if (!text.contains("://")) {
            boolean schemeMissing = WITHOUT_SCHEME.matcher(text).matches();
            throw new ValueException(WANTED, schemeMissing ? "did you mean \"http://" + text + "\"?" : "");
        }
        try {
            return TargetUrl.parse(text);
        } catch (IllegalArgumentException bad) {
            throw new ValueException(String.valueOf(bad.getMessage()), "");
        }
    }
}
