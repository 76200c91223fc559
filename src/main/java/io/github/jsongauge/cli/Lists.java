// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import io.github.jsongauge.config.Config;
import io.github.jsongauge.mapping.Group;
import io.github.jsongauge.mapping.Mapper;
import io.github.jsongauge.mapping.StreamNote;
import io.github.jsongauge.poll.Limits;
import java.util.ArrayList;
import java.util.List;

/**
 * How the lists of large documents are read by one target or module.
 *
 * @param isModule whether it is a module, else it is a target
 * @param name of it
 * @param notes one for each list that its mappings go through
 */
record Lists(boolean isModule, String name, List<StreamNote> notes) {
    /** Those of all targets and modules, in their order. */
    static List<Lists> of(Config config) {
        List<Lists> all = new ArrayList<>();
        config.targets().forEach(target -> all.add(of(false, target.name(), target.mapping(), target.limits())));
        config.modules().forEach(module -> all.add(of(true, module.name(), module.mapping(), module.limits())));
        return List.copyOf(all);
    }

    private static Lists of(boolean isModule, String name, Group mapping, Limits limits) {
        return new Lists(isModule, name, new Mapper(mapping, limits.mapping()).streamNotes());
    }

    /** For people; each line ends. */
    String text() {
        StringBuilder text = new StringBuilder(isModule ? "module " : "target ").append(name);
        text.append(notes.isEmpty() ? ": no lists\n" : ": how large documents are read\n");
        for (StreamNote note : notes) {
            text.append("  ")
                    .append(note.list())
                    .append(note.why().isEmpty() ? ": item by item" : ": as a whole, because " + note.why())
                    .append('\n');
        }
        return text.toString();
    }
}
