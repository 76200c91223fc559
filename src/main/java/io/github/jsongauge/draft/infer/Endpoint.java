// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.infer;

import io.github.jsongauge.draft.YamlText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the documents come from, as a configuration says it.
 *
 * @param url without secrets: variables stand for them
 * @param isGuess whether nobody said it
 * @param secrets the values of these variables
 * @param settings more of the target's keys, with their YAML
 * @param bodyLimit for {@code body_size_limit}; empty when the default does
 */
public record Endpoint(
        String url, boolean isGuess, Map<String, String> secrets, Map<String, String> settings, String bodyLimit) {
    private static final Pattern SHAPE =
            Pattern.compile("(?<scheme>[A-Za-z]+://)(?:(?<user>[^/?#]*)@)?(?<rest>.*)", Pattern.DOTALL);
    private static final Pattern CREDENTIAL =
            Pattern.compile("(?<=[?&])(?<name>[^=&]*(?i:key|token|secret|pass|auth|sig|appid)[^=&]*)=(?<value>[^&#]*)");
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z]+://(?:(?:api|www)\\.)?(?<host>[A-Za-z0-9_-]+)(?:[.:/?#].*)?");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z]+://(?:[0-9.]+(?:[:/?#].*)?|localhost.*|\\[.*)");
    private static final Pattern LAST_SEGMENT =
            Pattern.compile("[A-Za-z]+://[^/?#]*/(?:[^?#]*/)?(?<segment>[A-Za-z_-]+)/?(?:[?#].*)?");
    private static final long DEFAULT_BODY_LIMIT = 8 << 20;

    public Endpoint {
        secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** One that nobody named. */
    public static Endpoint unknown() {
        return new Endpoint("http://localhost:8080/", true, Map.of(), Map.of(), "");
    }

    /** The endpoint at a URL that can be asked. */
    public static Endpoint of(String url) {
        Matcher shape = SHAPE.matcher(url);
        if (!shape.matches()) {
            throw new IllegalArgumentException("must be a URL");
        }
        Map<String, String> secrets = new LinkedHashMap<>();
        Map<String, String> settings = new LinkedHashMap<>();
        String user = shape.group("user");
        if (user != null) {
            int colon = user.indexOf(':');
            secrets.put("PASSWORD", decoded(colon < 0 ? "" : user.substring(colon + 1)));
            String name = YamlText.of(decoded(colon < 0 ? user : user.substring(0, colon)), true);
            settings.put("basic_auth", "{username: " + name + ", password: '${PASSWORD:-CHANGE_ME}'}");
        }
        Matcher credentials = CREDENTIAL.matcher(YamlText.literal(shape.group("rest")));
        StringBuilder rest = new StringBuilder();
        while (credentials.find()) {
            String variable = Words.joined(Words.of(credentials.group("name")))
                    .toUpperCase(Locale.ROOT)
                    .replaceFirst("^(?=[0-9]|$)", "SECRET_");
            secrets.put(variable, credentials.group("value"));
            credentials.appendReplacement(
                    rest, Matcher.quoteReplacement(credentials.group("name") + "=${" + variable + ":-CHANGE_ME}"));
        }
        credentials.appendTail(rest);
        return new Endpoint(shape.group("scheme") + rest, false, secrets, settings, "");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException asItIs) {
            return text;
        }
    }

    /** The same, with what its answers need. */
    public Endpoint answering(int status, long bytes) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        if (status / 100 != 2) {
            all.put("accept_status", "[200-299, " + status + "]");
        }
        long limit = DEFAULT_BODY_LIMIT;
        while (limit < bytes * 2 && limit < Integer.MAX_VALUE / 2) {
            limit *= 2;
        }
        return new Endpoint(url, isGuess, secrets, all, bytes * 2 > DEFAULT_BODY_LIMIT ? (limit >> 20) + "MiB" : "");
    }

    /** The same, asked as often as that. */
    public Endpoint polled(String interval) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.put("interval", interval);
        return new Endpoint(url, isGuess, secrets, all, bodyLimit);
    }

    /** The same, with one more variable for its configuration. */
    public Endpoint with(String variable, String value) {
        Map<String, String> all = new LinkedHashMap<>(secrets);
        all.put(variable, value);
        return new Endpoint(url, isGuess, all, settings, bodyLimit);
    }

    /** The first label of its host's name; empty when it has none that says anything. */
    String host() {
        Matcher host = HOST.matcher(url);
        return isGuess || ADDRESS.matcher(url).matches() || !host.matches() ? "" : host.group("host");
    }

    /** What its documents list, when they are lists: the last word of its path when it is a plural. */
    String collection() {
        Matcher segment = LAST_SEGMENT.matcher(url);
        String last = isGuess || !segment.matches() ? "" : segment.group("segment");
        return Words.isPlural(Words.last(Words.of(last)))
                        && !Words.last(Words.of(last)).matches("stats|metrics")
                ? last
                : "";
    }

    /** The variables that must be set for it. */
    List<String> variables() {
        return new ArrayList<>(secrets.keySet());
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return url;
    }
}
