// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.jayway;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.PathNotFoundException;
import io.github.jsongauge.json.JsonArray;
import io.github.jsongauge.json.JsonBoolean;
import io.github.jsongauge.json.JsonNull;
import io.github.jsongauge.json.JsonNumber;
import io.github.jsongauge.json.JsonObject;
import io.github.jsongauge.json.JsonString;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Match;
import io.github.jsongauge.json.path.PathFailureException;
import io.github.jsongauge.json.path.PathLimitException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path of json-path's.
 *
 * <p>json-path keeps state of an evaluation in its compiled paths: the index of an array that {@code ..} goes through, and
 * the arguments of functions. A lock would keep threads apart, but not one evaluation from the next. So a path with
 * either is compiled anew for each evaluation; all others have no such state and are compiled once.
 */
final class JaywayPath implements JsonPath {
    /** Without lists: of a list of names json-path makes one new object, which is always there. */
    private static final Pattern PREFIX =
            Pattern.compile("\\$(\\.[^.\\[\\](){},*?'\"\\s]+(?![^.\\[])|\\[\\s*('[^'\\\\]*'|\\d+)\\s*\\])*");

    private final String text;
    private final String absolute;
    private final boolean stateful;
    private final com.jayway.jsonpath.JsonPath compiled;

    /**
     * Compiles the path.
     *
     * @param absolute what json-path gets to see
     * @throws com.jayway.jsonpath.InvalidPathException if it is none
     */
    JaywayPath(String text, String absolute) {
        this.text = text;
        this.absolute = absolute;
        this.stateful = absolute.contains("..") || absolute.contains("(");
        this.compiled = com.jayway.jsonpath.JsonPath.compile(absolute);
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public boolean singular() {
        return compiled.isDefinite();
    }

    /** Values that json-path computes have no place in the document, so they come as roots of their own. */
    @Override
    public void each(Match root, Match item, Consumer<Match> out) {
        Object found = find(text.startsWith("$") ? root : item);
        if (found == null) {
            return;
        }
        if (singular()) {
            out.accept(match(found));
        } else {
            ((Collection<?>) found).forEach(node -> out.accept(match(node)));
        }
    }

    @Override
    public @Nullable JsonValue value(JsonValue root, JsonValue item) {
        if (!singular()) {
            throw new IllegalStateException("this path may find several nodes");
        }
        Object found = find(Match.root(text.startsWith("$") ? root : item));
        return found == null ? null : value(found);
    }

    private @Nullable Object find(Match start) {
        TreeProvider provider = new TreeProvider();
        Configuration configuration = Configuration.builder()
                .jsonProvider(provider)
                .mappingProvider(new PlainValues())
                .build();
        com.jayway.jsonpath.JsonPath path = stateful ? com.jayway.jsonpath.JsonPath.compile(absolute) : compiled;
        try {
            return path.read(provider.node(start), configuration);
        } catch (PathNotFoundException nothing) {
            return null;
        } catch (PathLimitException tooMuch) {
            throw tooMuch;
        } catch (RuntimeException notForThisDocument) {
            // json-path fails in many ways of its own: max() of an empty array, "empty" on an object, "..length()"
            throw new PathFailureException(text, notForThisDocument);
        }
    }

    private static Match match(@Nullable Object node) {
        if (node instanceof Match match) {
            return match;
        }
        return node instanceof NumberNode number ? number.match() : Match.root(value(node));
    }

    private static JsonValue value(@Nullable Object node) {
        if (node instanceof Match match) {
            return match.value();
        }
        if (node instanceof NumberNode number) {
            return number.match().value();
        }
        if (node instanceof Number number) {
            double value = number.doubleValue();
            boolean integer = number instanceof Integer || number instanceof Long;
            return integer
                    ? JsonNumber.of(number.longValue())
                    : Double.isFinite(value) ? JsonNumber.of(value) : JsonNull.NULL;
        }
        if (node instanceof Boolean bool) {
            return bool ? JsonBoolean.TRUE : JsonBoolean.FALSE;
        }
        if (node instanceof Collection<?> collection) {
            List<JsonValue> elements = new ArrayList<>();
            collection.forEach(element -> elements.add(value(element)));
            return JsonArray.of(elements);
        }
        if (node instanceof Map<?, ?> map) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            map.forEach((name, member) -> members.put((String) name, value(member)));
            return JsonObject.of(members);
        }
        return node == null ? JsonNull.NULL : new JsonString(node.toString());
    }

    @Override
    public JsonPath prefix() {
        if (singular()) {
            return this;
        }
        Matcher prefix = PREFIX.matcher(absolute);
        String before = prefix.lookingAt() ? prefix.group() : "$";
        if (text.startsWith("$")) {
            return new JaywayPath(before, before);
        }
        String relative = before.substring(1);
        return new JaywayPath(relative.startsWith(".") ? relative : '.' + relative, before);
    }

    /** Where a segment of json-path's ends is known only inside json-path. */
    @Override
    public @Nullable JsonPath parent() {
        return null;
    }

    @Override
    public @Nullable String lastName() {
        return null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JaywayPath path && text.equals(path.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
