// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import io.github.jsongauge.config.Config;
import io.github.jsongauge.config.problem.Problem;
import io.github.jsongauge.json.JsonArray;
import io.github.jsongauge.json.JsonBoolean;
import io.github.jsongauge.json.JsonNumber;
import io.github.jsongauge.json.JsonObject;
import io.github.jsongauge.json.JsonString;
import io.github.jsongauge.json.JsonText;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.mapping.explain.Explanation;
import io.github.jsongauge.poll.trial.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A {@link Check} for programs: {@code {"problems": […], "trials": […]}}, with {@code "lists": […]} when asked. Keys are never
 * renamed; there may be more.
 */
final class CheckJson {
    private CheckJson() {}

    /** One line of JSON, and its end. */
    static String of(Check check) {
        Map<String, JsonValue> all = new LinkedHashMap<>();
        all.put("problems", array(check.problems().stream().map(CheckJson::of).toList()));
        List<JsonValue> trials = new ArrayList<>();
        Config config = check.config();
        if (config != null) {
            check.trials().forEach(trial -> trials.add(of(trial, Check.places(config, trial))));
        }
        all.put("trials", array(trials));
        List<Lists> lists = check.lists();
        if (lists != null) {
            all.put("lists", array(lists.stream().flatMap(CheckJson::of).toList()));
        }
        return JsonText.of(JsonObject.of(all)) + "\n";
    }

    /** Without a line when there is none; the column is in characters from 1. */
    private static JsonValue of(Problem problem) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("file", new JsonString(problem.file()));
        if (problem.line() > 0) {
            members.put("line", JsonNumber.of(problem.line()));
            members.put("column", JsonNumber.of(problem.column()));
        }
        members.put("severity", new JsonString(problem.severity().word()));
        members.put("id", new JsonString(problem.id()));
        members.put("message", new JsonString(problem.message()));
        members.put("hint", new JsonString(problem.hint()));
        return JsonObject.of(members);
    }

    private static JsonValue of(Trial trial, List<String> places) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put(
                trial.subject().isModule() ? "module" : "target",
                new JsonString(trial.subject().name()));
        members.put("source", new JsonString(trial.source()));
        members.put("fine", truth(trial.fine()));
        members.put("failure", new JsonString(trial.failure()));
        List<JsonValue> mappings = new ArrayList<>();
        for (int i = 0; i < trial.mappings().size(); i++) {
            mappings.add(of(trial.mappings().get(i), i < places.size() ? places.get(i) : ""));
        }
        members.put("mappings", array(mappings));
        return JsonObject.of(members);
    }

    private static JsonValue of(Explanation mapping, String place) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("metric", new JsonString(mapping.metric()));
        members.put("outcome", new JsonString(mapping.outcome().word()));
        members.put("failed", truth(mapping.outcome().failed()));
        members.put("path", new JsonString(mapping.path()));
        members.put("samples", JsonNumber.of(mapping.given()));
        members.put("why", new JsonString(mapping.why()));
        members.put("hint", new JsonString(mapping.hint()));
        members.put("place", new JsonString(place));
        return JsonObject.of(members);
    }

    private static Stream<JsonValue> of(Lists lists) {
        return lists.notes().stream().map(note -> {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            members.put(lists.isModule() ? "module" : "target", new JsonString(lists.name()));
            members.put("list", new JsonString(note.list()));
            members.put("item_by_item", truth(note.why().isEmpty()));
            members.put("why", new JsonString(note.why()));
            return JsonObject.of(members);
        });
    }

    private static JsonBoolean truth(boolean is) {
        return is ? JsonBoolean.TRUE : JsonBoolean.FALSE;
    }

    private static JsonArray array(List<? extends JsonValue> elements) {
        return JsonArray.of(elements);
    }
}
