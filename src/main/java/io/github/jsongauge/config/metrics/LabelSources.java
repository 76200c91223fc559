// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.metrics;

import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.value.Parameters;
import io.github.jsongauge.config.yaml.Block;
import io.github.jsongauge.config.yaml.Node;
import io.github.jsongauge.config.yaml.Node.Entries;
import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.config.yaml.Nodes;
import io.github.jsongauge.config.yaml.ParameterUses;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.mapping.LabelSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads where the value of a label comes from: a text, which may be a path or hold some, or the long form. */
final class LabelSources {
    private static final Pattern KEY = Pattern.compile("\\$key(?:\\((?<up>[0-9]{1,3})\\))?");
    /** A dot and what can go on a path: a name, a bracket, a wildcard, or another dot with one of these. */
    private static final Pattern RELATIVE = Pattern.compile("\\.|\\.{1,2}[^\\s.\\](){},?'\"=!<>&|].*", Pattern.DOTALL);

    private static final Pattern NAME_IN_BRACES = Pattern.compile("\\{\\s*([A-Za-z_][A-Za-z0-9_-]{0,99})\\s*\\}");
    private static final Pattern ABSOLUTE = Pattern.compile("\\$(?:[.\\[].*)?", Pattern.DOTALL);
    private static final String ONE_VALUE = "a label needs a path that finds one value";

    private final Paths paths;
    private final Conversions conversions;
    private final ParameterUses parameterUses;
    private final Problems problems;

    LabelSources(Paths paths, Conversions conversions, ParameterUses parameterUses, Problems problems) {
        this.parameterUses = parameterUses;
        this.paths = paths;
        this.conversions = conversions;
        this.problems = problems;
    }

    /** The source that a text or a map says; null when it says none, which is reported. */
    @Nullable
    LabelSource source(Node node, Scope scope) {
        if (node instanceof Entries map && !Nodes.isPathInBraces(map)) {
            return longForm(new Block(map, "the label", LabelKeys.LONG_FORM, problems), scope);
        }
        Text text = Nodes.textWithParameters(node, "a label", problems);
        return text == null ? null : source(text, scope);
    }

    private @Nullable LabelSource source(Text text, Scope scope) {
        String value = text.value();
        if (Parameters.areIn(value)) {
            return withParameters(text);
        }
        if (isPath(value)) {
            return place(text, value, 0, scope);
        }
        if (LabelTemplate.isOne(value)) {
            return new LabelTemplate(text, problems).source((part, offset) -> place(text, part, offset, scope));
        }
        warnIfBraces(text);
        return new LabelSource.Constant(value);
    }

    private void warnIfBraces(Text text) {
        Matcher name = NAME_IN_BRACES.matcher(text.value());
        if (!text.hasVariables() && name.find()) {
            problems.warning(
                    text.place(),
                    "the braces in this text hold no path, so it stays as it is",
                    "for a path write \"{." + name.group(1) + "}\"; " + asConstant(text));
        }
    }

    private @Nullable LabelSource withParameters(Text text) {
        if (isPath(text.value()) || LabelTemplate.isOne(text.value())) {
            problems.error(
                    text.place(), "parameters of a probe and paths do not go into one label", "make two labels of it");
            return null;
        }
        parameterUses.add(text);
        List<LabelSource> parts =
                Parameters.parts(text.value()).stream().map(LabelSources::part).toList();
        return parts.size() == 1 ? parts.get(0) : new LabelSource.Template(parts);
    }

    private static LabelSource part(Parameters.Part part) {
        return part.text() == null
                ? new LabelSource.Parameter(part.parameter())
                : new LabelSource.Constant(part.text());
    }

    private static boolean isPath(String value) {
        return value.startsWith("$") || RELATIVE.matcher(value).matches();
    }

    /** Whether a text begins at the root of a document, or is the key of an item. */
    static boolean isAbsolutePath(String value) {
        return ABSOLUTE.matcher(value).matches() || KEY.matcher(value).matches();
    }

    /** What {@code $key}, {@code $path} or a path stands for. */
    private @Nullable LabelSource place(Text text, String part, int offset, Scope scope) {
        Matcher key = KEY.matcher(part);
        if (key.matches()) {
            if (!scope.hasItems()) {
                problems.error(text.place(), "$key needs an \"each\" around it", "only items have keys");
                return null;
            }
            String up = key.group("up");
            return new LabelSource.Key(up == null ? 0 : Integer.parseInt(up));
        }
        if (part.equals("$path")) {
            return new LabelSource.ItemPath();
        }
        if (part.startsWith("$") && !ABSOLUTE.matcher(part).matches()) {
            problems.error(
                    text.place(),
                    text.shown() + " looks like a path and is none",
                    part.startsWith("$key")
                            ? "$key is the key of the item, $key(1) that of what holds it; " + asConstant(text)
                            : asConstant(text));
            return null;
        }
        JsonPath path = paths.path(text, part, offset, () -> asConstant(text));
        if (path == null) {
            return null;
        }
        paths.warnIfSeveral(text, path, ONE_VALUE);
        return new LabelSource.At(path);
    }

    private static String asConstant(Text text) {
        return "for this text write {const: " + text.shown() + "}";
    }

    private @Nullable LabelSource longForm(Block block, Scope scope) {
        if (block.has("const")) {
            for (String key : LabelKeys.NOT_BESIDE_CONST) {
                if (block.has(key)) {
                    problems.error(block.keyPlace(key), "\"" + key + "\" has no effect beside \"const\"", "remove it");
                }
            }
            Text text = block.text("const");
            return text == null ? null : new LabelSource.Constant(text.value());
        }
        Text path = block.require("path", "write {path: .name}, or {const: text}") ? block.text("path") : null;
        LabelSource source = path == null ? null : placeOnly(path, scope);
        Node otherwise = block.node("default");
        LabelSource.Converted converted = conversions.label(
                block,
                source == null ? new LabelSource.Constant("") : source,
                otherwise == null ? null : source(otherwise, scope));
        return source == null ? null : converted;
    }

    private @Nullable LabelSource placeOnly(Text path, Scope scope) {
        if (isPath(path.value()) || !LabelTemplate.isOne(path.value())) {
            return place(path, path.value(), 0, scope);
        }
        problems.error(
                path.place(),
                "\"path\" must be a path, not a text with paths in braces",
                "write the text directly as the label, or as \"default\"");
        return null;
    }
}
