// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.JsonNull;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.Regex;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Match;
import io.github.jsongauge.json.path.Reach;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the value of a label comes from. */
public sealed interface LabelSource {
    /**
     * The value at one item.
     *
     * @return empty when nothing is there; null when what is there is no usable text, which refuses the series
     */
    @Nullable
    String text(Match root, Match item);

    /** Whether that may look at more than a few nodes of the document. */
    default boolean scans() {
        return false;
    }

    /** Collects the places of a document that this may look at. */
    default void reach(Reach root, Reach item) {}

    /** Whether this looks at nothing outside the item. */
    default boolean isLocal() {
        return Reach.isLocal(this::reach);
    }

    /** Whether this looks both at the item and at the document around it. */
    default boolean isMixed() {
        return !isLocal() && !Reach.isFixed(this::reach);
    }

    /** The same, with what the parameters of a probe say in their places. */
    default LabelSource with(Map<String, String> parameters) {
        return this;
    }

    /** The same text for every series. */
    record Constant(String text) implements LabelSource {
        @Override
        public String text(Match root, Match item) {
            return text;
        }
    }

    /** What a parameter of a probe says; {@link #with} replaces it before there is a document. */
    record Parameter(String name) implements LabelSource {
        @Override
        public String text(Match root, Match item) {
            throw new IllegalStateException("the parameter " + name + " has no value yet");
        }

        @Override
        public LabelSource with(Map<String, String> parameters) {
            String value = parameters.get(name);
            if (value == null) {
                throw new IllegalArgumentException("must have a value for the parameter " + name);
            }
            return new Constant(value);
        }
    }

    /** The text, number as written, or boolean at a path; nothing there or null is an empty value. */
    record At(JsonPath path) implements LabelSource {
        @Override
        public @Nullable String text(Match root, Match item) {
            Several found = Several.at(path, root, item);
            if (found.count() > 1) {
                return null;
            }
            JsonValue value = found.value();
            return value == null || value == JsonNull.NULL ? "" : Scalars.text(value);
        }

        @Override
        public boolean scans() {
            return !path.singular();
        }

        @Override
        public void reach(Reach root, Reach item) {
            path.reach(root, item);
        }
    }

    /**
     * The key or index of the item.
     *
     * @param up 0 for the item itself, n for its n-th ancestor in the document; none left is an empty value
     */
    record Key(int up) implements LabelSource {
        public Key {
            if (up < 0) {
                throw new IllegalArgumentException("must be 0 or more, got " + up);
            }
        }

        @Override
        public String text(Match root, Match item) {
            Match node = item;
            for (int i = 0; i < up && node != null; i++) {
                node = node.parent();
            }
            String key = node == null ? null : node.key();
            return key == null ? "" : key;
        }

        @Override
        public void reach(Reach root, Reach item) {
            item.begin();
        }
    }

    /** The item's normalized path (RFC 9535, 2.7). */
    record ItemPath() implements LabelSource {
        @Override
        public String text(Match root, Match item) {
            return item.normalizedPath();
        }

        @Override
        public void reach(Reach root, Reach item) {
            item.begin();
        }
    }

    /** Parts, one after the other. */
    record Template(List<LabelSource> parts) implements LabelSource {
        public Template {
            parts = List.copyOf(parts);
        }

        @Override
        public @Nullable String text(Match root, Match item) {
            StringBuilder whole = new StringBuilder();
            for (LabelSource part : parts) {
                String text = part.text(root, item);
                if (text == null) {
                    return null;
                }
                whole.append(text);
            }
            return whole.toString();
        }

        @Override
        public boolean scans() {
            return parts.stream().anyMatch(LabelSource::scans);
        }

        @Override
        public void reach(Reach root, Reach item) {
            parts.forEach(part -> part.reach(root, item));
        }

        @Override
        public LabelSource with(Map<String, String> parameters) {
            return new Template(
                    parts.stream().map(part -> part.with(parameters)).toList());
        }
    }

    /**
     * Another source's text, changed: {@code missing}, then {@code extract}, then {@code map}.
     *
     * @param missing what counts as nothing besides null
     * @param extract group 1 of the text; no match is nothing
     * @param map a text that is no key of it becomes {@code mapDefault}, or stays when that is null
     * @param fallback used where there is nothing; null = an empty value
     * @param required nothing at all refuses the series
     */
    record Converted(
            LabelSource source,
            Missing missing,
            @Nullable Regex extract,
            Map<String, String> map,
            @Nullable String mapDefault,
            @Nullable LabelSource fallback,
            boolean required)
            implements LabelSource {
        public Converted {
            map = Map.copyOf(map);
        }

        @Override
        public @Nullable String text(Match root, Match item) {
            String text = source.text(root, item);
            if (text == null) {
                return null;
            }
            String converted = converted(text);
            if (converted.isEmpty() && fallback != null) {
                converted = fallback.text(root, item);
            }
            return required && converted != null && converted.isEmpty() ? null : converted;
        }

        @Override
        public boolean scans() {
            return source.scans() || (fallback != null && fallback.scans());
        }

        @Override
        public void reach(Reach root, Reach item) {
            source.reach(root, item);
            if (fallback != null) {
                fallback.reach(root, item);
            }
        }

        @Override
        public LabelSource with(Map<String, String> parameters) {
            return new Converted(
                    source.with(parameters),
                    missing,
                    extract,
                    map,
                    mapDefault,
                    fallback == null ? null : fallback.with(parameters),
                    required);
        }

        private String converted(String text) {
            if (text.isEmpty() || missing.matches(text)) {
                return "";
            }
            String part = extract == null ? text : extract.group(text);
            if (part == null || part.isEmpty()) {
                return "";
            }
            String mapped = map.get(part);
            return mapped != null ? mapped : mapDefault != null ? mapDefault : part;
        }
    }
}
