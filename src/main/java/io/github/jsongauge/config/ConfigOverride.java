// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import io.github.jsongauge.config.problem.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key of the configuration that somebody sets beside the files, such as {@code targets.webapp.interval=5s}.
 *
 * @param origin who sets it, for problems: {@code --set targets.webapp.interval}, {@code --global.interval},
 *     {@code JSONGAUGE_GLOBAL_INTERVAL}
 * @param path from the top; elements of lists go by their name or by their index, as {@code [0]}
 * @param value a list or a map of YAML when it begins with a bracket or a brace, else a text
 */
public record ConfigOverride(String origin, List<Step> path, String value) {
    private static final String EXAMPLE = "for example targets.webapp.interval=5s or 'targets[\"a.b\"].interval=5s'";

    private static final String NAME = "[^.=\\[\\]\"'\\s]+";

    private static final Pattern STEP = Pattern.compile(
            "\\[(?<index>[0-9]{1,6})\\]|\\[\"(?<quoted>[^\"]+)\"\\]|\\['(?<single>[^']+)'\\]|(?<dot>\\.?)(?<name>"
                    + NAME + ")");

    /**
     * One key, or one element of a list.
     *
     * @param name of the key, or of the element; empty when there is an index
     * @param index of the element from 0; -1 when it goes by its name
     */
    public record Step(String name, int index) {
        static Step of(String name) {
            return new Step(name, -1);
        }

        boolean hasIndex() {
            return index >= 0;
        }

        /** As it stands in a sentence. */
        @Override
        public String toString() {
            return hasIndex() ? "[" + index + "]" : Quoted.text(name);
        }
    }

    public ConfigOverride {
        path = List.copyOf(path);
    }

    /** A key of {@code global} that has a flag and a variable of its own; {@code origin} is the one that is used. */
    public static ConfigOverride ofGlobal(String origin, String key, String value) {
        return new ConfigOverride(origin, List.of(Step.of("global"), Step.of(key)), value);
    }

    /**
     * What {@code --set} was given.
     *
     * @throws IllegalArgumentException when it is not KEY=VALUE, with a message for the user
     */
    public static ConfigOverride parse(String text) {
        List<Step> path = new ArrayList<>();
        Matcher step = STEP.matcher(text);
        int at = 0;
        while (step.region(at, text.length()).lookingAt() && hasDotBetweenNames(step, at)) {
            path.add(step(step));
            at = step.end();
        }
        if (path.isEmpty()
                || at == text.length()
                || text.charAt(at) != '='
                || path.get(0).hasIndex()) {
            throw new IllegalArgumentException("must be KEY=VALUE, " + EXAMPLE + ", got \"" + shown(text) + "\"");
        }
        return new ConfigOverride("--set " + text.substring(0, at), path, text.substring(at + 1));
    }

    /** The first name has no dot before it, and every other one has. */
    private static boolean hasDotBetweenNames(Matcher step, int at) {
        return step.group("name") == null || step.group("dot").isEmpty() == (at == 0);
    }

    private static Step step(Matcher step) {
        if (step.group("index") != null) {
            return new Step("", Integer.parseInt(step.group("index")));
        }
        for (String group : List.of("quoted", "single")) {
            if (step.group(group) != null) {
                return Step.of(step.group(group));
            }
        }
        return Step.of(step.group("name"));
    }

    /** Without the value, which may be a secret. */
    private static String shown(String text) {
        int equals = text.indexOf('=');
        return equals < 0 ? text : text.substring(0, equals) + "=…";
    }

    /** Steps from the top, as {@code --set} takes them. */
    static String text(List<Step> steps) {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            boolean plain = !step.hasIndex() && step.name().matches(NAME);
            text.append(plain ? (text.isEmpty() ? "" : ".") + step.name() : step.hasIndex() ? step : "[" + step + "]");
        }
        return text.toString();
    }

    /** Whether it sets that key of {@code global}. */
    boolean setsGlobal(String key) {
        return path.equals(List.of(Step.of("global"), Step.of(key)));
    }
}
