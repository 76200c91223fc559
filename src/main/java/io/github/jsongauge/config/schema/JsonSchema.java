// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.schema;

import io.github.jsongauge.config.shape.Form;
import io.github.jsongauge.config.shape.Key;
import io.github.jsongauge.config.shape.Rule;
import io.github.jsongauge.config.shape.Shape;
import io.github.jsongauge.json.JsonArray;
import io.github.jsongauge.json.JsonBoolean;
import io.github.jsongauge.json.JsonNumber;
import io.github.jsongauge.json.JsonObject;
import io.github.jsongauge.json.JsonString;
import io.github.jsongauge.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a shape as a JSON Schema. It accepts whatever can be loaded, and refuses what can be seen to be wrong at one place.
 *
 * <p>It is of draft 7, which all editors know.
 *
 * @see <a href="https://json-schema.org/draft-07">JSON Schema, draft 7</a>
 */
public final class JsonSchema {
    /** The text of a number; a scalar that is quoted is a number all the same. */
    private static final String NUMBER = "^[-+]?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]{1,3})?$";

    /** In a text whose value is known at load only. */
    private static final String VARIABLE = "\\$\\{";

    /** What YAML may take a text for. */
    private static final List<String> SCALARS = List.of("string", "number", "boolean");

    private final Map<String, JsonValue> definitions = new TreeMap<>();

    private JsonSchema() {}

    /**
     * The schema of a shape.
     *
     * @param ignored pattern of the keys at the top that may have any value
     */
    public static JsonObject of(Shape shape, String title, String ignored) {
        JsonSchema schema = new JsonSchema();
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("$schema", text("http://json-schema.org/draft-07/schema#"));
        members.put("title", text(title));
        members.putAll(schema.members(shape));
        members.put("patternProperties", object(ignored, JsonBoolean.TRUE));
        members.put("definitions", JsonObject.of(schema.definitions));
        return JsonObject.of(members);
    }

    private Map<String, JsonValue> members(Shape shape) {
        Map<String, JsonValue> properties = new LinkedHashMap<>();
        for (Key key : shape.keys()) {
            properties.put(key.name(), property(key));
        }
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("description", text(shape.description()));
        members.put("type", text("object"));
        members.put("properties", JsonObject.of(properties));
        members.put("additionalProperties", JsonBoolean.FALSE);
        if (!shape.rules().isEmpty()) {
            members.put(
                    "allOf", array(shape.rules().stream().map(JsonSchema::rule).toList()));
        }
        return members;
    }

    private JsonValue property(Key key) {
        JsonObject form = form(key.form());
        // what stands beside a reference is not looked at
        JsonObject schema = form.get("$ref") == null ? form : object("allOf", array(List.of(form)));
        return with(schema, "description", text(key.description()));
    }

    private JsonObject form(Form form) {
        if (form instanceof Form.Text text) {
            return text.pattern().isEmpty()
                    ? object("type", texts(SCALARS))
                    : object("type", text("string"), "pattern", orVariable(text.pattern()));
        } else if (form instanceof Form.Word word) {
            return anyOf(
                    object("enum", texts(word.words())), object("type", text("string"), "pattern", text(VARIABLE)));
        } else if (form instanceof Form.Truth) {
            return anyOf(object("type", text("boolean")), string("^(?:true|false)$"));
        } else if (form instanceof Form.Numeric number) {
            return anyOf(range(number), string(NUMBER));
        } else if (form instanceof Form.ListOf list) {
            JsonObject elements = object("type", text("array"), "items", form(list.element()));
            return list.least() == 0 ? elements : with(elements, "minItems", JsonNumber.of(list.least()));
        } else if (form instanceof Form.MapOf map) {
            JsonObject values = object("type", text("object"), "additionalProperties", form(map.value()));
            return map.namePattern().isEmpty()
                    ? values
                    : with(values, "propertyNames", object("pattern", text(map.namePattern())));
        } else if (form instanceof Form.Keys keys) {
            return reference(keys.shape().get());
        } else if (form instanceof Form.ByKey either) {
            return object(
                    "if", required(either.key()),
                    "then", reference(either.with().get()),
                    "else", reference(either.without().get()));
        }
        return object(
                "anyOf",
                array(((Form.AnyOf) form).forms().stream().map(this::form).toList()));
    }

    /** A reference to the definition of a shape, which may hold itself. */
    private JsonObject reference(Shape shape) {
        if (!definitions.containsKey(shape.name())) {
            definitions.put(shape.name(), JsonBoolean.TRUE);
            definitions.put(shape.name(), JsonObject.of(members(shape)));
        }
        return object("$ref", text("#/definitions/" + shape.name()));
    }

    private static JsonObject range(Form.Numeric number) {
        JsonObject range = object("type", text(number.whole() ? "integer" : "number"));
        return number.least() == -Double.MAX_VALUE
                ? range
                : with(with(range, "minimum", JsonNumber.of((long) number.least())), "maximum", JsonNumber.of((long)
                        number.most()));
    }

    private static JsonObject rule(Rule rule) {
        if (rule instanceof Rule.Needs needs) {
            return needs.keys().size() == 1 ? required(needs.keys().get(0)) : oneOfTheKeys(needs.keys());
        } else if (rule instanceof Rule.Excludes excludes) {
            JsonObject together = with(required(excludes.key()), "anyOf", requiredEach(excludes.others()));
            return object("not", together);
        } else if (rule instanceof Rule.Together together) {
            return object("dependencies", object(together.key(), texts(List.of(together.other()))));
        } else if (rule instanceof Rule.Forbids forbids) {
            Map<String, JsonValue> properties = new LinkedHashMap<>();
            forbids.keys().forEach(key -> properties.put(key, JsonBoolean.FALSE));
            return object("properties", JsonObject.of(properties));
        } else if (rule instanceof Rule.Matches matches) {
            return object("properties", object(matches.key(), object("pattern", orVariable(matches.pattern()))));
        }
        Rule.When when = (Rule.When) rule;
        JsonObject words = object("properties", object(when.key(), object("enum", texts(when.words()))));
        return object(
                "if",
                when.orAbsent() ? words : with(words, "required", texts(List.of(when.key()))),
                "then",
                object(
                        "allOf",
                        array(when.rules().stream().map(JsonSchema::rule).toList())));
    }

    private static JsonObject required(String key) {
        return object("required", texts(List.of(key)));
    }

    private static JsonObject oneOfTheKeys(List<String> keys) {
        return object("anyOf", requiredEach(keys));
    }

    private static JsonArray requiredEach(List<String> keys) {
        return array(keys.stream().map(JsonSchema::required).toList());
    }

    /** A pattern that texts with variables have too. */
    private static JsonString orVariable(String pattern) {
        return text("(?:" + pattern + ")|" + VARIABLE);
    }

    private static JsonObject string(String pattern) {
        return object("type", text("string"), "pattern", orVariable(pattern));
    }

    private static JsonObject anyOf(JsonObject... schemas) {
        return object("anyOf", array(List.of(schemas)));
    }

    private static JsonArray texts(List<String> texts) {
        return array(texts.stream().map(JsonSchema::text).toList());
    }

    private static JsonArray array(List<? extends JsonValue> elements) {
        return JsonArray.of(elements);
    }

    private static JsonString text(String text) {
        return new JsonString(text);
    }

    private static JsonObject with(JsonObject object, String name, JsonValue value) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        object.names().forEach(other -> members.put(other, object.get(other)));
        members.put(name, value);
        return JsonObject.of(members);
    }

    private static JsonObject object(String name, JsonValue value) {
        return JsonObject.of(Map.of(name, value));
    }

    private static JsonObject object(String name, JsonValue value, String second, JsonValue other) {
        return with(object(name, value), second, other);
    }

    private static JsonObject object(
            String name, JsonValue value, String second, JsonValue other, String third, JsonValue last) {
        return with(object(name, value, second, other), third, last);
    }
}
