// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.expose.Bodies;
import io.github.jsongauge.expose.Statuses;
import io.github.jsongauge.fetch.Reason;
import io.github.jsongauge.metric.Sample;
import io.github.jsongauge.poll.TargetStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SamplesPartTest {
    private static final PagePart NOTHING = new PagePart(new byte[0]);

    private final SamplesPart parts = new SamplesPart();
    private final TargetStatus app = Statuses.up("app", Statuses.gauge("app_load", 0.5));
    private final TargetStatus web = Statuses.up("web", Statuses.gauge("web_load", 1.5));

    private static List<List<Sample>> samples(TargetStatus... targets) {
        return Arrays.stream(targets).map(TargetStatus::samples).toList();
    }

    private PagePart of(TargetStatus... targets) {
        return parts.of(samples(targets), Set.of(), Format.TEXT, new Refused());
    }

    private static String text(PagePart part) {
        return new String(Bodies.bytes(part.followedBy(NOTHING)), UTF_8);
    }

    @Test
    void thePartIsKeptWhileNoReadingIsReplaced() {
        PagePart first = of(app, web);

        assertThat(text(first)).contains("app_load 0.5\n", "web_load 1.5\n");
        assertThat(of(app, web)).isSameAs(first);
    }

    @Test
    void aNewReadingIsShownAtOnce() {
        String first = text(of(app));

        assertThat(text(of(Statuses.up("app", Statuses.gauge("app_load", 0.5)))))
                .isEqualTo(first);
        for (double load = 1; load < 5; load++) {
            assertThat(text(of(Statuses.up("app", Statuses.gauge("app_load", load)))))
                    .isEqualTo(first.replace("0.5", Double.toString(load)));
        }
    }

    /** With its compressed form, that is. */
    @Test
    void newReadingsWithTheSameValuesAreThePartThatThereIsOnceTheirSeriesAreKnown() {
        PagePart second = null;
        for (int i = 0; i < 2; i++) {
            second = of(Statuses.up("app", Statuses.gauge("app_load", 0.5)));
        }

        assertThat(of(Statuses.up("app", Statuses.gauge("app_load", 0.5)))).isSameAs(second);
    }

    @Test
    void whatMayNotBeShownAnyMoreIsGoneAtOnce() {
        assertThat(text(of(app, web))).contains("web_load");
        assertThat(text(of(app))).doesNotContain("web_load");
        assertThat(text(of(app, Statuses.down("web", Reason.CONNECT, "refused"))))
                .doesNotContain("web_load");
        assertThat(text(of())).isEmpty();
    }

    @Test
    void theOrderOfTargetsIsPartOfIt() {
        PagePart first = of(app, web);

        assertThat(of(web, app)).isNotSameAs(first);
    }

    @Test
    void aNameThatIsTakenIsRefusedEachTime() {
        for (int i = 0; i < 2; i++) {
            Refused refused = new Refused();

            PagePart part = parts.of(samples(app), Set.of("app_load"), Format.TEXT, refused);

            assertThat(text(part)).isEmpty();
            assertThat(refused.byMetric()).containsOnlyKeys("app_load");
        }
        assertThat(text(of(app))).contains("app_load 0.5\n");
    }

    @Test
    void eachFormatHasItsOwnAndNoEnd() {
        PagePart text = of(app);

        PagePart openMetrics = parts.of(samples(app), Set.of(), Format.OPENMETRICS, new Refused());

        assertThat(text(openMetrics)).contains("app_load 0.5\n").doesNotContain("# EOF");
        assertThat(of(app)).isSameAs(text);
    }
}
