// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a kind of endpoint is asked: a {@link Request} without its URL, with places for parameters.
 *
 * @param params added to the query of the URL, in this order
 * @param headers see {@link Request#headers()}
 * @param body see {@link Request#body()}; values of parameters are escaped for a JSON string in it, or for a form
 */
public record RequestTemplate(
        Method method,
        List<Line> params,
        List<Line> headers,
        @Nullable TextTemplate body,
        @Nullable Authorization authorization,
        StatusSet accept,
        boolean followRedirects,
        Duration timeout,
        long bodyLimitBytes,
        Transport transport) {
    /** A name and what goes with it. */
    public record Line(String name, TextTemplate value) {}

    public RequestTemplate {
        params = List.copyOf(params);
        headers = List.copyOf(headers);
    }

    /** Asks by GET, with nothing but the URL. */
    public static RequestTemplate plain(Duration timeout, long bodyLimitBytes) {
        return new RequestTemplate(
                Method.GET,
                List.of(),
                List.of(),
                null,
                null,
                StatusSet.SUCCESS,
                false,
                timeout,
                bodyLimitBytes,
                Transport.DIRECT);
    }

    /**
     * The request for one URL.
     *
     * @param values of all parameters that have places here
     * @throws IllegalArgumentException when a value cannot stand in its place, with a message that does not repeat it
     */
    public Request request(TargetUrl url, AllowedTargets allowed, Map<String, String> values) {
        TargetUrl whole = url;
        for (Line param : params) {
            whole = whole.withParameter(param.name, param.value.fill(values, UnaryOperator.identity()));
        }
        List<Header> lines = headers.stream()
                .map(line -> new Header(line.name, new Secret(line.value.fill(values, UnaryOperator.identity()))))
                .toList();
        Secret content = body == null ? null : new Secret(body.fill(values, escape(lines)));
        return new Request(
                whole,
                method,
                lines,
                content,
                authorization,
                accept,
                followRedirects,
                timeout,
                bodyLimitBytes,
                allowed,
                transport);
    }

    private static UnaryOperator<String> escape(List<Header> headers) {
        boolean form = headers.stream()
                .anyMatch(header -> header.is("Content-Type")
                        && header.value().reveal().startsWith("application/x-www-form-urlencoded"));
        return form ? value -> URLEncoder.encode(value, UTF_8) : RequestTemplate::inJson;
    }

    /** A text as it stands between the quotes of a JSON string. */
    private static String inJson(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                escaped.append('\\').append(c);
            } else if (c < ' ') {
                escaped.append(String.format("\\u%04x", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
