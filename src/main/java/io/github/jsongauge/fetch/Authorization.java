// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

/** How the header {@code Authorization} is filled; sent to the origin of the request's URL only. */
public record Authorization(Secret header) {
    public Authorization {
        Header.checkValue(header);
    }

    /**
     * User name and password, sent in UTF-8.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7617">RFC 7617</a>
     * @throws IllegalArgumentException if the name has a colon, with a message for the config's author
     */
    public static Authorization basic(String username, Secret password) {
        if (username.contains(":")) {
            throw new IllegalArgumentException("must have no \":\" in its username");
        }
        return new Authorization(new Secret(TargetUrl.basic(username, password.reveal())));
    }

    /**
     * A scheme such as {@code Bearer}, and what it needs.
     *
     * @throws IllegalArgumentException if they cannot stand in a header, with a message for the config's author
     */
    public static Authorization of(String type, Secret credentials) {
        if (!Header.isToken(type)) {
            throw new IllegalArgumentException("must have a type of letters and digits, such as Bearer");
        }
        if (type.equalsIgnoreCase("basic")) {
            throw new IllegalArgumentException("must not have the type Basic; write basic_auth instead");
        }
        return new Authorization(new Secret(type + " " + credentials.reveal()));
    }
}
