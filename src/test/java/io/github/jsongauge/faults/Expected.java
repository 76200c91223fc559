// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.fetch.Reason;
import io.github.jsongauge.mapping.SkipReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must come of a fault. */
sealed interface Expected {
    /** Whether the documents are complete and valid nevertheless. */
    boolean isReadable();

    /** Fails when a scrape shows anything else of a target. */
    void check(Scrape scrape, String target);

    /** What the log says of it, once: patterns, for a line each. */
    List<String> logged();

    /** The reading fails for this reason and no other: the target is down, and none of its values is shown. */
    record Failure(Reason reason) implements Expected {
        @Override
        public boolean isReadable() {
            return false;
        }

        @Override
        public void check(Scrape scrape, String target) {
            assertThat(scrape.value("jsongauge_target_up", target)).as("up").isEqualTo(0);
            assertThat(scrape.shownOf(target)).isEmpty();
            assertThat(scrape.failures(target)).containsExactly(reason.label());
            assertThat(scrape.skips(target)).isEmpty();
        }

        @Override
        public List<String> logged() {
            return List.of("level=warn .*cannot be read: .*\\(" + reason.label() + "\\)");
        }
    }

    /** The reading succeeds; what is good is shown, and only the metric whose name begins with {@code bad} is absent. */
    record Gap(SkipReason reason) implements Expected {
        @Override
        public boolean isReadable() {
            return true;
        }

        @Override
        public void check(Scrape scrape, String target) {
            checkUp(scrape, target);
            assertThat(scrape.shownOf(target)).noneMatch(series -> series.name().startsWith("bad"));
            assertThat(scrape.skips(target)).containsExactly(reason.label());
        }

        @Override
        public List<String> logged() {
            return List.of(skipped(reason));
        }
    }

    /**
     * The reading succeeds, and this is shown, where {@code TARGET} stands for the label of the target.
     *
     * @param besides what is counted nevertheless; null for nothing
     */
    record Shown(String line, @Nullable SkipReason besides) implements Expected {
        @Override
        public boolean isReadable() {
            return true;
        }

        @Override
        public void check(Scrape scrape, String target) {
            checkUp(scrape, target);
            assertThat(scrape.text()).contains(line.replace("TARGET", "target=\"" + target + "\""));
            assertThat(scrape.skips(target)).isEqualTo(besides == null ? List.of() : List.of(besides.label()));
        }

        @Override
        public List<String> logged() {
            return besides == null ? List.of() : List.of(skipped(besides));
        }
    }

    private static void checkUp(Scrape scrape, String target) {
        assertThat(scrape.value("jsongauge_target_up", target)).as("up").isEqualTo(1);
        assertThat(scrape.value("good", target)).as("good").isNotNaN();
        assertThat(scrape.failures(target)).isEmpty();
    }

    private static String skipped(SkipReason reason) {
        return "level=warn .*has no value: .*\\(" + reason.label() + ", ";
    }

    static Expected failure(Reason reason) {
        return new Failure(reason);
    }

    static Expected gap(SkipReason reason) {
        return new Gap(reason);
    }

    /** The value {@code good}, as the target sent it. */
    static Expected good() {
        return new Shown("good{TARGET} ", null);
    }

    /** A line of the exposition. */
    static Expected shown(String line) {
        return new Shown(line + "\n", null);
    }

    /** A line of the exposition, though something is counted as skipped. */
    static Expected shownAndCounted(String line, SkipReason reason) {
        return new Shown(line + "\n", reason);
    }
}
