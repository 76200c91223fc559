// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.jayway;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.spi.json.JsonProvider;
import com.jayway.jsonpath.spi.mapper.MappingProvider;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.PathCompiler;
import io.github.jsongauge.json.path.PathSyntaxException;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compiles paths in json-path's dialect. Paths that start with {@code .} see the item as {@code $}.
 *
 * <p>Refused although json-path takes them: {@code =~}, whose expressions can take forever on a hostile text, {@code
 * append()}, which changes the document, and {@code concat()}, which takes texts only as Java's.
 */
public final class Jayway implements PathCompiler {
    /** json-path logs each evaluation at DEBUG; held here because a logger that nobody holds forgets its level. */
    private static final Logger LOGGER = Logger.getLogger("com.jayway.jsonpath");

    private static final int MAX_LENGTH = 4_096;
    private static final int MAX_NESTING = 64;
    private static final Pattern POSITION = Pattern.compile("position:? (\\d{1,4})");

    static {
        LOGGER.setLevel(Level.OFF);
        Configuration.setDefaults(new NoDefaults());
    }

    @Override
    public JsonPath compile(String text) {
        refuse(text);
        String absolute = text.startsWith("$") ? text : absolute(text);
        try {
            return new JaywayPath(text, absolute);
        } catch (InvalidPathException e) {
            throw explained(e, text, text.length() - absolute.length());
        }
    }

    private static void refuse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new PathSyntaxException("expected at most 4,096 characters, got more", MAX_LENGTH + 1);
        }
        if (!text.startsWith("$") && !text.startsWith(".")) {
            throw new PathSyntaxException("expected \"$\" (the document) or \".\" (the item)", 1);
        }
        String bare = withoutQuoted(text);
        refuse(bare, "=~", "\"=~\" can take forever, use path_syntax: rfc9535 with match() or search()");
        refuse(bare, ".append(", "append() would change the document");
        refuse(bare, ".concat(", "concat() is not supported, write labels with paths in braces");
        refuseDepth(text);
        refuseUnclosed(bare);
    }

    private static void refuse(String text, String part, String problem) {
        int index = text.indexOf(part);
        if (index >= 0) {
            throw new PathSyntaxException(problem + ", found it", character(text, index));
        }
    }

    /** The text with what is quoted blanked out, as long as before. */
    private static String withoutQuoted(String text) {
        StringBuilder bare = new StringBuilder(text);
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == 0) {
                quote = c == '\'' || c == '"' ? c : 0;
            } else if (c == '\\' && i + 1 < text.length()) {
                bare.setCharAt(i, ' ');
                bare.setCharAt(++i, ' ');
            } else if (c == quote) {
                quote = 0;
            } else {
                bare.setCharAt(i, ' ');
            }
        }
        return bare.toString();
    }

    private static void refuseDepth(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[' || c == '(' || c == '{' || c == '!') {
                depth++;
            } else if (c == ']' || c == ')' || c == '}') {
                depth--;
            }
            if (depth > MAX_NESTING) {
                throw new PathSyntaxException("nested deeper than " + MAX_NESTING, character(text, i));
            }
        }
    }

    /** json-path takes {@code $.a[} for {@code $.a}. */
    private static void refuseUnclosed(String bare) {
        for (String brackets : List.of("[]", "()")) {
            long opened = bare.chars().filter(c -> c == brackets.charAt(0)).count();
            long closed = bare.chars().filter(c -> c == brackets.charAt(1)).count();
            if (opened > closed) {
                throw new PathSyntaxException("expected \"" + brackets.charAt(1) + '"', character(bare, bare.length()));
            }
        }
    }

    /** A path from the item, as one from the root of what it is given. */
    private static String absolute(String relative) {
        boolean itself = relative.length() == 1 || relative.startsWith(".[");
        return '$' + (itself ? relative.substring(1) : relative);
    }

    private static PathSyntaxException explained(InvalidPathException e, String text, int shift) {
        if (e.getCause() != null) {
            // it ran into an exception of Java's, whose text says nothing about paths
            return new PathSyntaxException("expected a path that json-path can read", 1);
        }
        String words = String.valueOf(e.getMessage()).strip();
        Matcher position = POSITION.matcher(words);
        int at = position.find() ? Integer.parseInt(position.group(1)) + shift : 0;
        return new PathSyntaxException(
                "json-path says \"" + words + '"', character(text, Math.max(0, Math.min(at, text.length()))));
    }

    private static int character(String text, int index) {
        return text.codePointCount(0, index) + 1;
    }

    /** What json-path falls back to within filters: our mapping, and never a provider that parses leniently. */
    private static final class NoDefaults implements Configuration.Defaults {
        @Override
        public JsonProvider jsonProvider() {
            throw new IllegalStateException("json-path was used without a provider");
        }

        @Override
        public Set<Option> options() {
            return Set.of();
        }

        @Override
        public MappingProvider mappingProvider() {
            return new PlainValues();
        }
    }
}
