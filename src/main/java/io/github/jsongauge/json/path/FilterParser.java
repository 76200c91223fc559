// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

import io.github.jsongauge.json.JsonBoolean;
import io.github.jsongauge.json.JsonNull;
import io.github.jsongauge.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what stands behind the {@code ?} of a filter, and checks that it is well-typed. */
final class FilterParser {
    private final Scanner in;
    private final Literals literals;
    private final PathParser paths;
    private final Functions functions;

    FilterParser(Rfc9535 dialect, Scanner in, Literals literals, PathParser paths) {
        this.in = in;
        this.literals = literals;
        this.paths = paths;
        this.functions = new Functions(dialect, in, this);
    }

    Condition condition() {
        List<Condition> any = new ArrayList<>();
        any.add(conjunction());
        while (acceptAfterBlanks("||")) {
            in.skipBlanks();
            any.add(conjunction());
        }
        return any.size() == 1 ? any.get(0) : new Condition.Any(any);
    }

    private Condition conjunction() {
        List<Condition> all = new ArrayList<>();
        all.add(basic());
        while (acceptAfterBlanks("&&")) {
            in.skipBlanks();
            all.add(basic());
        }
        return all.size() == 1 ? all.get(0) : new Condition.All(all);
    }

    private boolean acceptAfterBlanks(String operator) {
        int end = in.at();
        in.skipBlanks();
        if (in.accept(operator)) {
            return true;
        }
        in.back(end);
        return false;
    }

    private Condition basic() {
        if (in.accept("!")) {
            in.skipBlanks();
            return new Condition.Not(in.peek() == '(' ? parenthesized() : tested(expression()));
        }
        if (in.peek() == '(') {
            return parenthesized();
        }
        int start = in.at();
        Expression left = expression();
        Comparison comparison = comparison();
        if (comparison == null) {
            return tested(left);
        }
        Value leftValue = compared(start, left);
        in.skipBlanks();
        int rightStart = in.at();
        return new Condition.Compares(leftValue, comparison, compared(rightStart, expression()));
    }

    private Condition parenthesized() {
        in.expect("(");
        in.enter();
        in.skipBlanks();
        Condition condition = condition();
        in.skipBlanks();
        in.expect(")");
        in.leave();
        return condition;
    }

    private @Nullable Comparison comparison() {
        for (Comparison comparison : Comparison.values()) {
            if (acceptAfterBlanks(comparison.symbol())) {
                return comparison;
            }
        }
        return null;
    }

    private Condition tested(Expression expression) {
        if (expression instanceof Condition condition) {
            return condition;
        }
        if (expression instanceof Query query) {
            return new Condition.Exists(query);
        }
        in.skipBlanks();
        throw in.expected("a comparison like \"==\"");
    }

    /** An operand of a comparison. */
    private Value compared(int start, Expression expression) {
        if (expression instanceof Condition) {
            throw in.error("expected a value, but this function is true or false and cannot be compared,", start);
        }
        return value(start, expression);
    }

    /** A value, or the value at a singular query. */
    Value value(int start, Expression expression) {
        if (expression instanceof Value value) {
            return value;
        }
        if (expression instanceof Query query && query.singular()) {
            return new Value.At(query);
        }
        throw in.error("expected a value, or a path that finds one node at most,", start);
    }

    /** A query, a literal or a function. */
    Expression expression() {
        if (literals.atQuote()) {
            return new Value.Literal(new JsonString(literals.text()));
        }
        if (literals.atNumber()) {
            return new Value.Literal(literals.number());
        }
        if (in.accept("@")) {
            return new Query(false, paths.segments());
        }
        if (in.accept("$")) {
            return new Query(true, paths.segments());
        }
        int start = in.at();
        String word = word();
        if (in.peek() == '(') {
            return functions.call(word, start);
        }
        return switch (word) {
            case "true" -> new Value.Literal(JsonBoolean.TRUE);
            case "false" -> new Value.Literal(JsonBoolean.FALSE);
            case "null" -> new Value.Literal(JsonNull.NULL);
            default -> throw in.error("expected \"@\", \"$\", a value, a function, \"!\" or \"(\"", start);
        };
    }

    private String word() {
        int start = in.at();
        while (isLowerCase(in.peek()) || (in.at() > start && (in.peek() == '_' || Literals.isDigit(in.peek())))) {
            in.next();
        }
        return in.since(start);
    }

    private static boolean isLowerCase(char c) {
        return c >= 'a' && c <= 'z';
    }
}
