// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Addresses of targets. */
final class Urls {
    private static final String WANTED = "must be a URL such as http://localhost:8080/status";
    private static final Pattern WITHOUT_SCHEME = Pattern.compile("[A-Za-z0-9.-]+(:[0-9]+)?(/\\S*)?");

    private Urls() {}

    /** An http URL with a host. */
    static URI url(String text) throws ValueException {
        if (text.matches(".*(tcp|udp|sctp)://.*")) {
            throw new ValueException(WANTED, "is a variable the address of a Kubernetes Service?");
        }
        if (!text.contains("://")) {
            boolean schemeMissing = WITHOUT_SCHEME.matcher(text).matches();
            throw new ValueException(WANTED, schemeMissing ? "did you mean \"http://" + text + "\"?" : "");
        }
        try {
            URI url = new URI(text);
            if (!"http".equals(url.getScheme())) {
                throw new ValueException("must begin with http://", "");
            }
            if (url.getHost() == null) {
                throw new ValueException(WANTED, "");
            }
            return url;
        } catch (URISyntaxException bad) {
            throw new ValueException(WANTED, "");
        }
    }
}
