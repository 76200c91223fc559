// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Names what went wrong: one reason and one sentence, neither with bytes of the target nor with secrets. */
final class Failures {
    private Failures() {}

    /** @param attempt how far it had come when OkHttp gave up on it */
    static FetchException of(IOException failure, Attempt attempt) {
        String target = attempt.url().hostAndPort();
        Refused refused = find(failure, Refused.class);
        if (refused != null) {
            return new FetchException(refused.reason(), target + " " + refused.detail());
        }
        if (attempt.remainingNanos() <= 0) {
            return new FetchException(Reason.TIMEOUT, timeout(attempt), failure);
        }
        return switch (attempt.phase()) {
            case RESOLVING ->
                new FetchException(Reason.DNS, attempt.url().host() + " does not resolve to an address", failure);
            case CONNECTING -> connect(failure, target);
            case SECURING -> tls(failure, attempt.url());
            case WAITING -> beforeHead(failure, attempt);
            case READING -> insideBody(failure, target);
        };
    }

    private static String timeout(Attempt attempt) {
        String doing = switch (attempt.phase()) {
            case RESOLVING -> "resolving " + attempt.url().host();
            case CONNECTING -> "connecting to " + attempt.url().hostAndPort();
            case SECURING -> "agreeing on TLS with " + attempt.url().hostAndPort();
            case WAITING -> "waiting for the response of " + attempt.url().hostAndPort();
            case READING -> "reading the body from " + attempt.url().hostAndPort();
        };
        return "timed out after " + text(attempt.request.timeout()) + " while " + doing;
    }

    private static String text(Duration duration) {
        return duration.toMillisPart() == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }

    private static FetchException connect(IOException failure, String target) {
        String detail = find(failure, ConnectException.class) == null
                ? "cannot connect to " + target
                : target + " refuses connections";
        return new FetchException(Reason.CONNECT, detail, failure);
    }

    private static FetchException tls(IOException failure, TargetUrl url) {
        String target = url.hostAndPort();
        String detail;
        if (find(failure, SSLPeerUnverifiedException.class) != null) {
            detail = "the certificate of " + target + " is not valid for " + url.host();
        } else if (find(failure, CertificateExpiredException.class) != null) {
            detail = "the certificate of " + target + " has expired";
        } else if (find(failure, CertPathBuilderException.class) != null
                || find(failure, CertificateException.class) != null) {
            detail = "the certificate of " + target + " is not trusted";
        } else if (failure instanceof SSLException
                && String.valueOf(failure.getMessage()).contains("SSL message")) {
            detail = target + " does not speak TLS, is it http?";
        } else {
            detail = "no agreement on TLS with " + target;
        }
        return new FetchException(Reason.TLS, detail, failure);
    }

    private static FetchException beforeHead(IOException failure, Attempt attempt) {
        String target = attempt.url().hostAndPort();
        if (attempt.answeredInTls()) {
            return new FetchException(Reason.PROTOCOL, target + " speaks TLS, is it https?", failure);
        }
        if (failure instanceof ProtocolException) {
            return new FetchException(Reason.PROTOCOL, target + " does not answer in HTTP", failure);
        }
        if (attempt.answered() && find(failure, EOFException.class) != null) {
            return new FetchException(
                    Reason.PROTOCOL, target + " sent response headers that do not end, or are too long", failure);
        }
        return new FetchException(Reason.RESET, target + " closed the connection before it answered", failure);
    }

    private static FetchException insideBody(IOException failure, String target) {
        return failure instanceof ProtocolException
                ? new FetchException(Reason.PROTOCOL, target + " sent a body that is shorter than it said", failure)
                : new FetchException(Reason.RESET, target + " closed the connection inside the body", failure);
    }

    private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
