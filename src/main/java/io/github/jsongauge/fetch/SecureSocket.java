// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import javax.net.ssl.HandshakeCompletedListener;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * A connection to a target by TLS. Of what arrives it measures the bytes that were protected, since those are what HTTP is
 * made of; all else is the business of Java's own socket,
 * which also guards itself against many threads.
 */
@SuppressWarnings("UnsynchronizedOverridesSynchronized")
final class SecureSocket extends SSLSocket implements MeteredSocket {
    private final SSLSocket secure;
    private final TargetSocket below;
    private final Metering metering = new Metering();

    /** @param below what the secure one stands on */
    SecureSocket(SSLSocket secure, TargetSocket below) {
        this.secure = secure;
        this.below = below;
    }

    @Override
    public Meter expectResponse() {
        return metering.expectResponse();
    }

    /** Also when what arrived below is only for TLS: a new connection costs little, and this happens seldom. */
    @Override
    public boolean isOutOfStep() throws IOException {
        return metering.latest().goesOn() || secure.getInputStream().available() > 0 || below.hasUnread();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return secure.getSupportedCipherSuites();
    }

    @Override
    public String[] getEnabledCipherSuites() {
        return secure.getEnabledCipherSuites();
    }

    @Override
    public void setEnabledCipherSuites(String[] suites) {
        secure.setEnabledCipherSuites(suites);
    }

    @Override
    public String[] getSupportedProtocols() {
        return secure.getSupportedProtocols();
    }

    @Override
    public String[] getEnabledProtocols() {
        return secure.getEnabledProtocols();
    }

    @Override
    public void setEnabledProtocols(String[] protocols) {
        secure.setEnabledProtocols(protocols);
    }

    @Override
    public SSLParameters getSSLParameters() {
        return secure.getSSLParameters();
    }

    @Override
    public void setSSLParameters(SSLParameters parameters) {
        secure.setSSLParameters(parameters);
    }

    @Override
    public SSLSession getSession() {
        return secure.getSession();
    }

    @Override
    public SSLSession getHandshakeSession() {
        return secure.getHandshakeSession();
    }

    @Override
    public String getApplicationProtocol() {
        return secure.getApplicationProtocol();
    }

    @Override
    public String getHandshakeApplicationProtocol() {
        return secure.getHandshakeApplicationProtocol();
    }

    @Override
    public void addHandshakeCompletedListener(HandshakeCompletedListener listener) {
        secure.addHandshakeCompletedListener(listener);
    }

    @Override
    public void removeHandshakeCompletedListener(HandshakeCompletedListener listener) {
        secure.removeHandshakeCompletedListener(listener);
    }

    @Override
    public void startHandshake() throws IOException {
        secure.startHandshake();
    }

    @Override
    public void setUseClientMode(boolean mode) {
        secure.setUseClientMode(mode);
    }

    @Override
    public boolean getUseClientMode() {
        return secure.getUseClientMode();
    }

    @Override
    public void setNeedClientAuth(boolean need) {
        secure.setNeedClientAuth(need);
    }

    @Override
    public boolean getNeedClientAuth() {
        return secure.getNeedClientAuth();
    }

    @Override
    public void setWantClientAuth(boolean want) {
        secure.setWantClientAuth(want);
    }

    @Override
    public boolean getWantClientAuth() {
        return secure.getWantClientAuth();
    }

    @Override
    public void setEnableSessionCreation(boolean flag) {
        secure.setEnableSessionCreation(flag);
    }

    @Override
    public boolean getEnableSessionCreation() {
        return secure.getEnableSessionCreation();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return metering.metered(secure.getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return secure.getOutputStream();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return secure.getRemoteSocketAddress();
    }

    @Override
    public InetAddress getInetAddress() {
        return secure.getInetAddress();
    }

    @Override
    public int getPort() {
        return secure.getPort();
    }

    @Override
    public int getSoTimeout() throws SocketException {
        return secure.getSoTimeout();
    }

    @Override
    public void setSoTimeout(int millis) throws SocketException {
        secure.setSoTimeout(millis);
    }

    @Override
    public boolean isConnected() {
        return secure.isConnected();
    }

    @Override
    public boolean isClosed() {
        return secure.isClosed();
    }

    @Override
    public boolean isInputShutdown() {
        return secure.isInputShutdown();
    }

    @Override
    public boolean isOutputShutdown() {
        return secure.isOutputShutdown();
    }

    @Override
    public void close() throws IOException {
        secure.close();
    }
}
