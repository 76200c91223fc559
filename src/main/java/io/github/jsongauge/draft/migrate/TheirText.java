// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A text of json_exporter in which paths stand in braces, such as {@code planet-{.location}}. */
record TheirText(List<Part> parts) {
    /** A path, or what stands between paths. */
    sealed interface Part permits TheirPath, Plain {}

    /** A text that stays as it is. */
    record Plain(String text) implements Part {}

    TheirText {
        parts = List.copyOf(parts);
    }

    static TheirText parse(String text) throws ByHandException {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            if (open < 0) {
                parts.add(new Plain(text.substring(at)));
                break;
            }
            if (open > at) {
                parts.add(new Plain(text.substring(at, open)));
            }
            int close = end(text, open);
            parts.add(PathTranslator.translate(text.substring(open + 1, close)));
            at = close + 1;
        }
        return new TheirText(parts);
    }

    /** The brace that closes one, which is not inside quotes. */
    private static int end(String text, int open) throws ByHandException {
        char quote = 0;
        for (int i = open + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\\') {
                i++;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '}') {
                return i;
            }
        }
        throw new ByHandException("a brace is not closed in " + text);
    }

    /** The text when there is no path in it; else null. */
    @Nullable
    String plain() {
        if (parts.isEmpty()) {
            return "";
        }
        return parts.size() == 1 && parts.get(0) instanceof Plain plain ? plain.text() : null;
    }

    /** The path when there is nothing else; else null. */
    @Nullable
    TheirPath path() {
        List<Part> inner = parts.stream()
                .filter(part -> !(part instanceof Plain plain && plain.text().isBlank()))
                .toList();
        return inner.size() == 1 && inner.get(0) instanceof TheirPath path ? path : null;
    }

    /** Whether one of its paths can find several values. */
    boolean findsSeveral() {
        return parts.stream().anyMatch(part -> part instanceof TheirPath path && path.findsSeveral());
    }

    List<String> remarks() {
        return parts.stream()
                .flatMap(part -> part instanceof TheirPath path ? path.remarks().stream() : Stream.of())
                .toList();
    }
}
