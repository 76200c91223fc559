// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Names what went wrong: one reason and one sentence, neither with bytes of the target nor with secrets. */
final class Failures {
    static final String BROKEN_CHUNKS = "sent a body whose chunks are cut short or broken";

    private Failures() {}

    /** @param attempt how far it had come when OkHttp gave up on it */
    static FetchException of(IOException failure, Attempt attempt) {
        String target = attempt.url().hostAndPort();
        Refused refused = find(failure, Refused.class);
        if (refused != null) {
            return new FetchException(refused.reason(), target + " " + refused.detail())
                    .withRetryAfter(refused.retryAfter());
        }
        NotAllowed notAllowed = find(failure, NotAllowed.class);
        if (notAllowed != null) {
            return new TargetNotAllowedException(target + " " + notAllowed.getMessage());
        }
        if (attempt.remainingNanos() <= 0) {
            return new FetchException(Reason.TIMEOUT, timeout(attempt));
        }
        return switch (attempt.phase()) {
            case RESOLVING -> new FetchException(Reason.DNS, attempt.url().host() + " does not resolve to an address");
            case CONNECTING -> connect(failure, target);
            case SECURING -> tls(failure, attempt.url());
            case WAITING -> beforeHead(failure, attempt);
            case READING -> insideBody(failure, attempt);
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
        boolean refused = "Connection refused".equals(rootCause(failure).getMessage());
        return new FetchException(
                Reason.CONNECT, refused ? target + " refuses connections" : "cannot connect to " + target);
    }

    private static FetchException tls(IOException failure, TargetUrl url) {
        String target = url.hostAndPort();
        if (!(failure instanceof SSLException)) {
            return new FetchException(Reason.RESET, target + " closed the connection while agreeing on TLS");
        }
        String detail;
        if (find(failure, SSLPeerUnverifiedException.class) != null) {
            detail = "the certificate of " + target + " is not for " + url.host();
        } else if (find(failure, CertificateExpiredException.class) != null) {
            detail = "the certificate of " + target + " has expired";
        } else if (find(failure, CertificateNotYetValidException.class) != null) {
            detail = "the certificate of " + target + " is not valid yet";
        } else if (find(failure, CertificateException.class) != null) {
            detail = "the certificate of " + target + " is not trusted";
        } else if (String.valueOf(failure.getMessage()).startsWith("Unsupported or unrecognized SSL message")) {
            detail = target + " does not speak TLS: is it http?";
        } else {
            detail = "no agreement on TLS with " + target;
        }
        return new FetchException(Reason.TLS, detail);
    }

    private static FetchException beforeHead(IOException failure, Attempt attempt) {
        String target = attempt.url().hostAndPort();
        if (attempt.answeredInTls()) {
            return new FetchException(Reason.PROTOCOL, target + " answers in TLS: is it https?");
        }
        if (failure instanceof ProtocolException) {
            return new FetchException(Reason.PROTOCOL, target + " does not answer in HTTP");
        }
        if (!attempt.answered()) {
            return new FetchException(Reason.RESET, target + " closed the connection before it answered");
        }
        // OkHttp says so of an end of the stream and of its limit of 256 KiB alike
        return find(failure, EOFException.class) != null
                ? new FetchException(Reason.PROTOCOL, target + " sent a response head that is cut short or too long")
                : new FetchException(Reason.RESET, target + " reset the connection inside the response head");
    }

    private static FetchException insideBody(IOException failure, Attempt attempt) {
        String target = attempt.url().hostAndPort();
        if (!(failure instanceof ProtocolException) && !(failure instanceof EOFException)) {
            return new FetchException(Reason.RESET, target + " reset the connection inside the body");
        }
        return new FetchException(
                Reason.PROTOCOL,
                target + " "
                        + (attempt.chunked() ? BROKEN_CHUNKS : "sent a body that is shorter than its Content-Length"));
    }

    private static Throwable rootCause(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : rootCause(cause);
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
