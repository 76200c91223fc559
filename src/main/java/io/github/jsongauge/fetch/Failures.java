// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import io.github.jsongauge.fetch.tls.TlsSettings;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Names what went wrong: one reason and one sentence, neither with bytes of the target nor with secrets. */
final class Failures {
    private static final Pattern NO_TUNNEL = Pattern.compile("Unexpected response code for CONNECT: ([0-9]+)");
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
            case RESOLVING -> new FetchException(Reason.DNS, attempt.peerHost() + " does not resolve to an address");
            case CONNECTING -> connect(failure, attempt);
            case SECURING -> tls(failure, attempt);
            case WAITING -> beforeHead(failure, attempt);
            case READING -> insideBody(failure, attempt);
        };
    }

    private static String timeout(Attempt attempt) {
        String doing = switch (attempt.phase()) {
            case RESOLVING -> "resolving " + attempt.peerHost();
            case CONNECTING -> "connecting to " + attempt.peer();
            case SECURING -> "agreeing on TLS with " + attempt.url().hostAndPort();
            case WAITING -> "waiting for the response of " + attempt.url().hostAndPort();
            case READING -> "reading the body from " + attempt.url().hostAndPort();
        };
        return "timed out after " + text(attempt.request.timeout()) + " while " + doing;
    }

    private static String text(Duration duration) {
        return duration.toMillisPart() == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }

    private static FetchException connect(IOException failure, Attempt attempt) {
        String peer = attempt.peer();
        String cause = String.valueOf(rootCause(failure).getMessage());
        Matcher tunnel = NO_TUNNEL.matcher(cause);
        if (tunnel.matches()) {
            return new FetchException(
                    Reason.CONNECT,
                    peer + " gives no tunnel to the target: it answered with status " + tunnel.group(1));
        }
        String detail = switch (cause) {
            case "Connection refused" -> peer + " refuses connections";
            case "No such file or directory" -> peer + " does not exist";
            case "Permission denied" -> peer + " may not be opened: no permission";
            case "Failed to authenticate with proxy" ->
                peer + " wants other credentials: check the user name and password in proxy_url";
            default -> "cannot connect to " + peer;
        };
        return new FetchException(Reason.CONNECT, detail);
    }

    private static FetchException tls(IOException failure, Attempt attempt) {
        TargetUrl url = attempt.url();
        String target = url.hostAndPort();
        if (!(failure instanceof SSLException)) {
            return new FetchException(Reason.RESET, target + " closed the connection while agreeing on TLS");
        }
        String detail;
        if (find(failure, SSLPeerUnverifiedException.class) != null) {
            String serverName = attempt.request.transport().tls().serverName();
            detail = "the certificate of " + target + " is not for " + (serverName.isEmpty() ? url.host() : serverName);
        } else if (find(failure, CertificateExpiredException.class) != null) {
            detail = "the certificate of " + target + " has expired";
        } else if (find(failure, CertificateNotYetValidException.class) != null) {
            detail = "the certificate of " + target + " is not valid yet";
        } else if (find(failure, CertificateException.class) != null) {
            detail = "the certificate of " + target + " is not trusted";
        } else if (String.valueOf(failure.getMessage()).startsWith("Unsupported or unrecognized SSL message")) {
            detail = target + " does not speak TLS: is it http?";
        } else {
            detail = alert(failure, attempt);
        }
        return new FetchException(Reason.TLS, detail);
    }

    /** What the target, or Java, says when it breaks off. */
    private static String alert(IOException failure, Attempt attempt) {
        String target = attempt.url().hostAndPort();
        String alert = String.valueOf(failure.getMessage());
        boolean hasIdentity = attempt.request.transport().tls().certFile() != null;
        if (alert.contains("certificate_required") || (alert.contains("bad_certificate") && !hasIdentity)) {
            return target + " asks for a client certificate: set tls_config.cert_file and key_file";
        }
        if (alert.contains("certificate") || alert.contains("unknown_ca")) {
            return target + " does not accept the client certificate in tls_config.cert_file";
        }
        if (alert.contains("protocol_version") || alert.contains("is not accepted by client preferences")) {
            return target + " has no version of TLS in common with us, which are those from "
                    + (attempt.request.transport().tls().minVersion() == TlsSettings.MinVersion.TLS13 ? "1.3" : "1.2")
                    + " on";
        }
        return "no agreement on TLS with " + target;
    }

    private static FetchException beforeHead(IOException failure, Attempt attempt) {
        String target = attempt.url().hostAndPort();
        if (attempt.answeredInTls()) {
            return new FetchException(Reason.PROTOCOL, target + " answers in TLS: is it https?");
        }
        if (failure instanceof SSLException && find(failure, EOFException.class) == null) {
            // with TLS 1.3 the target judges our certificate after we are done
            return new FetchException(Reason.TLS, alert(failure, attempt));
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
