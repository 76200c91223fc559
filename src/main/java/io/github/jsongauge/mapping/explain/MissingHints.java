// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping.explain;

import io.github.jsongauge.json.JsonArray;
import io.github.jsongauge.json.JsonObject;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Match;
import io.github.jsongauge.mapping.Quoted;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may have been meant by a path that finds nothing. */
final class MissingHints {
    private static final Pattern TESTED = Pattern.compile("@\\.([A-Za-z_][A-Za-z0-9_-]*)");

    private final Site site;
    private final Match root;
    private final Match item;
    private final DeadEnd end;

    private MissingHints(Site site, Match root, Match item, DeadEnd end) {
        this.site = site;
        this.root = root;
        this.item = item;
        this.end = end;
    }

    /** @param item where the path was looked for */
    static Advice of(Site site, JsonPath path, Match root, Match item) {
        DeadEnd end = DeadEnd.of(path, root, item);
        return end == null ? Advice.NONE : new MissingHints(site, root, item, end).advice();
    }

    private Advice advice() {
        String name = end.name();
        if (name == null && !end.failing().singular()) {
            return nothingPasses();
        }
        if (end.holder().value() instanceof JsonObject object) {
            return new Advice(Tree.listed("keys here", object), name == null ? "" : meant(name, object));
        }
        if (end.holder().value() instanceof JsonArray array) {
            return inArray(name, array);
        }
        return Advice.fact(end.place() + " is " + Quoted.value(end.holder().value()) + ", with nothing inside");
    }

    private String meant(String name, JsonObject object) {
        boolean fromRoot = end.path().text().startsWith("$");
        List<String> names = end.allNames();
        if (item != root && !names.isEmpty() && Tree.at(fromRoot ? item : root, names) != null) {
            return Advice.didYouMean(
                    PathText.startingAt(fromRoot ? "." : "$", end.path().text()));
        }
        if (isSingleItem() && firstChildHas(name)) {
            return eachOfAll();
        }
        String near = NearMiss.among(Tree.keys(object), name);
        if (!near.isEmpty()) {
            return Advice.didYouMean(end.with(PathText.member(end.reached().text(), near)));
        }
        return elsewhere(name);
    }

    /** Whether the path fails at an item that is the only one because its {@code each} has no wildcard. */
    private boolean isSingleItem() {
        JsonPath each = site.each();
        return end.holder() == item && each != null && each.singular() && end.path() != each;
    }

    private boolean firstChildHas(String name) {
        List<Match> children = Tree.children(end.holder());
        return !children.isEmpty() && children.get(0).value() instanceof JsonObject child && child.get(name) != null;
    }

    private String eachOfAll() {
        JsonPath each = site.each();
        return each == null ? "" : Advice.didYouMean("each: " + PathText.all(each.text()));
    }

    private String elsewhere(String name) {
        Match found = Tree.find(end.holder(), name, end::goesOnFrom);
        if (found != null) {
            return Advice.didYouMean(suggested(end.reached().text(), end.holder(), found, true));
        }
        found = Tree.find(root, name, end::goesOnFrom);
        if (found != null) {
            return Advice.didYouMean(suggested("$", root, found, true));
        }
        List<String> behind = end.names();
        found = behind.isEmpty() ? null : Tree.find(root, behind.get(behind.size() - 1), node -> true);
        return found == null ? "" : Advice.didYouMean(suggested("$", root, found, false));
    }

    /** The path of what was found; where it stands in a list, as items of that list. */
    private String suggested(String base, Match top, Match found, boolean withRest) {
        Match list = outermostList(top, found);
        if (list == null) {
            String path = PathText.below(base, top, found);
            return withRest ? end.with(path) : path;
        }
        Match element = found;
        while (element.parent() != list && element.parent() != null) {
            element = element.parent();
        }
        String path = PathText.below(".", element, found);
        return "each: " + PathText.all(PathText.below(base, top, list)) + " with path: "
                + (withRest ? end.with(path) : path);
    }

    private static @Nullable Match outermostList(Match top, Match found) {
        Match list = null;
        for (@Nullable Match node = found.parent(); node != null; node = node == top ? null : node.parent()) {
            list = node.value() instanceof JsonArray ? node : list;
        }
        return list;
    }

    private Advice inArray(@Nullable String name, JsonArray array) {
        String fact = end.place() + " is an array of " + array.size();
        if (array.size() == 0) {
            return Advice.fact(fact);
        }
        if (name == null) {
            return new Advice(fact, "its indexes go from 0 to " + (array.size() - 1));
        }
        if (isSingleItem()) {
            return new Advice(fact, eachOfAll());
        }
        if (!firstChildHas(name)) {
            return array.get(0) instanceof JsonObject first
                    ? Advice.fact(fact + " objects, " + Tree.listed("keys of the first", first))
                    : Advice.fact(fact);
        }
        String base = end.reached().text();
        String ofAll = PathText.join(PathText.all(base), end.tail());
        if (site.eaches().contains(end.path())) {
            return new Advice(fact, Advice.didYouMean(ofAll));
        }
        String ofFirst = PathText.join(PathText.element(base, 0), end.tail());
        return new Advice(
                fact, Advice.didYouMean(ofFirst + ", or each: " + PathText.all(base) + " with path: " + end.tail()));
    }

    private Advice nothingPasses() {
        List<Match> children = Tree.children(end.holder());
        if (children.isEmpty()) {
            boolean list =
                    end.holder().value() instanceof JsonArray || end.holder().value() instanceof JsonObject;
            return Advice.fact(
                    list
                            ? end.place() + " is empty"
                            : "it is " + Quoted.value(end.holder().value()));
        }
        Matcher tested = TESTED.matcher(
                end.failing().text().substring(end.reached().text().length()));
        while (tested.find()) {
            String name = tested.group(1);
            if (children.stream().noneMatch(child -> Tree.at(child, List.of(name)) != null)) {
                return nothingHas(name, children.get(0));
            }
        }
        return Advice.fact("nothing of the " + children.size() + " in " + end.place() + " passes");
    }

    private Advice nothingHas(String name, Match first) {
        String near = first.value() instanceof JsonObject object ? NearMiss.among(Tree.keys(object), name) : "";
        return new Advice(
                "nothing in " + end.place() + " has a \"" + name + "\"",
                near.isEmpty() ? "" : Advice.didYouMean(PathText.member("@", near)));
    }
}
