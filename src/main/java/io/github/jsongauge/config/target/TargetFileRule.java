// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.target;

import io.github.jsongauge.config.file.FilePattern;
import io.github.jsongauge.config.problem.Place;
import io.github.jsongauge.config.yaml.Node;
import io.github.jsongauge.config.yaml.Node.Entries;
import io.github.jsongauge.config.yaml.Node.Entry;
import io.github.jsongauge.config.yaml.Node.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One element of {@code target_files}: which files, and how their targets are read.
 *
 * @param interval null = as everywhere
 */
public record TargetFileRule(
        List<FilePattern> patterns, Text module, @Nullable Node interval) {
    /** A target as if it stood in the configuration. */
    Entries target(Text name, Text url, List<Entry> labels) {
        Place place = url.place();
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(key("name", place), name));
        entries.add(new Entry(key("url", place), url));
        entries.add(new Entry(key("module", place), module));
        entries.add(new Entry(key("labels", place), new Entries(place, labels, false)));
        if (interval != null) {
            entries.add(new Entry(key("interval", place), interval));
        }
        return new Entries(place, entries, false);
    }

    private static Text key(String key, Place place) {
        return new Text(place, key, key, true, false);
    }
}
