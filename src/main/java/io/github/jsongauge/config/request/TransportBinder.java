// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.request;

import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.problem.ValueException;
import io.github.jsongauge.config.value.Words;
import io.github.jsongauge.config.yaml.Block;
import io.github.jsongauge.config.yaml.Node;
import io.github.jsongauge.config.yaml.Node.Entries;
import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.config.yaml.Nodes;
import io.github.jsongauge.fetch.NoProxy;
import io.github.jsongauge.fetch.ProxySettings;
import io.github.jsongauge.fetch.tls.Identity;
import io.github.jsongauge.fetch.tls.Pem;
import io.github.jsongauge.fetch.tls.TlsSettings;
import io.github.jsongauge.fetch.tls.TlsSettings.MinVersion;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads how the way to an endpoint is secured and led: {@code tls_config}, {@code proxy_url} and {@code no_proxy}. */
final class TransportBinder {
    private final Problems problems;

    TransportBinder(Problems problems) {
        this.problems = problems;
    }

    /** What {@code tls_config} says; null when there is none. */
    @Nullable
    TlsSettings tls(Block client) {
        Node node = client.node("tls_config");
        Entries map = node == null ? null : Nodes.entries(node, "\"tls_config\"", problems);
        if (map == null) {
            return null;
        }
        Block block = new Block(map, "\"tls_config\"", RequestKeys.TLS, problems);
        Path authorities = certificates(block, "ca_file");
        Path certificate = certificates(block, "cert_file");
        Path key = block.value("key_file", text -> checked(file(block, "key_file", text), Pem::privateKey));
        Text serverName = block.text("server_name");
        boolean insecure = block.value("insecure_skip_verify", Words::truth, false);
        if (insecure) {
            problems.warning(
                    block.keyPlace("insecure_skip_verify"),
                    "anybody on the way can pass for the target",
                    "name the authority that signed its certificate in ca_file");
        }
        MinVersion version = minVersion(block);
        boolean usable = certificate != null && key != null && belongTogether(block, certificate, key);
        return new TlsSettings(
                authorities,
                usable ? certificate : null,
                usable ? key : null,
                serverName == null ? "" : serverName.value(),
                insecure,
                version);
    }

    private boolean belongTogether(Block block, Path certificate, Path key) {
        return block.value("key_file", text -> checked(key, file -> Identity.of(certificate, file))) != null;
    }

    private @Nullable Path certificates(Block block, String key) {
        if (key.equals("cert_file") && block.has(key) != block.has("key_file")) {
            boolean hasKey = block.has("key_file");
            problems.error(
                    block.keyPlace(hasKey ? "key_file" : key),
                    "\"cert_file\" and \"key_file\" need each other",
                    "write " + (hasKey ? key : "key_file") + ": PATH too");
        }
        Path file = block.value(key, text -> checked(file(block, key, text), Pem::certificates));
        Node node = block.node(key);
        if (file != null && node != null) {
            warnIfExpired(node, file);
        }
        return file;
    }

    private void warnIfExpired(Node node, Path file) {
        Instant now = Instant.now();
        for (X509Certificate certificate : Pem.certificates(file)) {
            if (certificate.getNotAfter().toInstant().isBefore(now)) {
                problems.warning(node.place(), "a certificate in this file has expired", "renew it");
                return;
            }
        }
    }

    private static Path file(Block block, String key, String path) throws ValueException {
        Node node = block.node(key);
        return node == null ? Path.of(path) : node.place().file().sibling(path);
    }

    /** What reads a file, and complains when it cannot be used. */
    private interface FileCheck {
        Object read(Path file);
    }

    private static Path checked(Path file, FileCheck check) throws ValueException {
        try {
            Object unused = check.read(file);
            return file;
        } catch (IllegalArgumentException unusable) {
            throw new ValueException(String.valueOf(unusable.getMessage()), "");
        }
    }

    private MinVersion minVersion(Block block) {
        String version = block.value("min_version", text -> Words.one(RequestKeys.TLS_VERSIONS, text), "TLS12");
        if (List.of("TLS10", "TLS11").contains(version)) {
            problems.warning(
                    block.keyPlace("min_version"),
                    "Java no longer speaks TLS 1.0 and 1.1, so TLS 1.2 is the oldest that will do",
                    "write TLS12");
            return MinVersion.TLS12;
        }
        return MinVersion.valueOf(version);
    }

    /** What {@code proxy_url} and {@code no_proxy} say; null when there is no proxy. */
    @Nullable
    ProxySettings proxy(Block client) {
        NoProxy except = client.value("no_proxy", TransportBinder::noProxy);
        if (!client.has("proxy_url")) {
            if (client.has("no_proxy")) {
                problems.error(
                        client.keyPlace("no_proxy"), "\"no_proxy\" has no effect without \"proxy_url\"", "remove it");
            }
            return null;
        }
        return client.value("proxy_url", text -> proxy(text, except == null ? NoProxy.NONE : except));
    }

    private static ProxySettings proxy(String url, NoProxy except) throws ValueException {
        try {
            return ProxySettings.of(url, except);
        } catch (IllegalArgumentException bad) {
            throw new ValueException(String.valueOf(bad.getMessage()), "for example http://proxy.internal:3128");
        }
    }

    private static NoProxy noProxy(String text) throws ValueException {
        try {
            return NoProxy.parse(text);
        } catch (IllegalArgumentException bad) {
            throw new ValueException(String.valueOf(bad.getMessage()), "");
        }
    }
}
