// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.JsonArray;
import io.github.jsongauge.json.JsonNull;
import io.github.jsongauge.json.JsonObject;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.path.JsonPath;
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
            give(run, item, constant.value(), null);
        } else if (source instanceof Source.Count count) {
            readCount(run, item, count.path());
        } else if (source instanceof Source.Aggregate aggregate) {
            readAggregate(run, item, aggregate);
        }
    }

    @Override
    public void noItems(Run run, Item outer, String why) throws MappingException {
        outlet.missing(run, outer, () -> why);
    }

    private void readOne(Run run, Item item, JsonPath path) throws MappingException {
        JsonValue value;
        if (path.singular()) {
            value = path.value(run.root().value(), item.node().value());
        } else {
            Several found = new Several();
            path.each(run.root(), item.node(), found);
            if (found.count() > 1) {
                outlet.skip(run, item, SkipReason.AMBIGUOUS, () -> path.text() + " finds " + found.count() + " values");
                return;
            }
            value = found.first();
        }
        if (conversion.missing().matches(value)) {
            missing(run, item, path, value);
        } else if (value != null) {
            give(run, item, conversion.number(value), value);
        }
    }

    private void readCount(Run run, Item item, JsonPath path) throws MappingException {
        JsonValue list =
                path.singularPrefix().value(run.root().value(), item.node().value());
        if (list == null) {
            missing(run, item, path.singularPrefix(), null);
        } else if (list == JsonNull.NULL) {
            give(run, item, conversion.shift(0), null);
        } else if (!(list instanceof JsonArray || list instanceof JsonObject)) {
            outlet.skip(
                    run,
                    item,
                    SkipReason.NOT_A_NUMBER,
                    () -> Quoted.value(list) + " is neither an array nor an object");
        } else if (path.singular()) {
            int size = list instanceof JsonArray array ? array.size() : ((JsonObject) list).size();
            give(run, item, conversion.shift(size), null);
        } else {
            Several found = new Several();
            path.each(run.root(), item.node(), found);
            give(run, item, conversion.shift(found.count()), null);
        }
    }

    private void readAggregate(Run run, Item item, Source.Aggregate aggregate) throws MappingException {
        Folding folding = new Folding(aggregate.fold(), conversion);
        aggregate.path().each(run.root(), item.node(), folding);
        JsonValue unusable = folding.unusable();
        if (unusable != null) {
            unusable(run, item, unusable, conversion.unscaled(unusable));
        } else if (folding.count() == 0) {
            missing(run, item, aggregate.path(), null);
        } else {
            give(run, item, conversion.shift(folding.result()), null);
        }
    }

    private void missing(Run run, Item item, JsonPath path, @Nullable JsonValue value) throws MappingException {
        if (mapping.onMissing() instanceof OnMissing.Value instead) {
            show(run, item, instead.value());
        } else {
            outlet.missing(
                    run,
                    item,
                    () -> value == null ? "no match for " + path.text() : Quoted.value(value) + " counts as missing");
        }
    }

    private void give(Run run, Item item, double number, @Nullable JsonValue from) throws MappingException {
        if (Double.isFinite(number) && !(onlyGrows && number < 0)) {
            show(run, item, number);
        } else {
            unusable(run, item, from, number);
        }
    }

    private void show(Run run, Item item, double number) throws MappingException {
        Labels labels = outlet.labels(run, item);
        if (labels != null) {
            outlet.give(run, new Sample.Value(outlet.family(), labels, number));
        }
    }

    private void unusable(Run run, Item item, @Nullable JsonValue value, double number) {
        String what = value == null ? "the result" : Quoted.value(value);
        if (Double.isNaN(number)) {
            outlet.skip(run, item, SkipReason.NOT_A_NUMBER, () -> what + " is not a number");
        } else {
            outlet.skip(
                    run,
                    item,
                    SkipReason.OUT_OF_RANGE,
                    () -> what
                            + (Double.isInfinite(number)
                                    ? " is beyond the range of a double"
                                    : " is negative in a counter"));
        }
    }
}
