// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.migrate;

import io.github.jsongauge.draft.YamlText;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The body of a request as we write it.
 *
 * @param text with {@code ${param.NAME}} where the query of a probe says more; nothing else in it is replaced
 * @param parameters their names
 */
record BodyTemplate(String text, Set<String> parameters) {
    private static final Pattern ACTION = Pattern.compile("\\{\\{(.*?)\\}\\}", Pattern.DOTALL);
    private static final String NAME = "([A-Za-z_][A-Za-z0-9_]*)";
    private static final Pattern FIRST =
            Pattern.compile("\\." + NAME + "\\s*\\|\\s*first|first\\s+\\." + NAME + "|index\\s+\\." + NAME + "\\s+0");

    /** A body that is sent as it is. */
    static BodyTemplate fixed(String content) {
        return new BodyTemplate(YamlText.literal(content), Set.of());
    }

    /** A body in which json_exporter fills in the first value of parameters of the query. */
    static BodyTemplate of(String content) throws ByHandException {
        StringBuilder text = new StringBuilder();
        Set<String> parameters = new TreeSet<>();
        Matcher action = ACTION.matcher(content);
        int at = 0;
        while (action.find()) {
            text.append(YamlText.literal(content.substring(at, action.start())));
            String name = parameter(action.group(1).strip());
            parameters.add(name);
            text.append("${param.").append(name).append('}');
            at = action.end();
        }
        text.append(YamlText.literal(content.substring(at)));
        return new BodyTemplate(text.toString(), parameters);
    }

    private static String parameter(String action) throws ByHandException {
        Matcher first = FIRST.matcher(action);
        if (!first.matches()) {
            throw new ByHandException("the template of its body uses {{ " + YamlText.comment(action)
                    + " }}, where only the first value of a parameter can be converted: {{ .name | first }}");
        }
        for (int i = 1; i <= first.groupCount(); i++) {
            if (first.group(i) != null) {
                return first.group(i);
            }
        }
        throw new IllegalStateException("a match without a name");
    }
}
