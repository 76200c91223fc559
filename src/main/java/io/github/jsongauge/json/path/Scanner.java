// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

/** The characters of a path, from left to right. */
final class Scanner {
    /** What stands at the end of the text; no path may have it elsewhere outside of texts. */
    static final char END = '\0';

    private static final int MAX_NESTING = 64;

    private final String text;
    private int at;
    private int nesting;

    Scanner(String text) {
        this.text = text;
    }

    int at() {
        return at;
    }

    boolean atEnd() {
        return at == text.length();
    }

    void back(int to) {
        at = to;
    }

    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : END;
    }

    boolean accept(String expected) {
        boolean there = text.startsWith(expected, at);
        if (there) {
            at += expected.length();
        }
        return there;
    }

    void expect(String expected) {
        if (!accept(expected)) {
            throw expected('"' + expected + '"');
        }
    }

    void skipBlanks() {
        while (isBlank(peek())) {
            at++;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    /** The next character, which may be a pair of surrogates; not at the end. */
    int next() {
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }

    String since(int start) {
        return text.substring(start, at);
    }

    /** Goes into a bracket or parenthesis; bounds how deep compiling and evaluating recurse. */
    void enter() {
        if (++nesting > MAX_NESTING) {
            throw error("nested deeper than " + MAX_NESTING, at);
        }
    }

    void leave() {
        nesting--;
    }

    PathSyntaxException expected(String what) {
        return error("expected " + what, at);
    }

    PathSyntaxException error(String problem, int where) {
        return new PathSyntaxException(problem, text.codePointCount(0, where) + 1);
    }
}
