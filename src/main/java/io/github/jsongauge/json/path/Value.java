// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

import io.github.jsongauge.json.JsonArray;
import io.github.jsongauge.json.JsonNumber;
import io.github.jsongauge.json.JsonObject;
import io.github.jsongauge.json.JsonString;
import io.github.jsongauge.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** A part of a filter that gives one value, or nothing: the "ValueType" of RFC 9535. */
sealed interface Value extends Expression {
    /** The value for the node that is tested; null for what the RFC calls Nothing. */
    @Nullable
    JsonValue of(Match current, Evaluation evaluation);

    /** A value that stands in the path itself. */
    record Literal(JsonValue value) implements Value {
        @Override
        public void read(Reach root, Reach current) {}

        @Override
        public JsonValue of(Match current, Evaluation evaluation) {
            return value;
        }
    }

    /** The value at a singular query. */
    record At(Query query) implements Value {
        @Override
        public void read(Reach root, Reach current) {
            query.read(root, current);
        }

        @Override
        public @Nullable JsonValue of(Match current, Evaluation evaluation) {
            return query.value(current, evaluation);
        }
    }

    /** {@code length()}: the characters of a text, the elements of an array, the members of an object. */
    record Length(Value argument) implements Value {
        @Override
        public void read(Reach root, Reach current) {
            argument.read(root, current);
        }

        @Override
        public @Nullable JsonValue of(Match current, Evaluation evaluation) {
            JsonValue value = argument.of(current, evaluation);
            if (value instanceof JsonString string) {
                String text = string.text();
                evaluation.work().text(text);
                return JsonNumber.of(text.codePointCount(0, text.length()));
            }
            if (value instanceof JsonArray array) {
                return JsonNumber.of(array.size());
            }
            return value instanceof JsonObject object ? JsonNumber.of(object.size()) : null;
        }
    }

    /** {@code count()}: how many nodes a query finds. */
    record Count(Query argument) implements Value {
        @Override
        public void read(Reach root, Reach current) {
            argument.reach(root, current);
        }

        @Override
        public JsonValue of(Match current, Evaluation evaluation) {
            int[] count = new int[1];
            argument.run(evaluation.root(), current, evaluation.work(), node -> {
                count[0]++;
                return true;
            });
            return JsonNumber.of(count[0]);
        }
    }

    /** {@code value()}: the value of the only node that a query finds. */
    record Only(Query argument) implements Value {
        @Override
        public void read(Reach root, Reach current) {
            argument.read(root, current);
        }

        @Override
        public @Nullable JsonValue of(Match current, Evaluation evaluation) {
            JsonValue[] found = new JsonValue[2];
            argument.run(evaluation.root(), current, evaluation.work(), node -> {
                found[found[0] == null ? 0 : 1] = node.value();
                return found[1] == null;
            });
            return found[1] == null ? found[0] : null;
        }
    }

    /** {@code key(@)}, which is ours: the name or index of the node that is tested. */
    record Key() implements Value {
        @Override
        public void read(Reach root, Reach current) {}

        @Override
        public @Nullable JsonValue of(Match current, Evaluation evaluation) {
            String name = current.name();
            if (name != null) {
                return new JsonString(name);
            }
            return current.parent() == null ? null : JsonNumber.of(current.index());
        }
    }
}
