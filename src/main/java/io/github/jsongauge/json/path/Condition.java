// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

import io.github.jsongauge.json.JsonString;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.Regex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a filter that is true or false for a node: the "LogicalType" of RFC 9535. */
sealed interface Condition extends Expression {
    boolean passes(Match current, Evaluation evaluation);

    /** {@code ||}. */
    record Any(List<Condition> conditions) implements Condition {
        @Override
        public void read(Reach root, Reach current) {
            conditions.forEach(condition -> condition.read(root, current));
        }

        @Override
        public boolean passes(Match current, Evaluation evaluation) {
            for (Condition condition : conditions) {
                if (condition.passes(current, evaluation)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** {@code &&}. */
    record All(List<Condition> conditions) implements Condition {
        @Override
        public void read(Reach root, Reach current) {
            conditions.forEach(condition -> condition.read(root, current));
        }

        @Override
        public boolean passes(Match current, Evaluation evaluation) {
            for (Condition condition : conditions) {
                if (!condition.passes(current, evaluation)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** {@code !}. */
    record Not(Condition condition) implements Condition {
        @Override
        public void read(Reach root, Reach current) {
            condition.read(root, current);
        }

        @Override
        public boolean passes(Match current, Evaluation evaluation) {
            return !condition.passes(current, evaluation);
        }
    }

    /** Whether a query finds anything. */
    record Exists(Query query) implements Condition {
        @Override
        public void read(Reach root, Reach current) {
            query.reach(root, current);
        }

        @Override
        public boolean passes(Match current, Evaluation evaluation) {
            if (query.singular()) {
                return query.value(current, evaluation) != null;
            }
            boolean[] exists = new boolean[1];
            query.run(evaluation.root(), current, evaluation.work(), node -> {
                exists[0] = true;
                return false;
            });
            return exists[0];
        }
    }

    /** A comparison of two values. */
    record Compares(Value left, Comparison comparison, Value right) implements Condition {
        @Override
        public void read(Reach root, Reach current) {
            left.read(root, current);
            right.read(root, current);
        }

        @Override
        public boolean passes(Match current, Evaluation evaluation) {
            return comparison.holds(left.of(current, evaluation), right.of(current, evaluation), evaluation.work());
        }
    }

    /**
     * {@code match()} and {@code search()}.
     *
     * @param whole whether the whole text has to match, not only a part
     * @param fixed the compiled pattern, when it stands in the path
     */
    record Matches(
            boolean whole,
            Value text,
            Value pattern,
            @Nullable Regex fixed) implements Condition {
        @Override
        public void read(Reach root, Reach current) {
            text.read(root, current);
            pattern.read(root, current);
        }

        @Override
        public boolean passes(Match current, Evaluation evaluation) {
            if (!(text.of(current, evaluation) instanceof JsonString string)) {
                return false;
            }
            Regex regex = fixed == null ? regex(pattern.of(current, evaluation), evaluation) : fixed;
            if (regex == null) {
                return false;
            }
            evaluation.work().match(string.text(), regex);
            return whole ? regex.matches(string.text()) : regex.finds(string.text());
        }

        private static @Nullable Regex regex(@Nullable JsonValue pattern, Evaluation evaluation) {
            return pattern instanceof JsonString string ? evaluation.work().regex(string.text()) : null;
        }
    }
}
