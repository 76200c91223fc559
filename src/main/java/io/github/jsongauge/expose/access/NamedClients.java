// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.access;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Of the clients that another one trusts, those whose certificates have one of some names. */
final class NamedClients extends X509ExtendedTrustManager {
    /** Mail address, DNS name, URI, IP address (RFC 5280, 4.2.1.6). */
    private static final Set<Integer> KINDS = Set.of(1, 2, 6, 7);

    private final X509ExtendedTrustManager trusted;
    private final Set<String> names;

    NamedClients(X509ExtendedTrustManager trusted, Set<String> names) {
        this.trusted = trusted;
        this.names = names;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        trusted.checkClientTrusted(chain, type);
        checkName(chain[0]);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        trusted.checkClientTrusted(chain, type, socket);
        checkName(chain[0]);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        trusted.checkClientTrusted(chain, type, engine);
        checkName(chain[0]);
    }

    private void checkName(X509Certificate client) throws CertificateException {
        if (names(client).stream().noneMatch(this::isAllowed)) {
            throw new CertificateException("the client has none of the allowed names");
        }
    }

    private static Collection<List<?>> names(X509Certificate client) throws CertificateParsingException {
        Collection<List<?>> names = client.getSubjectAlternativeNames();
        return names == null ? List.of() : names;
    }

    private boolean isAllowed(List<?> name) {
        return name.get(0) instanceof Integer kind
                && KINDS.contains(kind)
                && names.contains(String.valueOf(name.get(1)));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw noServers();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw noServers();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw noServers();
    }

    private static CertificateException noServers() {
        return new CertificateException("only clients are judged here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trusted.getAcceptedIssuers();
    }
}
