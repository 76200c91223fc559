// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.target;

import io.github.jsongauge.config.family.BoundLabel;
import io.github.jsongauge.config.family.FamilyUse;
import io.github.jsongauge.config.problem.Place;
import io.github.jsongauge.config.request.BoundRequest;
import io.github.jsongauge.config.request.ProbeBinder;
import io.github.jsongauge.config.value.Setting;
import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.mapping.Group;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A module that was read, for the targets that use it.
 *
 * @param timeout null = it says nothing
 * @param uses what its mappings give
 */
public record BoundModule(
        Text name,
        Group mapping,
        BoundRequest request,
        @Nullable Setting<Duration> timeout,
        Bounds bounds,
        ProbeBinder.Of probe,
        List<FamilyUse> uses) {
    /** Where a label is named by this module, if it is. */
    @Nullable
    Place label(String label) {
        for (FamilyUse use : uses) {
            BoundLabel bound = use.labels().get(label);
            if (bound != null) {
                return bound.place();
            }
        }
        return null;
    }
}
