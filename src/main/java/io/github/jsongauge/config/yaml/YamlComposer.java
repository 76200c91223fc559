// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.yaml;

import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.problem.YamlFile;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Runs SnakeYAML over a file, within bounds, up to its node tree. */
final class YamlComposer {
    /** Of every node that its author gave no tag. */
    static final Tag NO_TAG = new Tag("none");

    private static final int DEPTH_LIMIT = 200;
    private static final int ALIAS_LIMIT = 100_000;

    private final YamlFile file;
    private final Problems problems;

    YamlComposer(YamlFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The root of the file's one document, an empty scalar when it is empty; null when it is no YAML, which is reported. */
    @Nullable
    Node compose() {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEPTH_LIMIT);
        options.setMaxAliasesForCollections(ALIAS_LIMIT);
        try {
            StreamReader text = new StreamReader(file.text());
            Node root = new Composer(new ParserImpl(text, options), new Untyped(), options).getSingleNode();
            return root == null ? nothing() : root;
        } catch (MarkedYAMLException failure) {
            new YamlSyntax(file, problems).report(failure);
        } catch (ReaderException failure) {
            problems.error(
                    file.place(failure.getPosition()),
                    String.format("the character U+%04X cannot stand in YAML", failure.getCodePoint()),
                    "remove it");
        } catch (YAMLException failure) {
            problems.error(
                    file.start(),
                    "the file nests deeper than " + DEPTH_LIMIT + " levels, or has more than " + ALIAS_LIMIT
                            + " aliases",
                    "write less with brackets and aliases");
        }
        return null;
    }

    private static Node nothing() {
        Mark start = new Mark("", 0, 0, 0, new int[0], 0);
        return new ScalarNode(NO_TAG, "", start, start, ScalarStyle.PLAIN);
    }

    /** Keeps {@code no}, {@code 012} and {@code 12:30} the texts that were written. */
    private static final class Untyped extends Resolver {
        @Override
        protected void addImplicitResolvers() {}

        @Override
        public Tag resolve(NodeId kind, @Nullable String value, boolean implicit) {
            return NO_TAG;
        }
    }
}
