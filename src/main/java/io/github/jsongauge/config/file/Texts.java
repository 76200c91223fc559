// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.file;

import io.github.jsongauge.config.problem.ValueException;
import io.github.jsongauge.config.problem.YamlFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The texts that one load has read: of the files of the configuration, and of those that they refer to. */
public final class Texts {
    private static final String REFERRED = "file:";
    private static final String UNREADABLE = "";

    private final Map<String, String> all = new HashMap<>();

    public void add(YamlFile file) {
        all.put(file.name(), file.text());
    }

    /**
     * The text of a file that a value refers to.
     *
     * @throws ValueException when there is none that can be used, with a sentence about the file
     */
    String read(Path file) throws ValueException {
        all.put(REFERRED + file, UNREADABLE);
        String text = TextFiles.read(file);
        all.put(REFERRED + file, text);
        return text;
    }

    /** Each by a name of its own. */
    public Map<String, String> all() {
        return Map.copyOf(all);
    }

    /** Whether that is the name of a file that a value refers to. */
    public static boolean isReferred(String name) {
        return name.startsWith(REFERRED);
    }

    /** What such a file says now. */
    public static String referred(String name) {
        try {
            return TextFiles.read(Path.of(name.substring(REFERRED.length())));
        } catch (ValueException unreadable) {
            return UNREADABLE;
        }
    }
}
