// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.problem;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;

/** The text of a file, by lines as YAML counts them. */
public final class YamlFile {
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|[\n\r\u0085\u2028\u2029]");

    private final String name;
    private final String text;
    /** Split at the first need: most files have no problem to show. */
    private @Nullable List<String> lines;

    /** Lines with their secrets blanked out, by number, where they differ. */
    private final Map<Integer, String> shown = new HashMap<>();
    /** Whether a column is the same as an index, because every character is one UTF-16 unit. */
    private final boolean plain;

    public YamlFile(String name, String text) {
        this.name = name;
        this.text = text;
        this.plain = text.codePointCount(0, text.length()) == text.length();
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /**
     * The file that a path in this one means: relative ones begin at the directory of this one.
     *
     * @throws ValueException when it is no path
     */
    public Path sibling(String path) throws ValueException {
        try {
            return Path.of(name).resolveSibling(path);
        } catch (InvalidPathException bad) {
            throw new ValueException("must be the path of a file", "");
        }
    }

    /** A line without its line break, counted from 1; empty before the first and behind the last. */
    public String line(int number) {
        return number > 0 && number <= lines().size() ? lines().get(number - 1) : "";
    }

    private List<String> lines() {
        List<String> all = lines;
        if (all == null) {
            all = List.of(LINE_BREAK.split(text, -1));
            lines = all;
        }
        return all;
    }

    /** The first character, for problems of the whole file. */
    public Place start() {
        return new Place(this, 1, 1, 1);
    }

    /** From one mark to another, at most to the end of the line; at least one character wide. */
    public Place place(Mark from, Mark to) {
        int line = from.getLine() + 1;
        int end = from.getLine() == to.getLine() ? to.getColumn() : length(line);
        return new Place(this, line, from.getColumn() + 1, Math.max(1, end - from.getColumn()));
    }

    /** One character, counted from 0 over the whole file. */
    public Place place(int character) {
        Matcher breaks = LINE_BREAK.matcher(text);
        int at = text.offsetByCodePoints(0, Math.min(character, text.codePointCount(0, text.length())));
        int line = 1;
        int begin = 0;
        while (breaks.find() && breaks.end() <= at) {
            line++;
            begin = breaks.end();
        }
        return new Place(this, line, text.codePointCount(begin, at) + 1, 1);
    }

    private int length(int number) {
        String line = line(number);
        return plain ? line.length() : line.codePointCount(0, line.length());
    }

    /** Whether a text stands in a line from a column on. */
    public boolean has(String wanted, int line, int column) {
        String whole = line(line);
        return whole.startsWith(wanted, Math.min(whole.length(), offset(whole, column - 1)));
    }

    /** Lets no problem show what stands between two marks. */
    public void hide(Mark from, Mark to) {
        for (int number = from.getLine() + 1; number <= to.getLine() + 1; number++) {
            String line = shown.getOrDefault(number, line(number));
            int begin = number == from.getLine() + 1 ? offset(line, from.getColumn()) : 0;
            int end = number == to.getLine() + 1 ? offset(line, to.getColumn()) : line.length();
            if (begin < end && end <= line.length()) {
                shown.put(number, line.substring(0, begin) + Secrets.blank(end - begin) + line.substring(end));
            }
        }
    }

    /** Lets no problem show anything of it. */
    public void hideAll() {
        for (int number = 1; number <= lines().size(); number++) {
            shown.put(number, Secrets.blank(line(number).length()));
        }
    }

    /** The line of a place as it may be shown, pointing at the place. */
    Excerpt excerpt(Place place) {
        String line = shown.getOrDefault(place.line(), line(place.line()));
        int from = offset(line, place.column() - 1);
        int to = offset(line, place.column() - 1 + place.width());
        return Excerpt.of(line, from, to - from);
    }

    /** The characters of a line from a column on. */
    public String textFrom(int line, int column) {
        String whole = line(line);
        return whole.substring(Math.min(whole.length(), offset(whole, column - 1)));
    }

    private int offset(String line, int codePoints) {
        if (plain) {
            return codePoints;
        }
        int all = line.codePointCount(0, line.length());
        return codePoints > all ? line.length() + codePoints - all : line.offsetByCodePoints(0, codePoints);
    }
}
