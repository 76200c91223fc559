// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping.explain;

import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Match;
import io.github.jsongauge.mapping.MappingObserver;
import io.github.jsongauge.mapping.SkipReason;
import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.Sample;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Watches the engine, and keeps a note for each mapping. */
final class Notes implements MappingObserver {
    private final List<Site> sites;
    private final List<Note> notes;

    Notes(List<Site> sites) {
        this.sites = sites;
        this.notes = sites.stream().map(site -> new Note()).toList();
    }

    Note of(Site site) {
        return notes.get(site.number());
    }

    /** How many mappings gave one series. */
    long mappingsOf(Family family, Labels labels) {
        return sites.stream().filter(site -> gave(site, family, labels)).count();
    }

    private boolean gave(Site site, Family family, @Nullable Labels labels) {
        return site.mapping().family().name().equals(family.name()) && of(site).anyItem(labels) != null;
    }

    @Override
    public void gave(int mapping, Match item, Sample sample) {
        notes.get(mapping).add(item, sample);
    }

    @Override
    public void missing(int mapping, Match item, JsonPath path, boolean counted, Supplier<String> why) {
        notes.get(mapping).add(new Trouble(SkipReason.MISSING, item, path, null, counted, why.get()));
    }

    @Override
    public void skipped(int mapping, Match item, SkipReason reason, Supplier<String> why) {
        notes.get(mapping).add(new Trouble(reason, item, null, null, true, why.get()));
    }

    @Override
    public void refused(Family family, @Nullable Labels labels, SkipReason reason, Supplier<String> why) {
        for (Site site : sites) {
            Match item = of(site).anyItem(labels);
            if (item != null && gave(site, family, labels)) {
                of(site).refuse(labels);
                of(site).add(new Trouble(reason, item, null, labels, true, why.get()));
            }
        }
    }
}
