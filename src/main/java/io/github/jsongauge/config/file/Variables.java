// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.file;

import io.github.jsongauge.config.problem.DidYouMean;
import io.github.jsongauge.config.problem.Place;
import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.problem.ValueException;
import io.github.jsongauge.config.value.Parameters;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Replaces <code>${NAME}</code> and <code>${NAME:-default}</code> by what the environment says,
 * <code>${file:PATH}</code> by the text of a file, and <code>${param.NAME}</code> by a place for a parameter.
 */
public final class Variables {
    private static final Pattern VARIABLE = Pattern.compile("\\$(?<dollar>\\$)\\{|\\$\\{(?:(?<parameter>"
            + Parameters.NAME + ")\\}|file:(?<file>[^}]*)\\}|(?<name>[A-Za-z_][A-Za-z0-9_]*)(?<default>:-[^}]*)?\\})?");
    private static final Pattern SERVICE_LINK = Pattern.compile("(?:tcp|udp|sctp)://.*");

    /** How to be rid of values that Kubernetes sets. */
    public static final String NO_SERVICE_LINKS = "set \"enableServiceLinks: false\" in the pod";

    /** A text may grow by this many characters, so that short names of long values cannot fill the heap. */
    private static final int GROWTH_LIMIT = 16 << 20;

    private final Map<String, String> environment;
    private final Texts texts;
    private final Problems problems;
    private int grown;

    /** @param texts takes what is read from files */
    public Variables(Map<String, String> environment, Texts texts, Problems problems) {
        this.environment = Map.copyOf(environment);
        this.texts = texts;
        this.problems = problems;
    }

    /**
     * A text with its variables replaced; what they bring in is not looked at again.
     *
     * @return null when one of them is not set or not understood, which is reported
     */
    @Nullable
    public String replacedIn(String text, Place place) {
        if (!text.contains("${")) {
            return text;
        }
        StringBuilder replaced = new StringBuilder();
        Matcher variables = VARIABLE.matcher(text);
        while (variables.find()) {
            String value = value(variables, place);
            if (value == null) {
                return null;
            }
            grown += value.length();
            if (grown > GROWTH_LIMIT) {
                problems.error(
                        place, "the values of all variables are longer than 16 MiB together", "use fewer of them");
                throw new Problems.TooManyException();
            }
            variables.appendReplacement(replaced, Matcher.quoteReplacement(value));
        }
        return variables.appendTail(replaced).toString();
    }

    private @Nullable String value(Matcher variable, Place place) {
        if (variable.group("dollar") != null) {
            return "${";
        }
        if (variable.group("parameter") != null) {
            return Parameters.place(variable.group("parameter"));
        }
        if (variable.group("file") != null) {
            return textOf(variable.group("file"), place);
        }
        String name = variable.group("name");
        String otherwise = variable.group("default");
        if (name == null) {
            problems.error(
                    place,
                    "\"${\" begins a variable, ${NAME}, ${NAME:-default} or ${file:PATH}",
                    "for the characters themselves write \"$${\"");
            return null;
        }
        if (otherwise != null && otherwise.contains("${")) {
            problems.error(place, "the default of ${" + name + "} holds a variable", "variables do not nest");
            return null;
        }
        String value = environment.get(name);
        if (value != null && name.endsWith("_PORT") && isServiceLink(value)) {
            return instead(name, otherwise, place);
        }
        if (otherwise != null && (value == null || value.isEmpty())) {
            return otherwise.substring(2);
        }
        if (value == null) {
            problems.error(
                    place,
                    "the environment variable " + name + " is not set",
                    DidYouMean.among(
                            environment.keySet(), name, "set it, or write a default: ${" + name + ":-default}"));
        }
        return value;
    }

    /** The text of a file without the line break at its end; null when it cannot be read, which is reported. */
    private @Nullable String textOf(String file, Place place) {
        try {
            return texts.read(place.file().sibling(file)).replaceFirst("\\R\\z", "");
        } catch (ValueException bad) {
            problems.error(place, "${file:" + file + "}: " + bad.getMessage(), "");
            return null;
        }
    }

    /** What stands for a variable that Kubernetes has set: its default. */
    private @Nullable String instead(String name, @Nullable String otherwise, Place place) {
        if (otherwise == null) {
            problems.error(place, name + " holds the address of a Kubernetes Service", NO_SERVICE_LINKS);
            return null;
        }
        problems.warning(place, ignored(name), NO_SERVICE_LINKS);
        return otherwise.substring(2);
    }

    /** Whether a value is one that Kubernetes gives to the variables {@code …_PORT} of its Services. */
    public static boolean isServiceLink(String value) {
        return SERVICE_LINK.matcher(value).matches();
    }

    /** What a warning says about a variable with such a value. */
    public static String ignored(String name) {
        return name + " is ignored: it holds the address of a Kubernetes Service";
    }
}
