// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import io.github.jsongauge.expose.text.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a client accepts, as one {@code Accept} or {@code Accept-Encoding} header says it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5">RFC 9110, 12.5</a>
 */
final class Accept {
    private static final Pattern WEIGHT = Pattern.compile("0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?");

    /** One element of a list: a media range or a coding, with its parameters but {@code q}, which is the weight. */
    private record Range(String name, List<String> parameters, double weight) {}

    private final List<Range> ranges;

    private Accept(List<Range> ranges) {
        this.ranges = ranges;
    }

    /** Parses all lines of a header; an element that is not well-formed is as if it were absent. */
    static Accept of(List<String> lines) {
        List<Range> ranges = new ArrayList<>();
        for (String line : lines) {
            for (String element : split(line.toLowerCase(Locale.ROOT), ',')) {
                range(split(element, ';')).ifPresent(ranges::add);
            }
        }
        return new Accept(ranges);
    }

    /** Splits where the separator stands outside of quotes. No regular expression: these overflow the stack on long texts. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(text.substring(start).strip());
        return parts;
    }

    private static Optional<Range> range(List<String> nameAndParameters) {
        List<String> parameters = new ArrayList<>();
        double weight = 1;
        for (String parameter : nameAndParameters.subList(1, nameAndParameters.size())) {
            String plain = parameter.replace("\"", "");
            if (plain.startsWith("q=")) {
                String text = plain.substring(2);
                if (!WEIGHT.matcher(text).matches()) {
                    return Optional.empty();
                }
                weight = Double.parseDouble(text);
            } else if (!plain.isEmpty()) {
                parameters.add(plain);
            }
        }
        return Optional.of(new Range(nameAndParameters.get(0), parameters, weight));
    }

    /** The format that the client likes better; the text format when it likes both the same, or none. */
    Format format() {
        double text = mediaWeight("text/plain", "version=0.0.4");
        double openMetrics = mediaWeight("application/openmetrics-text", "version=1.0.0");
        return openMetrics > text ? Format.OPENMETRICS : Format.TEXT;
    }

    /** The weight of the most specific range that fits; 0 when none does. */
    private double mediaWeight(String type, String version) {
        double weight = 0;
        int best = -1;
        for (Range range : ranges) {
            int specificity = specificity(range, type, version);
            if (specificity > best) {
                best = specificity;
                weight = range.weight();
            }
        }
        return weight;
    }

    private static int specificity(Range range, String type, String version) {
        if (range.name().equals("*/*")) {
            return 0;
        }
        if (range.name().equals(type.substring(0, type.indexOf('/')) + "/*")) {
            return 1;
        }
        if (!range.name().equals(type)) {
            return -1;
        }
        for (String parameter : range.parameters()) {
            if (parameter.startsWith("version=") && !parameter.equals(version)) {
                return -1;
            }
        }
        return 2 + range.parameters().size();
    }

    /** Whether to compress: the client takes gzip, and does not say that it likes plain bytes better. */
    boolean gzip() {
        double any = codingWeight(0, "*");
        double gzip = codingWeight(any, "gzip", "x-gzip");
        return gzip > 0 && gzip >= codingWeight(0, "identity");
    }

    private double codingWeight(double otherwise, String... names) {
        return ranges.stream()
                .filter(range -> List.of(names).contains(range.name()))
                .mapToDouble(Range::weight)
                .findFirst()
                .orElse(otherwise);
    }
}
