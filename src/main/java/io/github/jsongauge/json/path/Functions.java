// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

import io.github.jsongauge.json.JsonString;
import io.github.jsongauge.json.Regex;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads calls of functions and checks their arguments. */
final class Functions {
    private final Rfc9535 dialect;
    private final Scanner in;
    private final FilterParser filters;

    Functions(Rfc9535 dialect, Scanner in, FilterParser filters) {
        this.dialect = dialect;
        this.in = in;
        this.filters = filters;
    }

    /**
     * The call of a function whose opening parenthesis is next.
     *
     * @param start where its name begins
     */
    Expression call(String name, int start) {
        in.enter();
        Expression call = switch (name) {
            case "length" -> new Value.Length(value(argument()));
            case "count" -> new Value.Count(nodes(argument()));
            case "value" -> new Value.Only(nodes(argument()));
            case "match" -> matches(true);
            case "search" -> matches(false);
            case "key" -> key(start);
            default -> throw unknown(name, start);
        };
        in.leave();
        return call;
    }

    private PathSyntaxException unknown(String name, int start) {
        String ours = dialect == Rfc9535.EXTENDED ? ", key" : "";
        return in.error(
                "unknown function \"" + name + "\" (there are length, count, match, search, value" + ours + ")", start);
    }

    private Argument argument() {
        return arguments(1).get(0);
    }

    private List<Argument> arguments(int count) {
        in.expect("(");
        List<Argument> arguments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            in.skipBlanks();
            if (i > 0) {
                in.expect(",");
                in.skipBlanks();
            }
            int start = in.at();
            arguments.add(new Argument(start, filters.expression()));
        }
        in.skipBlanks();
        in.expect(")");
        return arguments;
    }

    private Value value(Argument argument) {
        return filters.value(argument.start, argument.expression);
    }

    private Query nodes(Argument argument) {
        if (argument.expression instanceof Query query) {
            return query;
        }
        throw in.error("expected a path", argument.start);
    }

    private Expression matches(boolean whole) {
        List<Argument> arguments = arguments(2);
        Value pattern = value(arguments.get(1));
        Regex fixed = pattern instanceof Value.Literal literal && literal.value() instanceof JsonString string
                ? regex(string.text(), arguments.get(1).start)
                : null;
        return new Condition.Matches(whole, value(arguments.get(0)), pattern, fixed);
    }

    /** A pattern that is none matches nothing by the RFC; who writes one into a path wants to know. */
    private @Nullable Regex regex(String pattern, int start) {
        try {
            return Regex.iRegexp(pattern);
        } catch (IllegalArgumentException e) {
            if (dialect == Rfc9535.STRICT) {
                return null;
            }
            throw in.error(e.getMessage() + ", in the pattern", start);
        }
    }

    private Expression key(int start) {
        if (dialect == Rfc9535.STRICT) {
            throw unknown("key", start);
        }
        in.expect("(");
        in.skipBlanks();
        in.expect("@");
        in.skipBlanks();
        in.expect(")");
        return new Value.Key();
    }

    /**
     * What stands between parentheses or commas.
     *
     * @param start where it begins
     */
    private record Argument(int start, Expression expression) {}
}
