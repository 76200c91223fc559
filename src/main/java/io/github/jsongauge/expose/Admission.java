// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import com.sun.net.httpserver.HttpExchange;
import io.github.jsongauge.expose.access.Rules;
import io.github.jsongauge.expose.access.Verdict;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** What those are told who may not ask. */
final class Admission {
    private Admission() {}

    /**
     * Judges a request; nothing of it appears in the answer.
     *
     * @param waiting how to wait until a password is checked
     * @return null when it may pass
     */
    static @Nullable Answer refusal(Rules rules, HttpExchange exchange, Waiting waiting) {
        if (!rules.inTime()) {
            return Answer.text(429, "There are more requests than rate_limit allows: ask again later.")
                    .with("Retry-After", "1");
        }
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        Verdict verdict = rules.judge(authorization);
        if (verdict == Verdict.UNKNOWN) {
            InetAddress who = exchange.getRemoteAddress().getAddress();
            try {
                verdict = waiting.waitFor(() -> rules.verify(authorization, who));
            } catch (InterruptedException cutOff) {
                Thread.currentThread().interrupt();
                verdict = Verdict.BUSY;
            }
        }
        return switch (verdict) {
            case PASSES -> null;
            case BUSY, UNKNOWN ->
                Answer.text(503, "Too many passwords are being checked: ask again.")
                        .with("Retry-After", "1");
            case REFUSED ->
                Answer.text(401, "A user name and a password are needed here.")
                        .with("WWW-Authenticate", "Basic realm=\"jsongauge\", charset=\"UTF-8\"");
        };
    }
}
