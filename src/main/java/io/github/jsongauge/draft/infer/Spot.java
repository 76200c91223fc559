// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.infer;

import io.github.jsongauge.mapping.explain.PathText;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A place in a document while it is walked.
 *
 * @param path from the item
 * @param shown from the root, for people
 * @param context the words of what is around it, as far as they say anything
 * @param fullContext all of them
 * @param key its own words
 */
record Spot(String path, String shown, List<String> context, List<String> fullContext, List<String> key) {
    /** Names of things that only hold others. */
    private static final Set<String> CONTAINERS = Set.of(
            "data",
            "result",
            "results",
            "payload",
            "stats",
            "statistics",
            "response",
            "body",
            "content",
            "details",
            "detail",
            "attributes",
            "properties",
            "metrics",
            "value",
            "values",
            "embedded",
            "ocs",
            "summary",
            "info",
            "measurements",
            "status");

    private static final Pattern SHORT = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]*(?::[A-Za-z0-9_-]+)*");

    static final Spot ROOT = new Spot("$", "$", List.of(), List.of(), List.of());

    /** Where an item is whose metrics begin with these words; the first path is that of all items, for people. */
    static Spot item(String shown, List<String> words, List<String> fullWords) {
        return new Spot(".", shown, words, fullWords, List.of());
    }

    Spot member(String name) {
        return new Spot(
                memberOf(path, name), memberOf(shown, name), holder(), Words.plus(fullContext, key), Words.of(name));
    }

    /** The path of a member, as short as it may be written. */
    static String memberOf(String path, String name) {
        return SHORT.matcher(name).matches()
                ? (path.equals(".") ? "." : path + ".") + name
                : PathText.member(path, name);
    }

    /** The same with other words of its own. */
    Spot called(List<String> words) {
        return new Spot(path, shown, context, fullContext, words);
    }

    /** The name of a gauge does not end in total: the word goes before what there is a total of. */
    Spot totalFirst() {
        if (!Words.last(key).equals("total")) {
            return this;
        }
        if (key.size() > 1) {
            return called(Words.plus(List.of("total"), key.subList(0, key.size() - 1)));
        }
        return context.isEmpty()
                ? this
                : new Spot(path, shown, totalFirst(context), totalFirst(fullContext), List.of());
    }

    private static List<String> totalFirst(List<String> words) {
        int last = words.size() - 1;
        return Words.plus(Words.plus(words.subList(0, last), List.of("total")), words.subList(last, last + 1));
    }

    /** The same place, found by another path. */
    Spot at(String otherPath, String otherShown) {
        return new Spot(otherPath, otherShown, context, fullContext, key);
    }

    /** What the names of things within it begin with. */
    List<String> holder() {
        return isContainer() ? context : Words.plus(context, key);
    }

    boolean isContainer() {
        return key.size() == 1 && CONTAINERS.contains(key.get(0));
    }

    /** Its last word, or that of what is around it. */
    String lastWord() {
        return key.isEmpty() ? Words.last(context) : Words.last(key);
    }

    /** Whether one of the words, its own or those around it, is among some. */
    boolean mentions(Set<String> words) {
        return Stream.concat(key.stream(), fullContext.stream()).anyMatch(words::contains);
    }

    /** Whether one of the words, its own or those around it, has this form. */
    boolean mentions(Pattern form) {
        return Stream.concat(key.stream(), fullContext.stream()).anyMatch(form.asMatchPredicate());
    }
}
