// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import io.github.jsongauge.config.metrics.PathSyntax;
import io.github.jsongauge.json.JsonText;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Match;
import io.github.jsongauge.json.path.PathCompiler;
import io.github.jsongauge.json.path.PathFailureException;
import io.github.jsongauge.json.path.PathLimitException;
import io.github.jsongauge.json.path.PathSyntaxException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a JSONPath finds. */
@Command(
        name = "path",
        description = {
            "Shows what a JSONPath finds in a document.",
            "A line for each match: where it is, a tab, its JSON. Exits with 1 when nothing matches, else with 0."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  jsongauge path '$.workers[?@.state==\"busy\"].id' status.json",
            "  jsongauge path --relative-to='$.workers.*' .id http://localhost:8080/status"
        })
final class PathCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "PATH", description = "e.g. '$.a[?@.b>1]'; quote it for the shell")
    private String path = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE|URL|-",
            defaultValue = "-",
            description = "the document; - is standard input (default)")
    private String document = "-";

    @Option(
            names = "--relative-to",
            paramLabel = "PATH",
            description = "look at each match of this path, as an \"each\" does, and start there: '.b'")
    private @Nullable String relativeTo;

    @Option(
            names = "--syntax",
            paramLabel = "SYNTAX",
            defaultValue = "rfc9535",
            description = "${COMPLETION-CANDIDATES} (default: rfc9535)")
    private PathSyntax syntax = PathSyntax.RFC9535;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        PathCompiler compiler = syntax.compiler();
        JsonPath wanted = compile(compiler, path);
        JsonPath items = relativeTo == null ? null : compile(compiler, relativeTo);
        JsonValue value = Documents.read(document);
        try {
            List<Match> found = find(Match.root(value), items, wanted);
            PrintWriter out = spec.commandLine().getOut();
            found.forEach(match -> out.println(match.normalizedPath() + "\t" + JsonText.of(match.value())));
            out.flush();
            return found.isEmpty() ? 1 : 0;
        } catch (PathLimitException | PathFailureException failure) {
            throw new FailureException(String.valueOf(failure.getMessage()), failure);
        }
    }

    private static List<Match> find(Match root, @Nullable JsonPath items, JsonPath wanted) {
        List<Match> starts = new ArrayList<>();
        if (items == null) {
            starts.add(root);
        } else {
            items.each(root, root, starts::add);
        }
        List<Match> found = new ArrayList<>();
        starts.forEach(start -> wanted.each(root, start, found::add));
        return found;
    }

    private static JsonPath compile(PathCompiler compiler, String text) {
        try {
            return compiler.compile(text);
        } catch (PathSyntaxException wrong) {
            int before = Math.min(wrong.position() - 1, text.codePointCount(0, text.length()));
            throw new FailureException(
                    wrong.getMessage() + "\n  " + text.replaceAll("\\p{Cntrl}", " ") + "\n  " + " ".repeat(before)
                            + "^",
                    wrong);
        }
    }
}
