// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a path by recursive descent, one method for each rule of RFC 9535's grammar. */
final class PathParser {
    /** What ends a name that is written without quotes in {@link Rfc9535#EXTENDED}. */
    private static final String NOT_IN_NAMES = ".[](){},*?'\"=!<>&|";

    private final Rfc9535 dialect;
    private final String text;
    private final Scanner in;
    private final Literals literals;
    private final FilterParser filters;

    PathParser(Rfc9535 dialect, String text) {
        this.dialect = dialect;
        this.text = text;
        this.in = new Scanner(text);
        this.literals = new Literals(in);
        this.filters = new FilterParser(dialect, in, literals, this);
    }

    JsonPath parse() {
        if (text.length() > Rfc9535.MAX_LENGTH) {
            throw in.error("expected at most 4,096 characters, got more", Rfc9535.MAX_LENGTH);
        }
        boolean fromRoot = start();
        Query query = new Query(fromRoot, segments());
        if (!in.atEnd()) {
            throw in.expected("\".\", \"[\" or the end");
        }
        return new CompiledPath(dialect, text, query);
    }

    /** Whether the path starts at the root; if not, the scanner stays at the dot when a name or another dot follows. */
    private boolean start() {
        if (in.accept("$")) {
            return true;
        }
        if (dialect == Rfc9535.STRICT) {
            throw in.expected("\"$\"");
        }
        if (in.peek() != '.') {
            throw in.expected("\"$\" (the document) or \".\" (the item)");
        }
        if (text.length() == 1 || in.peek(1) == '[') {
            in.next();
        }
        return false;
    }

    List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        while (true) {
            int end = in.at();
            in.skipBlanks();
            if (in.accept("..")) {
                segments.add(new Segment(in.peek() == '[' ? bracketed() : List.of(shorthand()), true, in.at()));
            } else if (in.accept(".")) {
                segments.add(new Segment(List.of(shorthand()), false, in.at()));
            } else if (in.peek() == '[') {
                segments.add(new Segment(bracketed(), false, in.at()));
            } else {
                in.back(end);
                return segments;
            }
        }
    }

    private Selector shorthand() {
        if (in.accept("*")) {
            return new Selector.Wildcard();
        }
        int start = in.at();
        while (!in.atEnd() && isInName(start)) {
            in.next();
        }
        if (in.at() == start) {
            throw in.expected("a name or \"*\"");
        }
        return new Selector.Name(in.since(start));
    }

    private boolean isInName(int start) {
        char c = in.peek();
        if (Character.isSurrogate(c)) {
            return Character.isSurrogatePair(c, in.peek(1));
        }
        if (dialect == Rfc9535.EXTENDED && c < 0x80) {
            return c > ' ' && c < 0x7f && NOT_IN_NAMES.indexOf(c) < 0;
        }
        boolean first = in.at() == start;
        return c >= 0x80 || c == '_' || isLetter(c) || (!first && Literals.isDigit(c));
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private List<Selector> bracketed() {
        in.expect("[");
        in.enter();
        List<Selector> selectors = new ArrayList<>();
        do {
            in.skipBlanks();
            selectors.add(selector());
            in.skipBlanks();
        } while (in.accept(","));
        if (!in.accept("]")) {
            throw in.expected("\",\" or \"]\"");
        }
        in.leave();
        return selectors;
    }

    private Selector selector() {
        if (literals.atQuote()) {
            return new Selector.Name(literals.text());
        }
        if (in.accept("*")) {
            return new Selector.Wildcard();
        }
        if (in.accept("?")) {
            in.skipBlanks();
            return new Selector.Filter(filters.condition());
        }
        if (literals.atNumber() || in.peek() == ':') {
            return indexOrSlice();
        }
        throw in.expected("an index, a name in quotes, \"*\", \":\" or \"?\"");
    }

    private Selector indexOrSlice() {
        Long start = optionalInteger();
        int end = in.at();
        in.skipBlanks();
        if (start != null && in.peek() != ':') {
            in.back(end);
            return new Selector.Index(start);
        }
        in.expect(":");
        in.skipBlanks();
        Long stop = optionalInteger();
        in.skipBlanks();
        Long step = null;
        if (in.accept(":")) {
            in.skipBlanks();
            step = optionalInteger();
        }
        return new Selector.Slice(start, stop, step == null ? 1 : step);
    }

    private @Nullable Long optionalInteger() {
        return literals.atNumber() ? literals.integer() : null;
    }
}
