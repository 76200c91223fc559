// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.jsongauge.json.JsonException;
import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.json.JsonNumber;
import io.github.jsongauge.json.JsonObject;
import io.github.jsongauge.json.JsonReader;
import io.github.jsongauge.json.JsonString;
import io.github.jsongauge.json.JsonValue;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Fetches tokens, and keeps each until shortly before it expires. Those who want the same token share one request for it. Safe
 * for many threads.
 */
final class Tokens {
    private static final long BODY_LIMIT_BYTES = 1 << 20;
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final Source source;
    private final Map<OAuth2, Kept> kept = Collections.synchronizedMap(new WeakHashMap<>());

    /** How a token is asked for. */
    interface Source {
        Response fetch(Request request) throws FetchException;
    }

    Tokens(Source source) {
        this.source = source;
    }

    /**
     * A token.
     *
     * @param header value of {@code Authorization}
     * @param expiresNanos monotonic; null = when the target says so
     */
    private record Token(String header, @Nullable Long expiresNanos) {
        boolean isGood() {
            return expiresNanos == null || expiresNanos - System.nanoTime() > 0;
        }
    }

    /** What is known of one set of credentials; guarded by its lock. */
    private static final class Kept {
        private final ReentrantLock lock = new ReentrantLock();
        private volatile @Nullable Token token;
        /** Some servers do not take credentials in a header. */
        private boolean inBody;
    }

    /**
     * The value of {@code Authorization} for a request.
     *
     * @param spent a value that the target did not take; null for none
     * @param deadlineNanos monotonic
     * @throws FetchException when there is no token by the deadline
     */
    String header(OAuth2 credentials, Transport transport, @Nullable String spent, long deadlineNanos)
            throws FetchException {
        Kept mine = kept.computeIfAbsent(credentials, unused -> new Kept());
        Token known = mine.token;
        if (known != null && known.isGood() && !known.header.equals(spent)) {
            return known.header;
        }
        lock(mine, credentials, deadlineNanos);
        try {
            known = mine.token;
            if (known == null || !known.isGood() || known.header.equals(spent)) {
                known = fetch(credentials, transport, mine, deadlineNanos);
                mine.token = known;
            }
            return known.header;
        } finally {
            mine.lock.unlock();
        }
    }

    private static void lock(Kept mine, OAuth2 credentials, long deadlineNanos) throws FetchException {
        try {
            if (mine.lock.tryLock(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw noToken(credentials, Reason.TIMEOUT, "timed out while others ask for it");
    }

    private Token fetch(OAuth2 credentials, Transport transport, Kept mine, long deadlineNanos) throws FetchException {
        try {
            return token(source.fetch(request(credentials, transport, mine.inBody, deadlineNanos)));
        } catch (FetchException refused) {
            boolean perhapsInBody = refused.status() == 400 || refused.status() == 401;
            if (mine.inBody || !perhapsInBody) {
                throw noToken(credentials, refused.reason(), String.valueOf(refused.getMessage()));
            }
        }
        try {
            Token token = token(source.fetch(request(credentials, transport, true, deadlineNanos)));
            mine.inBody = true;
            return token;
        } catch (FetchException refused) {
            throw noToken(credentials, refused.reason(), String.valueOf(refused.getMessage()));
        }
    }

    private static FetchException noToken(OAuth2 credentials, Reason reason, String why) {
        return new FetchException(reason, "no token from " + credentials.tokenUrl() + ": " + why);
    }

    private static Request request(OAuth2 credentials, Transport transport, boolean inBody, long deadlineNanos)
            throws FetchException {
        long left = deadlineNanos - System.nanoTime();
        if (left <= 0) {
            throw new FetchException(Reason.TIMEOUT, "timed out");
        }
        String id = credentials.clientId();
        String secret = credentials.clientSecret().reveal();
        List<String> form = new ArrayList<>();
        form.add("grant_type=client_credentials");
        if (!credentials.scopes().isEmpty()) {
            form.add(field("scope", String.join(" ", credentials.scopes())));
        }
        if (inBody) {
            form.add(field("client_id", id));
            form.add(field("client_secret", secret));
        }
        credentials.endpointParams().forEach((name, value) -> form.add(field(name, value.reveal())));
        List<Header> headers = List.of(new Header("Content-Type", new Secret("application/x-www-form-urlencoded")));
        return new Request(
                credentials.tokenUrl(),
                Method.POST,
                headers,
                new Secret(String.join("&", form)),
                inBody ? null : new Authorization.Basic(encoded(id), new Secret(encoded(secret))),
                StatusSet.SUCCESS,
                false,
                Duration.ofNanos(left),
                BODY_LIMIT_BYTES,
                AllowedTargets.UNRESTRICTED,
                transport);
    }

    private static String field(String name, String value) {
        return encoded(name) + "=" + encoded(value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static Token token(Response response) throws FetchException {
        JsonValue answer;
        try (response) {
            answer = JsonReader.read(response.body(), JsonLimits.DEFAULT);
        } catch (JsonException noJson) {
            throw new FetchException(Reason.PARSE, "its answer is not JSON");
        }
        if (!(answer instanceof JsonObject members)
                || !(members.get("access_token") instanceof JsonString token)
                || !Header.isValue(token.text())) {
            throw new FetchException(Reason.PARSE, "its answer has no access_token that can be sent");
        }
        if (members.get("token_type") instanceof JsonString type && !type.text().equalsIgnoreCase("bearer")) {
            throw new FetchException(Reason.PARSE, "its token is of another type than Bearer");
        }
        return new Token("Bearer " + token.text(), expiry(members));
    }

    private static @Nullable Long expiry(JsonObject answer) {
        if (!(answer.get("expires_in") instanceof JsonNumber seconds) || !(seconds.toDouble() < 1e9)) {
            return null;
        }
        long lifetime = (long) (seconds.toDouble() * 1e9);
        return System.nanoTime() + lifetime - Math.min(lifetime / 10, MARGIN.toNanos());
    }
}
