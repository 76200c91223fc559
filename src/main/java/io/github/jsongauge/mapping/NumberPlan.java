// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.JsonArray;
import io.github.jsongauge.json.JsonObject;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.MetricType;
import io.github.jsongauge.metric.Sample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the numbers of a {@link NumberMapping}. */
final class NumberPlan implements MappingPlan {
    private final NumberMapping mapping;
    private final Conversion conversion;
    private final Outlet outlet;
    private final @Nullable Listing counted;
    private final boolean onlyGrows;

    /** The number of the list that it folds or counts when that is read while the document comes, else -1. */
    private final int stream;

    NumberPlan(NumberMapping mapping, Outlet outlet, int stream) {
        this.mapping = mapping;
        this.conversion = mapping.conversion();
        this.outlet = outlet;
        this.counted = mapping.source() instanceof Source.Count count ? new Listing(count.path()) : null;
        this.stream = stream;
        this.onlyGrows = mapping.family().type() == MetricType.COUNTER;
    }

    @Override
    public void read(Run run, Item item) throws MappingException {
        Source source = mapping.source();
        if (source instanceof Source.At at) {
            readOne(run, item, at.path());
        } else if (source instanceof Source.Constant constant) {
            show(run, item, constant.value());
        } else if (counted != null) {
            readCount(run, item, counted);
        } else if (source instanceof Source.Aggregate aggregate) {
            readAggregate(run, item, aggregate);
        }
    }

    @Override
    public void streams(Streamer[] byNumber) {
        if (stream >= 0 && mapping.source() instanceof Source.Aggregate aggregate) {
            byNumber[stream] = (run, item) -> run.streamed()
                    .folding(stream, () -> new Folding(aggregate.fold(), conversion))
                    .accept(item);
        } else if (stream >= 0) {
            byNumber[stream] = (run, item) -> {};
        }
    }

    @Override
    public Outlet outlet() {
        return outlet;
    }

    private void readOne(Run run, Item item, JsonPath path) throws MappingException {
        Several found = run.find(path, item.node());
        JsonValue value = found.value();
        if (found.count() > 1) {
            outlet.refuse(run, item, SkipReason.AMBIGUOUS, found::toString);
        } else if (conversion.missing().matches(value)) {
            missing(run, item, path, value);
        } else if (value != null) {
            give(run, item, conversion.number(value), path, value);
        }
    }

    private void readCount(Run run, Item item, Listing counted) throws MappingException {
        JsonPath path = counted.path();
        List<JsonValue> lists = counted.lists(run, item.node());
        if (lists.isEmpty()) {
            missing(run, item, counted.place(), null);
        } else if (counted.isPlace() && !path.singular()) {
            give(run, item, conversion.shift(lists.size()), path, null);
        } else if (lists.stream().noneMatch(Listing::isList)) {
            outlet.refuse(
                    run,
                    item,
                    SkipReason.NOT_A_NUMBER,
                    () -> counted.place().text() + " is " + Quoted.value(lists.get(0))
                            + ", neither an array nor an object");
        } else {
            give(run, item, conversion.shift(count(run, item, path, lists.get(0))), path, null);
        }
    }

    private int count(Run run, Item item, JsonPath path, JsonValue list) throws MappingException {
        if (run.wasStreamed(stream)) {
            return run.streamed().items(stream);
        }
        return path.singular() ? size(list) : run.find(path, item.node()).count();
    }

    private static int size(JsonValue list) {
        if (list instanceof JsonArray array) {
            return array.size();
        }
        return list instanceof JsonObject object ? object.size() : 0;
    }

    private void readAggregate(Run run, Item item, Source.Aggregate aggregate) throws MappingException {
        Folding folding = run.wasStreamed(stream) ? run.streamed().folding(stream) : null;
        if (folding == null) {
            folding = new Folding(aggregate.fold(), conversion);
            run.each(aggregate.path(), item.node(), folding);
        }
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

    private void unusable(Run run, Item item, double number, JsonPath path, @Nullable JsonValue value)
            throws MappingException {
        SkipReason reason = Double.isNaN(number) ? SkipReason.NOT_A_NUMBER : SkipReason.OUT_OF_RANGE;
        outlet.refuse(run, item, reason, () -> {
            String what = value == null ? "the result of " + path.text() : path.text() + " is " + Quoted.value(value);
            if (Double.isNaN(number)) {
                return what + ", which is not a number";
            }
            return what + (Double.isInfinite(number) ? ", beyond the range of a double" : ", negative in a counter");
        });
    }
}
