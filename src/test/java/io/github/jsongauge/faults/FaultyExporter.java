// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.RunningJar;
import io.github.jsongauge.fetch.Answer;
import io.github.jsongauge.mapping.SkipReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * The packaged jar with a heap of 64 MB, which polls targets that misbehave beside two that are well. It is scraped all the
 * time, and no scrape may show a value that its target did not send in a complete, valid document.
 */
final class FaultyExporter implements AutoCloseable {
    private static final List<String> HEALTHY = List.of("healthy-first", "healthy-last");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Their values are what targets send, one after the other. */
    private static final List<String> NUMBERED = List.of("good", "bad");

    private final Map<String, FaultyTarget> targets = new HashMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final RunningJar jar;
    private final Thread scraper = new Thread(this::scrapeOn, "scraper");
    private volatile boolean closing;
    /** The last scrape before they began to misbehave. */
    private Scrape before = new Scrape("", List.of());

    private final AtomicInteger scrapes = new AtomicInteger();

    /** @param global settings of all targets, in YAML */
    FaultyExporter(Path folder, String global, List<Fault> faults, String... jvmOptions) throws IOException {
        Fault well = Fault.of("", n -> Answer.of(200, Fault.document(n)), Expected.good());
        StringBuilder yaml =
                new StringBuilder("global: {interval: 2s, target_label: target, " + global + "}\ntargets:\n");
        yaml.append(add(new FaultyTarget(well.called(HEALTHY.get(0)))));
        for (Fault fault : faults) {
            yaml.append(add(new FaultyTarget(fault)));
        }
        yaml.append(add(new FaultyTarget(well.called(HEALTHY.get(1)))));
        Path config = Files.writeString(Files.createTempFile(folder, "faults", ".yml"), yaml);
        List<String> options = Stream.concat(Stream.of("-Xmx64m", "-XX:+ExitOnOutOfMemoryError"), Stream.of(jvmOptions))
                .toList();
        jar = RunningJar.start(options, Map.of(), "--config.file=" + config, "--web.listen-address=127.0.0.1:0");
        jar.port();
        scraper.start();
    }

    private String add(FaultyTarget target) {
        assertThat(targets.put(target.name(), target)).as(target.name()).isNull();
        return target.yaml();
    }

    private void scrapeOn() {
        try {
            while (!closing) {
                judge(scrape());
                scrapes.incrementAndGet();
            }
        } catch (AssertionError | RuntimeException broken) {
            if (!closing) {
                wrong.add(broken.toString());
            }
        }
    }

    private void judge(Scrape scrape) {
        for (Scrape.Series series : scrape.series()) {
            FaultyTarget target = targets.get(series.target());
            if (target == null || series.name().startsWith("jsongauge_")) {
                continue;
            }
            if (scrape.value("jsongauge_target_up", target.name()) != 1) {
                wrong.add("shown of a target that is down: " + series);
            }
            if (NUMBERED.contains(series.name()) && !target.hasSent(series.value())) {
                wrong.add("never sent: " + series);
            }
        }
    }

    private Scrape scrape() {
        return Scrape.parse(jar.get("/metrics"));
    }

    /** The targets that misbehave, in no order. */
    List<FaultyTarget> faulty() {
        return targets.values().stream()
                .filter(target -> !HEALTHY.contains(target.name()))
                .toList();
    }

    void awaitAllWell() {
        for (FaultyTarget target : faulty()) {
            if (target.fault().recovers() && !target.fault().refusing()) {
                awaitUntil(target, scrape -> assertWell(target, scrape));
            }
        }
    }

    void misbehave() {
        before = scrape();
        faulty().forEach(FaultyTarget::misbehave);
    }

    void recover() {
        faulty().stream().filter(target -> target.fault().recovers()).forEach(FaultyTarget::recover);
    }

    /** What one assertion says of a scrape. */
    interface Claim {
        void check(Scrape scrape);
    }

    private void awaitUntil(FaultyTarget target, Claim claim) {
        Awaitility.await(target.name())
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .failFast("the process ended", () -> !jar.process().isAlive())
                .untilAsserted(() -> claim.check(scrape()));
    }

    private static void assertWell(FaultyTarget target, Scrape scrape) {
        assertThat(scrape.value("jsongauge_target_up", target.name())).isEqualTo(1);
    }

    /** Waits until two readings in a row had the result that the fault must have. */
    void awaitExpected(FaultyTarget target) {
        double readings = before.value("jsongauge_target_reads_total", target.name());
        awaitUntil(target, scrape -> {
            assertThat(scrape.value("jsongauge_target_reads_total", target.name()))
                    .isGreaterThanOrEqualTo(readings + 2);
            assertExpected(target, scrape);
        });
    }

    private static void assertExpected(FaultyTarget target, Scrape scrape) {
        Expected expected = target.fault().expected();
        if (expected instanceof Expected.Failure failure) {
            assertThat(scrape.value("jsongauge_target_up", target.name())).isEqualTo(0);
            assertThat(shownOf(target, scrape)).isEmpty();
            List<String> allowed =
                    failure.oneOf().stream().map(reason -> reason.label()).toList();
            assertThat(reasons("jsongauge_target_read_failures_total", target, scrape))
                    .isNotEmpty()
                    .allMatch(allowed::contains, "one of " + allowed);
            assertThat(reasons("jsongauge_mapping_skips_total", target, scrape)).isEmpty();
        } else {
            assertThat(scrape.value("jsongauge_target_up", target.name())).isEqualTo(1);
            assertThat(scrape.value("good", target.name())).isNotNaN();
            assertThat(reasons("jsongauge_target_read_failures_total", target, scrape))
                    .isEmpty();
            assertGap(target, scrape);
        }
    }

    private static void assertGap(FaultyTarget target, Scrape scrape) {
        Expected expected = target.fault().expected();
        SkipReason reason = null;
        if (expected instanceof Expected.Gap gap) {
            assertThat(shownOf(target, scrape))
                    .noneMatch(series -> series.name().startsWith("bad"));
            reason = gap.reason();
        } else if (expected instanceof Expected.Shown shown) {
            assertThat(scrape.text()).contains(shown.line().replace("TARGET", "target=\"" + target.name() + "\""));
            reason = shown.besides();
        }
        assertThat(reasons("jsongauge_mapping_skips_total", target, scrape))
                .isEqualTo(reason == null ? List.of() : List.of(reason.label()));
    }

    private static List<String> reasons(String counter, FaultyTarget target, Scrape scrape) {
        return scrape.of(counter, target.name()).stream()
                .map(series -> String.valueOf(series.labels().get("reason")))
                .toList();
    }

    private static List<Scrape.Series> shownOf(FaultyTarget target, Scrape scrape) {
        return scrape.series().stream()
                .filter(series -> series.target().equals(target.name()))
                .filter(series -> !series.name().startsWith("jsongauge_"))
                .toList();
    }

    /** Waits until it is read well again, and looks whether the log has told so once. */
    void awaitRecovered(FaultyTarget target) {
        awaitUntil(target, scrape -> assertWell(target, scrape));
        assertLogged(target);
    }

    /** One line when the state changes, with the reason, and one when it changes back. */
    void assertLogged(FaultyTarget target) {
        Expected expected = target.fault().expected();
        List<String> about = jar.err()
                .lines()
                .filter(line -> line.contains("target " + target.name() + " ")
                        || line.contains("target " + target.name() + ": "))
                .toList();
        List<String> kinds = new ArrayList<>();
        if (expected instanceof Expected.Failure failure) {
            kinds.add("level=warn .*cannot be read: .*\\((" + String.join("|", labels(failure)) + ")\\).*");
            if (target.fault().recovers()) {
                kinds.add("level=info .*is back: .*");
            }
        } else {
            SkipReason reason =
                    expected instanceof Expected.Gap gap ? gap.reason() : ((Expected.Shown) expected).besides();
            if (reason != null) {
                kinds.add("level=warn .*has no value: .*\\(" + reason.label() + ", .*");
            }
        }
        assertThat(about).as("log").hasSameSizeAs(kinds);
        for (int i = 0; i < kinds.size(); i++) {
            assertThat(about.get(i)).containsPattern(kinds.get(i));
        }
    }

    private static List<String> labels(Expected.Failure failure) {
        return failure.oneOf().stream().map(reason -> reason.label()).toList();
    }

    /** Those beside were read on their schedule, without a failure, and their values went on. */
    void assertHealthyUnaffected() {
        for (String name : HEALTHY) {
            double before = scrape().value("good", name);
            awaitUntil(
                    target(name),
                    scrape -> assertThat(scrape.value("good", name)).isGreaterThan(before));
            Scrape scrape = scrape();
            assertThat(scrape.of("jsongauge_target_read_failures_total", name)).isEmpty();
            assertThat(scrape.of("jsongauge_mapping_skips_total", name)).isEmpty();
            assertThat(scrape.value("jsongauge_target_reads_missed_total", name))
                    .isLessThanOrEqualTo(1);
        }
    }

    /** No scrape failed, was malformed, or showed what it must not. */
    void assertNothingWrongShown() {
        assertThat(wrong).isEmpty();
        assertThat(scrapes).hasPositiveValue();
        assertThat(scraper.isAlive()).isTrue();
    }

    void assertLogHarmless() {
        String log = jar.err();
        assertThat(log.length()).isLessThan(1 << 20);
        assertThat(log).doesNotContain(Fault.SENTINEL, "internal", "a bug in jsongauge");
        assertThat(log.chars().filter(c -> c != '\n' && Character.isISOControl(c)))
                .isEmpty();
        assertThat(jar.out()).isEmpty();
    }

    void assertPagesKeepSecrets() {
        assertThat(jar.get("/") + jar.get("/config")).doesNotContain(Fault.SENTINEL);
    }

    void assertMemoryBounded() throws IOException {
        assertThat(ProcessStatus.of(jar.process()).peakMegabytes()).isLessThan(200);
    }

    @Override
    public void close() throws IOException {
        closing = true;
        try {
            scraper.join();
        } catch (InterruptedException ended) {
            throw new AssertionError(ended);
        }
        targets.values().forEach(FaultyTarget::close);
        jar.close();
    }

    RunningJar jar() {
        return jar;
    }

    /** The target that has this name. */
    FaultyTarget target(String name) {
        return Objects.requireNonNull(targets.get(name), name);
    }
}
