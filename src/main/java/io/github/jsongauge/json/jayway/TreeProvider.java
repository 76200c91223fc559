// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.jayway;

import com.jayway.jsonpath.InvalidJsonException;
import com.jayway.jsonpath.spi.json.JsonProvider;
import io.github.jsongauge.json.JsonArray;
import io.github.jsongauge.json.JsonBoolean;
import io.github.jsongauge.json.JsonException;
import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.json.JsonNull;
import io.github.jsongauge.json.JsonNumber;
import io.github.jsongauge.json.JsonObject;
import io.github.jsongauge.json.JsonReader;
import io.github.jsongauge.json.JsonString;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.path.Match;
import io.github.jsongauge.json.path.PathLimitException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Shows json-path a document of ours, for one evaluation. Its nodes are {@link Match}es (numbers: {@link NumberNode}s), so
 * that results know their place; the lists and maps it makes itself are Java's.
 */
@SuppressWarnings("NullAway") // json-path's API has null for JSON null
final class TreeProvider implements JsonProvider {
    /** json-path writes the path of each node that it visits; this many characters of it count as one node. */
    private static final int CHARACTERS_PER_NODE = 64;

    private int left = PathLimitException.MAX_NODES;
    private @Nullable Match lastHolder;
    private int lastCost;

    /** A node as json-path gets it. */
    Object node(Match match) {
        return match.value() instanceof JsonNumber number && isDecimal(number) ? new NumberNode(match, number) : match;
    }

    /** Whether {@link java.math.BigDecimal} can hold it; others are compared like texts. */
    private static boolean isDecimal(JsonNumber number) {
        double nearest = number.toDouble();
        return Double.isFinite(nearest) && (nearest != 0 || number.text().length() < 300);
    }

    private void visit(Match holder) {
        if (holder != lastHolder) {
            lastHolder = holder;
            lastCost = 1 + pathLength(holder) / CHARACTERS_PER_NODE;
        }
        spend(lastCost);
    }

    private static int pathLength(Match match) {
        int length = 0;
        for (Match at = match; at.parent() != null; at = at.parent()) {
            length += at.key().length() + 4;
        }
        return length;
    }

    void spend(int nodes) {
        left -= nodes;
        if (left < 0) {
            throw new PathLimitException();
        }
    }

    private static @Nullable JsonValue value(Object node) {
        return node instanceof Match match ? match.value() : null;
    }

    @Override
    public boolean isArray(Object node) {
        return node instanceof List || value(node) instanceof JsonArray;
    }

    @Override
    public boolean isMap(Object node) {
        return node instanceof Map || value(node) instanceof JsonObject;
    }

    @Override
    public int length(Object node) {
        if (node instanceof Collection<?> collection) {
            return collection.size();
        }
        JsonValue value = value(node);
        if (value instanceof JsonArray array) {
            return array.size();
        }
        return value instanceof JsonObject object ? object.size() : ((Map<?, ?>) node).size();
    }

    @Override
    public Iterable<?> toIterable(Object node) {
        if (node instanceof List<?> list) {
            return list;
        }
        int size = length(node);
        return () ->
                IntStream.range(0, size).mapToObj(i -> getArrayIndex(node, i)).iterator();
    }

    @Override
    public Object getArrayIndex(Object node, int index) {
        if (node instanceof List<?> list) {
            return list.get(index);
        }
        Match match = (Match) node;
        visit(match);
        return node(match.element(index, ((JsonArray) match.value()).get(index)));
    }

    @Override
    @Deprecated
    @SuppressWarnings("InlineMeSuggester")
    public Object getArrayIndex(Object node, int index, boolean unwrap) {
        return getArrayIndex(node, index);
    }

    @Override
    public Collection<String> getPropertyKeys(Object node) {
        if (node instanceof Map<?, ?> map) {
            return map.keySet().stream().map(String.class::cast).toList();
        }
        return ((JsonObject) ((Match) node).value()).names();
    }

    @Override
    public Object getMapValue(Object node, String name) {
        if (node instanceof Map<?, ?> map) {
            return map.containsKey(name) ? map.get(name) : UNDEFINED;
        }
        Match match = (Match) node;
        visit(match);
        JsonValue value = ((JsonObject) match.value()).get(name);
        return value == null ? UNDEFINED : node(match.member(name, value));
    }

    @Override
    public Object unwrap(Object node) {
        JsonValue value = value(node);
        if (value instanceof JsonString string) {
            return string.text();
        }
        if (value instanceof JsonNumber number) {
            return number.text();
        }
        if (value instanceof JsonBoolean bool) {
            return bool == JsonBoolean.TRUE;
        }
        return value == JsonNull.NULL ? null : node;
    }

    @Override
    public Object createArray() {
        return new ArrayList<Object>();
    }

    @Override
    public Object createMap() {
        return new LinkedHashMap<String, Object>();
    }

    @Override
    @SuppressWarnings("unchecked")
    public void setArrayIndex(Object array, int index, Object value) {
        List<Object> list = (List<Object>) array;
        if (index == list.size()) {
            list.add(value);
        } else {
            list.set(index, value);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public void setProperty(Object map, Object name, Object value) {
        ((Map<String, Object>) map).put((String) name, value);
    }

    @Override
    public void removeProperty(Object map, Object name) {
        throw new UnsupportedOperationException("documents do not change");
    }

    /** For arguments of functions; documents are read before. */
    @Override
    public Object parse(String json) {
        try {
            return unwrap(node(Match.root(JsonReader.read(json.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT))));
        } catch (JsonException e) {
            throw new InvalidJsonException(e, json);
        }
    }

    @Override
    public Object parse(InputStream json, String charset) {
        throw new UnsupportedOperationException("documents are read before");
    }

    @Override
    public String toJson(Object node) {
        throw new UnsupportedOperationException("documents are written elsewhere");
    }
}
