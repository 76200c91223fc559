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
import java.util.ArrayList;
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

    static final Shape OAUTH2 = new Shape(
            "oauth2",
            "Client credentials, with which a token is fetched that is sent in their place (RFC 6749, 4.4).",
            List.of(
                    new Key("client_id", Form.TEXT, "The name of the client."),
                    new Key("client_secret", Form.TEXT, "Its secret: best ${NAME} or ${file:PATH}."),
                    new Key(
                            "client_secret_file",
                            Form.TEXT,
                            "A file that holds the secret, read again when it changes; relative to this file."),
                    new Key("token_url", new Form.Text("^[hH][tT][tT][pP][sS]?://."), "Where tokens are."),
                    new Key("scopes", Form.list(Form.TEXT), "What the token is for."),
                    new Key(
                            "endpoint_params",
                            new MapOf("", Form.TEXT),
                            "More parameters of the request for a token; their values are never shown.")),
            List.of(
                    Rule.needs("client_id"),
                    Rule.needs("token_url"),
                    new Needs(List.of("client_secret", "client_secret_file")),
                    new Excludes("client_secret_file", List.of("client_secret"))));

    static final List<String> TLS_VERSIONS = List.of("TLS10", "TLS11", "TLS12", "TLS13");

    static final Shape TLS = new Shape(
            "tls_config",
            "How connections by https are secured; files are read again when they change.",
            List.of(
                    new Key(
                            "ca_file",
                            Form.TEXT,
                            "PEM file of the authorities that may sign the target's certificate, in place of those that"
                                    + " Java trusts."),
                    new Key("cert_file", Form.TEXT, "PEM file of our own certificate; goes with key_file."),
                    new Key("key_file", Form.TEXT, "PEM file of its private key, without a password."),
                    new Key(
                            "server_name",
                            Form.TEXT,
                            "The name in the target's certificate; the host of the URL when" + " nothing is said."),
                    new Key(
                            "insecure_skip_verify",
                            Form.TRUTH,
                            "Whether anybody is taken for the target; false when nothing is said."),
                    new Key(
                            "min_version",
                            new Form.Word(TLS_VERSIONS),
                            "The oldest version that will do; TLS12 when nothing is said.")),
            List.of(Rule.together("cert_file", "key_file"), Rule.together("key_file", "cert_file")));

    /** At most one of them. */
    static final List<String> CREDENTIALS = List.of("basic_auth", "authorization", "oauth2");

    /** The settings of Prometheus' own HTTP clients, spelt as Prometheus spells them. */
    private static final List<Key> CLIENT_KEYS = List.of(
            new Key("basic_auth", new Keys(() -> BASIC_AUTH), "Basic authentication."),
            new Key("authorization", new Keys(() -> AUTHORIZATION), "Any other authentication by a header."),
            new Key("oauth2", new Keys(() -> OAUTH2), OAUTH2.description()),
            new Key("tls_config", new Keys(() -> TLS), TLS.description()),
            new Key(
                    "proxy_url",
                    new Form.Text("^[hH][tT][tT][pP]://."),
                    "An HTTP proxy through which the target is asked, such as http://proxy:3128."),
            new Key(
                    "no_proxy",
                    Form.TEXT,
                    "Hosts that are asked without it: names, addresses and ranges, separated by commas."),
            new Key(
                    "follow_redirects",
                    Form.TRUTH,
                    "Whether to follow redirects, within the origin of the URL; false when nothing is said."));

    static final Shape CLIENT = new Shape(
            "http_client_config",
            "Settings of an HTTP client, as Prometheus and its exporters have them.",
            CLIENT_KEYS,
            rulesOfClients());

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
    public static final List<Rule> RULES = rules();

    private RequestKeys() {}

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(rulesOfClients());
        rules.add(new Excludes(
                "http_client_config", CLIENT_KEYS.stream().map(Key::name).toList()));
        return rules;
    }

    private static List<Rule> rulesOfClients() {
        return List.of(
                new Excludes("authorization", List.of("basic_auth")),
                new Excludes("oauth2", List.of("basic_auth", "authorization")),
                Rule.together("no_proxy", "proxy_url"));
    }

    private static Form status() {
        return new AnyOf(
                List.of(new Form.Numeric(200, 599, true), new Form.Text("^[2-5][0-9][0-9](?: *- *[2-5][0-9][0-9])?$")));
    }
}
