// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.metrics;

import io.github.jsongauge.config.problem.Place;
import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.PathCompiler;
import io.github.jsongauge.json.path.PathSyntaxException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compiles the paths of the configuration. */
final class Paths {
    private static final Pattern ROOT_MISSING = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,99}");

    private final PathCompiler compiler;
    private final Problems problems;

    Paths(PathCompiler compiler, Problems problems) {
        this.compiler = compiler;
        this.problems = problems;
    }

    /** The path that a text is; null when it is none, which is reported. */
    @Nullable
    JsonPath path(Text text) {
        return path(text, text.value(), 0, () -> "");
    }

    /**
     * The path that a part of a text is.
     *
     * @param offset where the part begins, in UTF-16 units from 0
     * @param hint what to suggest when it is none and nothing better comes to mind
     */
    @Nullable
    JsonPath path(Text text, String part, int offset, Supplier<String> hint) {
        try {
            return compiler.compile(part);
        } catch (PathSyntaxException bad) {
            problems.error(
                    text.place(),
                    text.character(offset, bad.position() - 1),
                    text.complaint(bad, "this is not a JSONPath once its variables are replaced"),
                    hint(text, part, hint));
            return null;
        }
    }

    private static String hint(Text text, String part, Supplier<String> otherwise) {
        if (part.length() > 1 && part.startsWith("{") && part.endsWith("}")) {
            return "braces are json_exporter's syntax: remove them";
        }
        if (!text.hasVariables() && ROOT_MISSING.matcher(part).matches()) {
            return "did you mean \"$." + part + "\" or \"." + part + "\"?";
        }
        String likely = text.hasVariables() ? "" : PathMistakes.hint(part);
        if (!likely.isEmpty()) {
            return likely;
        }
        Place end = text.place().part(text.place().width(), 1);
        String rest = end.file().textFrom(end.line(), end.column());
        if (!text.quoted() && rest.stripLeading().startsWith("#")) {
            return "\" #\" begins a comment: quote a path that holds one";
        }
        return otherwise.get();
    }

    /** The path that a text is, if it can find one value at most; null when it is none, which is reported. */
    @Nullable
    JsonPath one(Text text) {
        JsonPath path = path(text);
        if (path != null && !path.singular()) {
            problems.error(text.place(), "this path can find several values where one is wanted", "name one place");
            return null;
        }
        return path;
    }

    /** Warns where a path can find several values and only one is wanted. */
    void warnIfSeveral(Text text, JsonPath path, String instead) {
        if (!path.singular()) {
            problems.warning(text.place(), "this path can find several values where one is wanted", instead);
        }
    }
}
