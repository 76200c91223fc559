// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.problem;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of what is shown of a configuration: what stands before the {@code @} of a URL, the values of query
 * parameters with a telling name, and whatever follows a key like {@code password:}.
 */
public final class Secrets {
    private static final String MASK = "<secret>";
    /** Stands for a character of a secret, so that places in the line stay where they are; no YAML file can hold it. */
    private static final String BLANK = "\0";

    private static final Set<String> SECRET_MAPS = Set.of("headers", "params", "endpoint_params", "basic_auth_users");
    private static final String SECRET_PARAMETER = "params.*";
    private static final Pattern SECRET_NAME = Pattern.compile("(?i)key|token|secret|pass|auth|sig");
    private static final Set<String> SECRET_VALUES = Set.of("password", "credentials", "client_secret");
    private static final Pattern SECRET = Pattern.compile("(?i)(?:"
            + "://(?<user>\\S*)@"
            + "|[?&][^=&\\s]*(?:key|token|secret|pass|auth|sig)[^=&\\s]*=(?<query>[^&\\s\"']*)"
            + "|(?<blank>" + BLANK + "+)"
            + "|\\b[\\w-]*(?:password|passwd|secret|token|credentials|api[_-]?key)[\"']?:\\s+(?<value>\\S.*)"
            + ")");
    private static final String[] GROUPS = {"user", "query", "blank", "value"};

    private Secrets() {}

    /** As many characters that are shown as one secret. */
    static String blank(int length) {
        return BLANK.repeat(length);
    }

    /** Whether the value of a key is a secret by itself; also where the key is misspelt, for a problem shows its line. */
    public static boolean isSecret(String key) {
        return SECRET_VALUES.contains(meant(key, SECRET_VALUES));
    }

    /** The one of some keys that was meant; the key itself when it is none of them. */
    private static String meant(String key, Set<String> keys) {
        if (keys.contains(key) || key.endsWith("_file")) {
            return key;
        }
        String meant = DidYouMean.among(keys, key);
        return meant.isEmpty() ? key : meant;
    }

    /**
     * Whether the value of a key is a secret within a map.
     *
     * @param map what {@link #map} gives for that map
     */
    public static boolean isSecret(String map, String key) {
        return map.equals("headers")
                || map.equals("endpoint_params")
                || map.equals("basic_auth_users")
                || (map.equals("params") && SECRET_NAME.matcher(key).find())
                || (map.equals(SECRET_PARAMETER) && key.equals("default"));
    }

    /**
     * What a map is for the keys in it: its own key, but for the declaration of a parameter that is a secret.
     *
     * @param around the map that it stands in
     */
    public static String map(String around, String key) {
        return around.equals("params") && isSecret(around, key) ? SECRET_PARAMETER : meant(key, SECRET_MAPS);
    }

    /** A text without its secrets. */
    public static String hideIn(String text) {
        return hideIn(new Excerpt(text, 0, 1)).line();
    }

    /** A line without its secrets; what it points at moves with the text. */
    public static Excerpt hideIn(Excerpt excerpt) {
        String line = excerpt.line();
        StringBuilder shown = new StringBuilder();
        int from = excerpt.offset();
        int to = from + excerpt.width();
        int done = 0;
        int shift = 0;
        Matcher secrets = SECRET.matcher(line);
        while (secrets.find()) {
            String group = matched(secrets);
            int begin = secrets.start(group);
            int end = secrets.end(group);
            if (begin == end) {
                continue;
            }
            shown.append(line, done, begin).append(MASK);
            done = end;
            from = moved(from, begin + shift, end + shift);
            to = moved(to, begin + shift, end + shift);
            shift += MASK.length() - (end - begin);
        }
        return new Excerpt(shown.append(line.substring(done)).toString(), from, Math.max(1, to - from));
    }

    private static String matched(Matcher secrets) {
        for (String group : GROUPS) {
            if (secrets.group(group) != null) {
                return group;
            }
        }
        throw new IllegalStateException("a match without a group");
    }

    private static int moved(int at, int begin, int end) {
        return at <= begin ? at : at >= end ? at + MASK.length() - (end - begin) : begin;
    }
}
