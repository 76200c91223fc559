// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.target;

import io.github.jsongauge.config.family.FamilyHelps;
import io.github.jsongauge.fetch.Request;
import io.github.jsongauge.fetch.RequestTemplate;
import io.github.jsongauge.fetch.TargetUrl;
import io.github.jsongauge.mapping.Group;
import io.github.jsongauge.poll.Limits;
import io.github.jsongauge.poll.Target;
import io.github.jsongauge.poll.Trigger;
import io.github.jsongauge.poll.probe.Module;
import io.github.jsongauge.poll.probe.NamedTarget;
import io.github.jsongauge.poll.probe.Parameter;
import java.util.List;
import java.util.Map;

/**
 * A target that was read, before the helps of its families are known.
 *
 * @param module the name of its module; empty when it has none
 * @param request how it is read otherwise
 * @param template how probes of it are read
 * @param parameters that probes of it may have
 * @param defaults their values when it is read otherwise
 */
public record BoundTarget(
        String name,
        String module,
        TargetUrl url,
        Request request,
        RequestTemplate template,
        Group mapping,
        Trigger trigger,
        Limits limits,
        List<Parameter> parameters,
        Map<String, String> defaults) {
    public Target target(FamilyHelps helps) {
        return new Target(name, request, helps.in(mapping.with(defaults)), trigger, limits);
    }

    public NamedTarget named(FamilyHelps helps) {
        return new NamedTarget(name, url, new Module(module, template, helps.in(mapping), limits, null, parameters));
    }
}
