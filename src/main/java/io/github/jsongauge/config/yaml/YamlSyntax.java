// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.yaml;

import io.github.jsongauge.config.problem.Place;
import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.problem.Quoted;
import io.github.jsongauge.config.problem.YamlFile;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.ScannerImpl;
import org.yaml.snakeyaml.tokens.Token;

/** Says in our words why a text is not YAML; a parser says what it expected, which is seldom what its author did. */
final class YamlSyntax {
    private static final Pattern COLON_WITHOUT_BLANK = Pattern.compile("[\\s-]*+\\w[\\w-]*+:[^\\s:].*");
    private static final Pattern BRACKET_OF_PATH = Pattern.compile("[^\\s,:{\\[](\\[\\??)$");
    private static final String INDENTATION = "check the indentation of this line and those above";

    /** What each failure of the parser means that can be told by its words alone. */
    private static final List<Meaning> MEANINGS = List.of(
            new Meaning("quoted scalar", true, "this quote is never closed", "close it"),
            new Meaning(
                    "alias",
                    true,
                    "\"*\" begins an alias, and no anchor has that name",
                    "quote a text that begins with it"),
            new Meaning(
                    "anchor", true, "\"&\" begins an anchor, and no name follows", "quote a text that begins with it"),
            new Meaning("tag", true, "tags are not supported", "remove it, or quote a text that begins with \"!\""),
            new Meaning("Global tag", false, "tags are not supported", "remove it"),
            new Meaning("another document", false, "a second document begins here", "put it into a file of its own"),
            new Meaning("the node content", false, "a text cannot begin with this character", "quote it"),
            new Meaning("keys are not allowed", false, "a text cannot begin with \"? \"", "quote it"),
            new Meaning("entries are not allowed", false, "a list cannot begin here", "begin it on the next line"),
            new Meaning(
                    "block scalar",
                    true,
                    "no text can follow \">\" or \"|\" on the same line",
                    "begin it on the next line"),
            new Meaning("directive", true, "directives are not supported", "remove this line"),
            new Meaning("YAML document", false, "directives are not supported", "remove this line"));

    private final YamlFile file;
    private final Problems problems;

    /** Words of the parser, whether its context is the place that is meant, and what to say instead. */
    private record Meaning(String words, boolean atContext, String message, String hint) {}

    YamlSyntax(YamlFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    void report(MarkedYAMLException failure) {
        String problem = String.valueOf(failure.getProblem());
        Place here = file.place(failure.getProblemMark(), failure.getProblemMark());
        Place begin = failure.getContextMark() == null
                ? here
                : file.place(failure.getContextMark(), failure.getContextMark());
        Place bracket = bracketOfPath(problem.contains("cannot start any token") ? here : begin);
        if (bracket != null) {
            bracket(bracket);
        } else if (problem.contains("cannot start any token")) {
            cannotBegin(here);
        } else if (problem.contains("unknown escape") || problem.contains("escape sequence of")) {
            escape(here);
        } else if (problem.contains("values are not allowed")) {
            colon(here);
        } else if (problem.contains("could not find expected ':'")) {
            noKey(begin);
        } else if (problem.contains("<block end>")) {
            misplaced(here, problem);
        } else if (problem.startsWith("expected the node content") && problem.endsWith("'<stream end>'")) {
            neverClosed(innermostOpen(here));
        } else if (problem.startsWith("expected ',' or")) {
            braces(begin, here, problem);
        } else {
            byWords(begin, here, failure.getContext() + " " + problem);
        }
    }

    /** The bracket of a path without quotes, like {@code $.jobs[*]}, of which a character was taken for something else. */
    private @Nullable Place bracketOfPath(Place character) {
        String before = before(character);
        Matcher bracket = BRACKET_OF_PATH.matcher(before);
        return bracket.find() ? character.part(bracket.start(1) - before.length(), 1) : null;
    }

    private void bracket(Place here) {
        problems.error(here, "\"[\" cannot stand in a text without quotes here", "quote this, or use `.*`");
    }

    private void cannotBegin(Place here) {
        String character = character(here);
        if (character.equals("\t")) {
            problems.error(here, "a tab cannot indent YAML", "use spaces");
        } else {
            problems.error(here, "a text cannot begin with \"" + character + "\"", "quote it");
        }
    }

    private void escape(Place here) {
        Place both = here.part(-1, 2);
        problems.error(
                both,
                "a backslash between double quotes begins an escape, and this is none",
                "use single quotes: 'a\\d'");
    }

    private void colon(Place here) {
        String before = before(here);
        if (before.contains(": ")) {
            problems.error(here, "\": \" cannot stand inside a text without quotes", "quote the text");
        } else if (COLON_WITHOUT_BLANK.matcher(file.line(here.line() - 1)).matches()) {
            problems.error(here, "a key cannot stand here", "the line above has no space after its colon");
        } else {
            problems.error(here, "a key cannot stand here", INDENTATION);
        }
    }

    private void noKey(Place begin) {
        boolean blankMissing =
                COLON_WITHOUT_BLANK.matcher(file.line(begin.line())).matches();
        problems.error(
                begin,
                "this is neither \"key: value\" nor a list item",
                blankMissing ? "write a space after the colon" : INDENTATION);
    }

    private void misplaced(Place here, String problem) {
        String before = before(here).stripTrailing();
        if (problem.endsWith("']'") || problem.endsWith("'}'")) {
            problems.error(here, "nothing is open that \"" + character(here) + "\" could close", "remove it");
        } else if (problem.endsWith("'<scalar>'") && (before.endsWith("'") || before.endsWith("\""))) {
            problems.error(here, "the quoted text ended before this", "write a quote inside '…' twice: ''");
        } else if (problem.endsWith("':'")) {
            problems.error(here, "a key is missing before the colon", "write \"key: value\"");
        } else {
            problems.error(here, "this line fits to none above it", INDENTATION);
        }
    }

    private void braces(Place begin, Place here, String problem) {
        String open = problem.contains("'}'") ? "{" : "[";
        String close = problem.contains("'}'") ? "}" : "]";
        if (problem.endsWith("<stream end>")) {
            neverClosed(begin);
        } else if (problem.endsWith(" [")) {
            bracket(here);
        } else if (problem.endsWith(" {")) {
            problems.error(here, "\"{\" cannot stand in a text without quotes here", "quote this");
        } else {
            problems.error(
                    here,
                    "expected \",\" or \"" + close + "\": the \"" + open + "\" at " + begin + " is still open",
                    "close it, or quote a text with such characters");
        }
    }

    private void neverClosed(Place open) {
        String character = character(open);
        problems.error(
                open,
                "\"" + character + "\" is never closed",
                "close it with \"" + (character.equals("{") ? "}" : "]") + "\"");
    }

    /** The last bracket or brace that is not closed; the parser does not say where it is when nothing at all follows. */
    private Place innermostOpen(Place end) {
        Deque<Place> open = new ArrayDeque<>();
        open.push(end);
        ScannerImpl tokens = new ScannerImpl(new StreamReader(file.text()), new LoaderOptions());
        for (Token token = tokens.peekToken(); token.getTokenId() != Token.ID.StreamEnd; token = tokens.peekToken()) {
            switch (tokens.getToken().getTokenId()) {
                case FlowMappingStart, FlowSequenceStart ->
                    open.push(file.place(token.getStartMark(), token.getEndMark()));
                case FlowMappingEnd, FlowSequenceEnd -> open.pop();
                default -> {}
            }
        }
        return open.element();
    }

    private void byWords(Place begin, Place here, String words) {
        for (Meaning meaning : MEANINGS) {
            if (words.contains(meaning.words)) {
                problems.error(meaning.atContext ? begin : here, meaning.message, meaning.hint);
                return;
            }
        }
        problems.error(here, "this is not YAML: " + Quoted.printable(words), "");
    }

    private String before(Place here) {
        String line = file.line(here.line());
        return line.substring(
                0, line.length() - file.textFrom(here.line(), here.column()).length());
    }

    private String character(Place here) {
        String rest = file.textFrom(here.line(), here.column());
        return rest.isEmpty() ? "" : rest.substring(0, rest.offsetByCodePoints(0, 1));
    }
}
