// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.web;

import io.github.jsongauge.config.shape.Form;
import io.github.jsongauge.config.shape.Form.Keys;
import io.github.jsongauge.config.shape.Form.MapOf;
import io.github.jsongauge.config.shape.Form.Word;
import io.github.jsongauge.config.shape.Key;
import io.github.jsongauge.config.shape.Rule;
import io.github.jsongauge.config.shape.Shape;
import io.github.jsongauge.config.web.WebConfig.ClientAuth;
import java.util.Arrays;
import java.util.List;

/**
 * What the file may have: all that the exporters of Prometheus take.
 *
 * @see <a href="https://github.com/prometheus/exporter-toolkit/blob/master/docs/web-configuration.md">the format</a>
 */
final class WebKeys {
    static final List<String> CLIENT_AUTH =
            Arrays.stream(ClientAuth.values()).map(ClientAuth::word).toList();

    static final List<String> VERSIONS = List.of("TLS10", "TLS11", "TLS12", "TLS13");

    static final Shape TLS = new Shape(
            "tls_server_config",
            "How connections to us are secured; files are read again when they change.",
            List.of(
                    new Key("cert_file", Form.TEXT, "PEM file of our certificate, and what leads to an authority."),
                    new Key("key_file", Form.TEXT, "PEM file of its private key, without a password."),
                    new Key("cert", Form.TEXT, "The certificate itself, in place of cert_file."),
                    new Key("key", Form.TEXT, "The private key itself, in place of key_file."),
                    new Key(
                            "client_auth_type",
                            new Word(CLIENT_AUTH),
                            "Whether clients show a certificate; NoClientCert when nothing is said."),
                    new Key("client_ca_file", Form.TEXT, "PEM file of the authorities that may sign it."),
                    new Key("client_ca", Form.TEXT, "The authorities themselves, in place of client_ca_file."),
                    new Key(
                            "client_allowed_sans",
                            Form.list(Form.TEXT),
                            "Names of which the client's certificate must have one."),
                    new Key("min_version", new Word(VERSIONS), "The oldest version; TLS12 when nothing is said."),
                    new Key("max_version", new Word(VERSIONS), "The newest version; TLS13 when nothing is said."),
                    new Key("cipher_suites", Form.list(Form.TEXT), "Those that may be used up to TLS 1.2."),
                    new Key(
                            "prefer_server_cipher_suites",
                            Form.TRUTH,
                            "Whether the order of ours counts; true when nothing is said."),
                    new Key("curve_preferences", Form.list(Form.TEXT), "Accepted; Java chooses the curves.")),
            List.of());

    static final Shape HEADERS = new Shape(
            "headers",
            "Headers that each answer has.",
            List.of(
                    new Key("Content-Security-Policy", Form.TEXT, "In place of ours."),
                    new Key("X-Frame-Options", Form.words("deny", "sameorigin"), "Who may frame the pages."),
                    new Key("X-Content-Type-Options", Form.words("nosniff"), "Ours, too."),
                    new Key("X-XSS-Protection", Form.TEXT, "For old browsers."),
                    new Key("Strict-Transport-Security", Form.TEXT, "That browsers ask by https only.")),
            List.of());

    static final Shape HTTP = new Shape(
            "http_server_config",
            "How HTTP is spoken.",
            List.of(
                    new Key("http2", Form.TRUTH, "Accepted; jsongauge serves HTTP/1.1."),
                    new Key("headers", new Keys(() -> HEADERS), HEADERS.description())),
            List.of());

    static final Shape RATE = new Shape(
            "rate_limit",
            "How often all clients together may ask.",
            List.of(
                    new Key("interval", Form.TEXT, "Between two requests that come all the time; 0 for no limit."),
                    new Key("burst", Form.limit(1_000_000), "How many may come at once.")),
            List.of(Rule.needs("interval"), Rule.needs("burst")));

    static final Shape FILE = new Shape(
            "web configuration",
            "Who may ask, and how.",
            List.of(
                    new Key("tls_server_config", new Keys(() -> TLS), TLS.description()),
                    new Key("http_server_config", new Keys(() -> HTTP), HTTP.description()),
                    new Key(
                            "basic_auth_users",
                            new MapOf("", Form.TEXT),
                            "The bcrypt hashes of passwords by user names; none when everybody may ask."),
                    new Key("rate_limit", new Keys(() -> RATE), RATE.description())),
            List.of());

    private WebKeys() {}
}
