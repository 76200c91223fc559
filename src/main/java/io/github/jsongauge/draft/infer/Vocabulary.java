// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.infer;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which states there are besides those that were seen: the words of systems that many people run. */
final class Vocabulary {
    private static final List<List<String>> KNOWN = List.of(
            List.of("UP", "DOWN", "OUT_OF_SERVICE", "UNKNOWN"),
            List.of("UP", "DOWN", "MAINT", "DRAIN", "NOLB", "no check"),
            List.of("healthy", "unhealthy", "starting"),
            List.of("healthy", "degraded", "unhealthy"),
            List.of("Healthy", "Degraded", "Unhealthy"),
            List.of("green", "yellow", "red"),
            List.of("HEALTH_OK", "HEALTH_WARN", "HEALTH_ERR"),
            List.of("passing", "warning", "critical"),
            List.of("pass", "warn", "fail"),
            List.of("up", "down"),
            List.of("up", "down", "unavail", "checking", "draining", "unhealthy"),
            List.of("online", "offline"),
            List.of("online", "offline", "unknown"),
            List.of("running", "stopped", "paused"),
            List.of("running", "idle", "flow", "minority", "down", "crashed", "stopped"),
            List.of("created", "running", "paused", "restarting", "removing", "exited", "dead"),
            List.of("RUNNING", "PAUSED", "STOPPED", "FAILED", "UNASSIGNED", "RESTARTING"),
            List.of("SUCCESS", "UNSTABLE", "FAILURE", "NOT_BUILT", "ABORTED"),
            List.of("NORMAL", "EXCLUSIVE"),
            List.of("queued", "in_progress", "completed", "waiting", "requested", "pending"),
            List.of(
                    "success",
                    "failure",
                    "cancelled",
                    "skipped",
                    "timed_out",
                    "action_required",
                    "neutral",
                    "stale",
                    "startup_failure"),
            List.of("success", "failed", "running", "queued", "skipped", "up_for_retry"),
            List.of("Pending", "Running", "Succeeded", "Failed", "Unknown"),
            List.of("inactive", "pending", "active", "error", "locked"),
            List.of("active", "inactive"),
            List.of("enabled", "disabled"),
            List.of("idle", "busy"),
            List.of("open", "closed"),
            List.of("CLOSED", "OPEN", "HALF_OPEN"),
            List.of("connected", "disconnected"),
            List.of("disconnected", "connecting", "connected", "got ip"),
            List.of("StateFollower", "StateCandidate", "StateLeader", "StatePreCandidate"),
            List.of("leader", "follower", "candidate"),
            List.of("master", "slave"),
            List.of("primary", "secondary"),
            List.of("primary", "replica"),
            List.of("ok", "warning", "critical", "unknown"),
            List.of("ok", "degraded", "failed"),
            List.of("ok", "error"),
            List.of("OK", "WARNING", "CRITICAL", "UNKNOWN"),
            List.of("OK", "ERROR"),
            List.of("ON", "OFF"),
            List.of("on", "off"));

    /** Words that mean something only where a state is expected: alone they say nothing. */
    private static final Set<String> VAGUE = Set.of(
            "open",
            "closed",
            "active",
            "created",
            "completed",
            "unknown",
            "primary",
            "secondary",
            "master",
            "red",
            "green",
            "yellow",
            "pass",
            "fail",
            "success",
            "pending",
            "error",
            "warning");

    private Vocabulary() {}

    /** The first known set of states that has all of these; null when there is none. */
    static @Nullable List<String> of(Set<String> seen) {
        return KNOWN.stream()
                .filter(states -> states.containsAll(seen))
                .findFirst()
                .orElse(null);
    }

    /** Whether all of these are known as states wherever they stand. */
    static boolean areStates(Set<String> seen) {
        return of(seen) != null && !VAGUE.containsAll(seen);
    }
}
