// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.JsonArray;
import io.github.jsongauge.json.JsonNull;
import io.github.jsongauge.json.JsonObject;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.PathFailureException;
import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.MetricType;
import io.github.jsongauge.metric.Sample;
import org.jspecify.annotations.Nullable;

/** Reads the numbers of a {@link NumberMapping}. */
final class NumberPlan implements MappingPlan {
    private final NumberMapping mapping;
    private final Conversion conversion;
    private final Outlet outlet;
    private final boolean onlyGrows;

    NumberPlan(NumberMapping mapping, LabelPlan around, Families families) {
        this.mapping = mapping;
        this.conversion = mapping.conversion();
        this.outlet = new Outlet(mapping, Shape.PLAIN, around, families);
        this.onlyGrows = mapping.family().type() == MetricType.COUNTER;
    }

    @Override
    public void read(Run run, Item item) throws MappingException {
        Source source = mapping.source();
        if (source instanceof Source.At at) {
            readOne(run, item, at.path());
        } else if (source instanceof Source.Constant constant) {
            show(run, item, constant.value());
        } else if (source instanceof Source.Count count) {
            readCount(run, item, count.path());
        } else if (source instanceof Source.Aggregate aggregate) {
            readAggregate(run, item, aggregate);
        }
    }

    @Override
    public void noItems(Run run, Item outer, JsonPath each, String why) throws MappingException {
        outlet.missing(run, outer, each, () -> why);
    }

    @Override
    public void failed(Run run, Item item, PathFailureException failure) {
        outlet.skip(run, item, SkipReason.BAD_PATH, failure::getMessage);
    }

    private void readOne(Run run, Item item, JsonPath path) throws MappingException {
        Several found = run.find(path, item.node());
        JsonValue value = found.value();
        if (found.count() > 1) {
            outlet.skip(run, item, SkipReason.AMBIGUOUS, found::toString);
        } else if (conversion.missing().matches(value)) {
            missing(run, item, path, value);
        } else if (value != null) {
            give(run, item, conversion.number(value), path, value);
        }
    }

    private void readCount(Run run, Item item, JsonPath path) throws MappingException {
        JsonValue list =
                path.singularPrefix().value(run.root().value(), item.node().value());
        if (list == null) {
            missing(run, item, path.singularPrefix(), null);
        } else if (list == JsonNull.NULL) {
            give(run, item, conversion.shift(0), path, null);
        } else if (!(list instanceof JsonArray || list instanceof JsonObject)) {
            outlet.skip(
                    run,
                    item,
                    SkipReason.NOT_A_NUMBER,
                    () -> path.singularPrefix().text() + " is " + Quoted.value(list)
                            + ", neither an array nor an object");
        } else if (path.singular()) {
            int size = list instanceof JsonArray array ? array.size() : ((JsonObject) list).size();
            give(run, item, conversion.shift(size), path, null);
        } else {
            int count = run.find(path, item.node()).count();
            give(run, item, conversion.shift(count), path, null);
        }
    }

    private void readAggregate(Run run, Item item, Source.Aggregate aggregate) throws MappingException {
        Folding folding = new Folding(aggregate.fold(), conversion);
        run.each(aggregate.path(), item.node(), folding);
        JsonValue unusable = folding.unusable();
        if (unusable != null) {
            unusable(run, item, conversion.unscaled(unusable), aggregate.path(), unusable);
        } else if (folding.count() == 0) {
            missing(run, item, aggregate.path(), null);
        } else {
            give(run, item, conversion.shift(folding.result()), aggregate.path(), null);
        }
    }

    private void missing(Run run, Item item, JsonPath path, @Nullable JsonValue value) throws MappingException {
        if (mapping.onMissing() instanceof OnMissing.Value instead) {
            show(run, item, instead.value());
        } else {
            outlet.missing(run, item, path, () -> Quoted.missing(path, value));
        }
    }

    /** Shows a number, or says why it cannot be shown; its value is null when it comes from several, or from none. */
    private void give(Run run, Item item, double number, JsonPath path, @Nullable JsonValue value)
            throws MappingException {
        if (Double.isFinite(number) && !(onlyGrows && number < 0)) {
            show(run, item, number);
        } else {
            unusable(run, item, number, path, value);
        }
    }

    private void show(Run run, Item item, double number) throws MappingException {
        Labels labels = outlet.labels(run, item);
        if (labels != null) {
            outlet.give(run, item, new Sample.Value(outlet.family(), labels, number));
        }
    }

    private void unusable(Run run, Item item, double number, JsonPath path, @Nullable JsonValue value) {
        SkipReason reason = Double.isNaN(number) ? SkipReason.NOT_A_NUMBER : SkipReason.OUT_OF_RANGE;
        outlet.skip(run, item, reason, () -> {
            String what = value == null ? "the result of " + path.text() : path.text() + " is " + Quoted.value(value);
            if (Double.isNaN(number)) {
                return what + ", which is not a number";
            }
            return what + (Double.isInfinite(number) ? ", beyond the range of a double" : ", negative in a counter");
        });
    }
}
