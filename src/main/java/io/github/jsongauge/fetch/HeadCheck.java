// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Response;

/**
 * Judges a response by its head, before a byte of the body is read. As a network interceptor it sees the head as it came, and
 * comes before OkHttp acts on a status by itself.
 */
final class HeadCheck implements Interceptor {
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

    @Override
    public Response intercept(Chain chain) throws IOException {
        Attempt attempt = Attempt.current();
        attempt.checkConnection(Objects.requireNonNull(chain.connection()));
        attempt.checkInStep();
        Response response = proceed(chain, attempt);
        attempt.checkBeginning();
        checkNames(response.headers());
        checkFraming(response);
        checkStatus(response.code(), response.headers(), attempt);
        // OkHttp would repeat the request after 503 with 0
        return response.newBuilder().removeHeader("Retry-After").build();
    }

    private static Response proceed(Chain chain, Attempt attempt) throws IOException {
        try {
            return chain.proceed(chain.request());
        } catch (ProtocolException e) {
            // OkHttp is first to object to a 204 that announces a body
            checkStatus(attempt.status(), Headers.EMPTY, attempt);
            throw e;
        } catch (IllegalStateException e) {
            // what OkHttp says of a status like -20
            throw new Refused(Reason.PROTOCOL, "sent a status that HTTP does not have");
        }
    }

    private static void checkNames(Headers headers) throws Refused {
        for (int i = 0; i < headers.size(); i++) {
            if (!Header.isToken(headers.name(i))) {
                throw new Refused(Reason.PROTOCOL, "sent a malformed header line");
            }
        }
    }

    /** <a href="https://www.rfc-editor.org/rfc/rfc9112#name-message-body-length">RFC 9112, 6.3</a>, and no leniency. */
    private static void checkFraming(Response response) throws Refused {
        List<String> lengths = response.headers("Content-Length");
        List<String> codings = response.headers("Transfer-Encoding");
        if (lengths.size() > 1) {
            throw new Refused(Reason.PROTOCOL, "sent Content-Length more than once");
        }
        if (!lengths.isEmpty() && !LENGTH.matcher(lengths.get(0)).matches()) {
            throw new Refused(Reason.PROTOCOL, "sent a Content-Length that is not a number of bytes");
        }
        if (!codings.isEmpty() && !lengths.isEmpty()) {
            throw new Refused(Reason.PROTOCOL, "sent both Content-Length and Transfer-Encoding");
        }
        if (!codings.isEmpty() && !isChunked(codings, response.protocol())) {
            throw new Refused(Reason.PROTOCOL, "sent a Transfer-Encoding other than chunked");
        }
    }

    private static boolean isChunked(List<String> codings, Protocol protocol) {
        return protocol != Protocol.HTTP_1_0
                && codings.size() == 1
                && codings.get(0).toLowerCase(Locale.ROOT).equals("chunked");
    }

    private static void checkStatus(int status, Headers headers, Attempt attempt) throws Refused {
        Request request = attempt.request;
        if (status < 100 || status > 599) {
            throw new Refused(Reason.PROTOCOL, "sent a status that HTTP does not have");
        }
        if (request.followRedirects() && Route.isRedirect(status)) {
            return;
        }
        if (status >= 300 && status < 400 && status != 304) {
            throw new Refused(
                    Reason.REDIRECT,
                    "answered with a redirect (status %d), which is not followed: change url to where it leads,"
                            + " or set follow_redirects",
                    status);
        }
        if (status == 407 && attempt.proxy() != null) {
            throw new Refused(Reason.STATUS, "was not asked: the proxy wants credentials (status 407), in proxy_url");
        }
        if (!request.accept().contains(status)) {
            throw new Refused(Reason.STATUS, RetryAfter.of(status, headers), "answered with status %d", status);
        }
    }
}
