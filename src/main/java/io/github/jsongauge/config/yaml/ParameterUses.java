// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.yaml;

import io.github.jsongauge.config.value.Parameters;
import io.github.jsongauge.config.yaml.Node.Text;
import java.util.ArrayList;
import java.util.List;

/** Where parameters of a probe are used; collected while a module or target is read. */
public final class ParameterUses {
    private final List<Use> uses = new ArrayList<>();

    /** One of them. */
    public record Use(String parameter, Text text) {}

    /** Notes all that are in a text. */
    public void add(Text text) {
        Parameters.names(text.value()).forEach(name -> uses.add(new Use(name, text)));
    }

    /** Those that were noted since this was last asked. */
    public List<Use> take() {
        List<Use> taken = List.copyOf(uses);
        uses.clear();
        return taken;
    }
}
