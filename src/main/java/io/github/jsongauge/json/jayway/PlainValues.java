// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.jayway;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.TypeRef;
import com.jayway.jsonpath.spi.mapper.MappingProvider;
import io.github.jsongauge.json.JsonArray;
import io.github.jsongauge.json.JsonNumber;
import io.github.jsongauge.json.JsonObject;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.path.Match;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns arrays and objects into Java's lists and maps, which is what json-path compares within filters. */
@SuppressWarnings("NullAway") // json-path's API has null for JSON null
final class PlainValues implements MappingProvider {

    @Override
    public <T> T map(@Nullable Object source, Class<T> type, Configuration configuration) {
        return type.cast(plain(source, (TreeProvider) configuration.jsonProvider()));
    }

    @Override
    public <T> T map(@Nullable Object source, TypeRef<T> type, Configuration configuration) {
        throw new UnsupportedOperationException("filters need lists and maps only");
    }

    private static @Nullable Object plain(@Nullable Object node, TreeProvider provider) {
        provider.spend(1);
        if (node instanceof NumberNode number) {
            return plain((JsonNumber) number.match().value());
        }
        if (node instanceof List<?> list) {
            List<@Nullable Object> plain = new ArrayList<>();
            list.forEach(element -> plain.add(plain(element, provider)));
            return plain;
        }
        if (node instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> plain = new LinkedHashMap<>();
            map.forEach((name, member) -> plain.put(name, plain(member, provider)));
            return plain;
        }
        if (!(node instanceof Match match)) {
            return node;
        }
        JsonValue value = match.value();
        if (value instanceof JsonArray array) {
            List<@Nullable Object> plain = new ArrayList<>(array.size());
            provider.toIterable(match).forEach(element -> plain.add(plain(element, provider)));
            return plain;
        }
        if (value instanceof JsonObject object) {
            Map<Object, @Nullable Object> plain = new LinkedHashMap<>();
            object.names().forEach(name -> plain.put(name, plain(provider.getMapValue(match, name), provider)));
            return plain;
        }
        return provider.unwrap(match);
    }

    /** As json-smart reads the literals in a filter, so that equal ones are equal. */
    private static Number plain(JsonNumber number) {
        BigDecimal decimal = new BigDecimal(number.text());
        if (decimal.scale() != 0) {
            return number.toDouble();
        }
        try {
            long exact = decimal.longValueExact();
            int small = (int) exact;
            return small == exact ? (Number) small : (Number) exact;
        } catch (ArithmeticException beyondLong) {
            return decimal.toBigInteger();
        }
    }
}
