// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

/** How the header {@code Authorization} is filled; sent to the origin of the request's URL only. */
public sealed interface Authorization permits Authorization.Stated, OAuth2 {
    /** One that needs nobody else. */
    sealed interface Stated extends Authorization {
        /** The value of the header as it is now. */
        String header();
    }

    /**
     * User name and password, sent in UTF-8.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7617">RFC 7617</a>
     */
    record Basic(String username, Secret password) implements Stated {
        /** @throws IllegalArgumentException if the name has a colon, with a message for the config's author */
        public Basic {
            if (username.contains(":")) {
                throw new IllegalArgumentException("must have no \":\" in its username");
            }
        }

        @Override
        public String header() {
            return TargetUrl.basic(username, password.reveal());
        }
    }

    /** A scheme such as {@code Bearer}, and what it needs. */
    record Token(String type, Secret credentials) implements Stated {
        /** @throws IllegalArgumentException if they cannot stand in a header, with a message for the config's author */
        public Token {
            if (!Header.isToken(type)) {
                throw new IllegalArgumentException("must have a type of letters and digits, such as Bearer");
            }
            if (type.equalsIgnoreCase("basic")) {
                throw new IllegalArgumentException("must not have the type Basic; write basic_auth instead");
            }
            Header.checkValue(credentials);
        }

        @Override
        public String header() {
            return type + " " + credentials.reveal();
        }
    }
}
