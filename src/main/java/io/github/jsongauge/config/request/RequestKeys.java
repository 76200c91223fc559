// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.request;

import io.github.jsongauge.config.shape.Form;
import io.github.jsongauge.config.shape.Form.AnyOf;
import io.github.jsongauge.config.shape.Form.Keys;
import io.github.jsongauge.config.shape.Form.MapOf;
import io.github.jsongauge.config.shape.Key;
import io.github.jsongauge.config.shape.Rule;
import io.github.jsongauge.config.shape.Rule.Excludes;
import io.github.jsongauge.config.shape.Rule.Needs;
import io.github.jsongauge.config.shape.Shape;
import java.util.List;

/** The request settings, which may stand on a module or a target. */
public final class RequestKeys {
    static final Shape BASIC_AUTH = new Shape(
            "basic_auth",
            "A user name and a password.",
            List.of(
                    new Key("username", Form.TEXT, "The user name."),
                    new Key("password", Form.TEXT, "The password: best ${NAME} or ${file:PATH}."),
                    new Key(
                            "password_file",
                            Form.TEXT,
                            "A file that holds the password, read again when it changes; relative to this file.")),
            List.of(Rule.needs("username"), new Excludes("password_file", List.of("password"))));

    static final Shape AUTHORIZATION = new Shape(
            "authorization",
            "The header Authorization.",
            List.of(
                    new Key("type", Form.TEXT, "The scheme; Bearer when nothing is said."),
                    new Key("credentials", Form.TEXT, "What follows the scheme: best ${NAME} or ${file:PATH}."),
                    new Key(
                            "credentials_file",
                            Form.TEXT,
                            "A file that holds the credentials, read again when it changes; relative to this file.")),
            List.of(
                    new Needs(List.of("credentials", "credentials_file")),
                    new Excludes("credentials_file", List.of("credentials"))));

    /** The settings of Prometheus' own HTTP clients, spelt as Prometheus spells them. */
    private static final List<Key> CLIENT_KEYS = List.of(
            new Key("basic_auth", new Keys(() -> BASIC_AUTH), "Basic authentication."),
            new Key("authorization", new Keys(() -> AUTHORIZATION), "Any other authentication by a header."),
            new Key(
                    "follow_redirects",
                    Form.TRUTH,
                    "Whether to follow redirects, within the origin of the URL; false when nothing is said."));

    static final Shape CLIENT = new Shape(
            "http_client_config",
            "Settings of an HTTP client, as Prometheus and its exporters have them.",
            CLIENT_KEYS,
            List.of(oneAuthorization()));

    /** All of them. */
    public static final List<Key> KEYS = Shape.keys(
            List.of(
                    new Key("method", Form.words("GET", "POST"), "The method; POST when there is a body, else GET."),
                    new Key("params", new MapOf("", Form.TEXT), "Query parameters that are added to the URL."),
                    new Key(
                            "headers",
                            new MapOf("^[!#$%&'*+.^_`|~0-9A-Za-z-]+$", Form.TEXT),
                            "Headers of the request; their values are never shown."),
                    new Key("body", Form.TEXT, "What is sent; application/json unless a header says otherwise."),
                    new Key(
                            "accept_status",
                            new AnyOf(List.of(status(), Form.list(status()))),
                            "Which statuses come with a document that counts: codes and ranges; 200-299 when nothing is"
                                    + " said."),
                    new Key(
                            "http_client_config",
                            new Keys(() -> CLIENT),
                            "The keys of Prometheus' HTTP clients may stand below this key instead.")),
            CLIENT_KEYS);

    /** What they say about each other. */
    public static final List<Rule> RULES = List.of(
            oneAuthorization(),
            new Excludes(
                    "http_client_config", CLIENT_KEYS.stream().map(Key::name).toList()));

    private RequestKeys() {}

    private static Rule oneAuthorization() {
        return new Excludes("authorization", List.of("basic_auth"));
    }

    private static Form status() {
        return new AnyOf(
                List.of(new Form.Numeric(200, 599, true), new Form.Text("^[2-5][0-9][0-9](?: *- *[2-5][0-9][0-9])?$")));
    }
}
