// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.web;

import io.github.jsongauge.config.problem.DidYouMean;
import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.problem.ValueException;
import io.github.jsongauge.config.value.Words;
import io.github.jsongauge.config.web.WebConfig.ClientAuth;
import io.github.jsongauge.config.web.WebConfig.Tls;
import io.github.jsongauge.config.yaml.Block;
import io.github.jsongauge.config.yaml.Node;
import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.config.yaml.Nodes;
import io.github.jsongauge.fetch.tls.Identity;
import io.github.jsongauge.fetch.tls.Pem;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Reads {@code tls_server_config}. */
final class ServerTlsBinder {
    private static final Set<String> CURVES = Set.of("CurveP256", "CurveP384", "CurveP521", "X25519", "X25519MLKEM768");

    private final Block block;
    private final Consumer<Path> files;
    private final Problems problems;

    /** @param files is told each that is named, before it is read */
    ServerTlsBinder(Block block, Consumer<Path> files, Problems problems) {
        this.block = block;
        this.files = files;
        this.problems = problems;
    }

    /** Null when it cannot be used, which is reported. */
    @Nullable
    Tls tls() {
        if (block.has("key")) {
            // the line of a problem could show a part of it
            block.place().file().hideAll();
        }
        Identity identity = identity();
        ClientAuth clientAuth = clientAuth();
        List<X509Certificate> authorities = pem("client_ca", Pem::certificates, Pem::certificates);
        if (clientAuth == ClientAuth.NO_CLIENT_CERT && has("client_ca")) {
            problems.error(
                    block.keyPlace(present("client_ca")),
                    "without client_auth_type no client is asked for a certificate",
                    "write client_auth_type: RequireAndVerifyClientCert");
        }
        Set<String> sans = new LinkedHashSet<>(texts("client_allowed_sans"));
        if (!sans.isEmpty() && !clientAuth.required()) {
            problems.error(
                    block.keyPlace("client_allowed_sans"),
                    "a client that shows no certificate has no name either",
                    "write client_auth_type: RequireAndVerifyClientCert");
        }
        List<String> protocols = protocols();
        List<String> suites = cipherSuites();
        boolean ownPreference = block.value("prefer_server_cipher_suites", Words::truth, true);
        checkCurves();
        return identity == null
                ? null
                : new Tls(identity, clientAuth, authorities, sans, protocols, suites, ownPreference);
    }

    private @Nullable Identity identity() {
        List<X509Certificate> chain = pem("cert", Pem::certificates, Pem::certificates);
        PrivateKey key = pem("key", Pem::privateKey, Pem::privateKey);
        for (String name : List.of("cert", "key")) {
            if (!has(name)) {
                problems.error(
                        block.place(),
                        "\"tls_server_config\" has no \"" + name + "_file\"",
                        "write " + name + "_file: PATH");
            }
        }
        if (chain == null || key == null) {
            return null;
        }
        warnIfExpired(chain.get(0));
        try {
            return Identity.of(chain, key);
        } catch (IllegalArgumentException apart) {
            String name = present("key");
            problems.error(block.keyPlace(name), "\"" + name + "\" " + apart.getMessage(), "");
            return null;
        }
    }

    private void warnIfExpired(X509Certificate certificate) {
        if (certificate.getNotAfter().toInstant().isBefore(Instant.now())) {
            problems.warning(block.keyPlace(present("cert")), "this certificate has expired", "renew it");
        }
    }

    private boolean has(String name) {
        return block.has(name) || block.has(name + "_file");
    }

    private String present(String name) {
        return block.has(name) ? name : name + "_file";
    }

    /** How something in PEM is read. */
    private interface Reader<F, T> {
        T read(F from);
    }

    /** What stands in the file or under the key itself; null when it is neither, or cannot be used, which is reported. */
    private <T> @Nullable T pem(String name, Reader<Path, T> ofFile, Reader<String, T> ofText) {
        String fileKey = name + "_file";
        if (block.has(name) && block.has(fileKey)) {
            problems.error(
                    block.keyPlace(name),
                    "\"" + name + "\" and \"" + fileKey + "\" say the same",
                    "remove one of them");
            return null;
        }
        Node inline = block.node(name);
        if (inline != null) {
            // its text is never shown
            Text text = Nodes.text(inline, "\"" + name + "\"", problems);
            try {
                return text == null ? null : ofText.read(text.value());
            } catch (IllegalArgumentException unusable) {
                problems.error(block.keyPlace(name), "\"" + name + "\" " + unusable.getMessage(), "");
                return null;
            }
        }
        return block.value(fileKey, text -> {
            Path file = block.place().file().sibling(text);
            files.accept(file);
            try {
                return ofFile.read(file);
            } catch (IllegalArgumentException unusable) {
                throw new ValueException(String.valueOf(unusable.getMessage()), "");
            }
        });
    }

    private ClientAuth clientAuth() {
        String word = block.value(
                "client_auth_type", text -> Words.one(WebKeys.CLIENT_AUTH, text), ClientAuth.NO_CLIENT_CERT.word());
        return Arrays.stream(ClientAuth.values())
                .filter(type -> type.word().equals(word))
                .findFirst()
                .orElse(ClientAuth.NO_CLIENT_CERT);
    }

    private List<String> protocols() {
        int oldest = version("min_version", "TLS12");
        int newest = version("max_version", "TLS13");
        List<String> all = List.of("TLSv1.2", "TLSv1.3");
        if (oldest > newest) {
            problems.error(
                    block.keyPlace("max_version"),
                    "no version is from min_version to max_version",
                    "write max_version: TLS13");
            return all;
        }
        if (newest < 2) {
            problems.error(
                    block.keyPlace("max_version"), "Java no longer speaks TLS 1.0 and 1.1", "write TLS12 or TLS13");
            return all;
        }
        if (oldest < 2) {
            problems.warning(
                    block.keyPlace("min_version"),
                    "Java no longer speaks TLS 1.0 and 1.1, so TLS 1.2 is the oldest that will do",
                    "write TLS12");
        }
        return all.subList(Math.max(0, oldest - 2), newest - 1);
    }

    private int version(String key, String otherwise) {
        return WebKeys.VERSIONS.indexOf(block.value(key, text -> Words.one(WebKeys.VERSIONS, text), otherwise));
    }

    private List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node node : block.items(key)) {
            Text text = Nodes.text(node, "an element of \"" + key + "\"", problems);
            if (text != null) {
                texts.add(text.value());
            }
        }
        return texts;
    }

    private List<String> cipherSuites() {
        List<String> known = supported();
        List<String> suites = new ArrayList<>();
        for (Node node : block.items("cipher_suites")) {
            Text text = Nodes.text(node, "a cipher suite", problems);
            if (text == null) {
                continue;
            }
            if (known.contains(text.value())) {
                suites.add(text.value());
            } else {
                String meant = DidYouMean.among(known, text.value());
                problems.error(
                        text.place(),
                        "Java has no cipher suite " + text.shown(),
                        meant.isEmpty() ? "remove it" : DidYouMean.hint(meant));
            }
        }
        return suites;
    }

    private static List<String> supported() {
        try {
            return List.of(SSLContext.getDefault().getSupportedSSLParameters().getCipherSuites());
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("this Java has no TLS", broken);
        }
    }

    private void checkCurves() {
        for (Node node : block.items("curve_preferences")) {
            Text text = Nodes.text(node, "a curve", problems);
            if (text != null && !CURVES.contains(text.value())) {
                problems.error(text.place(), "there is no curve " + text.shown(), "remove it");
            }
        }
        if (block.has("curve_preferences")) {
            problems.warning(
                    block.keyPlace("curve_preferences"),
                    "\"curve_preferences\" has no effect: Java chooses",
                    "remove it");
        }
    }
}
