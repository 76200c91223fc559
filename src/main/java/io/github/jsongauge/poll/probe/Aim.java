// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll.probe;

import io.github.jsongauge.fetch.AllowedTargets;
import io.github.jsongauge.fetch.Request;
import io.github.jsongauge.fetch.TargetUrl;
import io.github.jsongauge.poll.trial.Subject;
import java.util.Map;

/**
 * What a query asks for, once it makes sense.
 *
 * @param target the name of the configured target; empty when the query has a URL
 * @param values of all parameters of the module
 */
record Aim(Module module, TargetUrl url, String target, Map<String, String> values, Request request) {
    /**
     * Fills in the request.
     *
     * @throws IllegalArgumentException when a value cannot be sent, with a message that does not repeat it
     */
    static Aim of(Module module, TargetUrl url, AllowedTargets judged, String target, Map<String, String> values) {
        return new Aim(module, url, target, values, module.request().request(url, judged, values));
    }

    /** The same for somebody who watches. */
    Subject subject() {
        return target.isEmpty()
                ? Subject.ofModule(module.name(), module.mapping().with(values), module.limits())
                : Subject.ofTarget(target, module.mapping().with(values), module.limits());
    }
}
