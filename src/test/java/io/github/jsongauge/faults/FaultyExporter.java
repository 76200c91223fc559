// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.RunningJar;
import io.github.jsongauge.fetch.Answer;
import io.github.jsongauge.fetch.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * The packaged jar with a heap of 64 MB, which polls targets that misbehave beside two that are well. It is scraped all the
 * time, and no scrape may show a value that its target did not send in a complete, valid document.
 */
final class FaultyExporter implements AutoCloseable {
    private static final List<String> HEALTHY = List.of("healthy-first", "healthy-last");
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    /** Their values are what targets send, one after the other. */
    private static final List<String> NUMBERED = List.of("good", "bad");

    /** What may have been logged of targets that are well, or of any, when the machine was too busy to start in time. */
    private static final Pattern SLOW_START = Pattern.compile("cannot be read: .*\\(timeout\\)|is back: ");

    private final Map<String, FaultyTarget> targets = new HashMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final RunningJar jar;
    private final Thread scraper = new Thread(this::scrapeOn, "scraper");
    private final AtomicInteger scrapes = new AtomicInteger();
    private volatile boolean closing;
    /** The last scrape before they began to misbehave, and what was logged until then. */
    private Scrape before = new Scrape("", List.of());

    private String logBefore = "";

    /** @param global settings of all targets, in YAML */
    FaultyExporter(Path folder, String global, List<Fault> faults, List<String> jvmOptions) throws IOException {
        Fault well = Fault.of("", n -> Answer.of(200, Fault.document(n)), Expected.good());
        StringBuilder yaml = new StringBuilder("global: {target_label: target, " + global + "}\ntargets:\n");
        yaml.append(add(new FaultyTarget(well.called(HEALTHY.get(0)))));
        for (Fault fault : faults) {
            yaml.append(add(new FaultyTarget(fault)));
        }
        yaml.append(add(new FaultyTarget(well.called(HEALTHY.get(1)))));
        Path config = Files.writeString(Files.createTempFile(folder, "faults", ".yml"), yaml);
        List<String> options = Stream.concat(SmallExporter.OPTIONS.stream(), jvmOptions.stream())
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
    private List<FaultyTarget> faulty() {
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
        String logged = jar.err();
        logBefore = logged.substring(0, logged.lastIndexOf('\n') + 1);
        faulty().forEach(FaultyTarget::misbehave);
    }

    void recover() {
        faulty().stream().filter(target -> target.fault().recovers()).forEach(FaultyTarget::recover);
    }

    private void awaitUntil(FaultyTarget target, Consumer<Scrape> claim) {
        Awaitility.await(target.name())
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .failFast("the process ended", () -> !jar.process().isAlive())
                .untilAsserted(() -> claim.accept(scrape()));
    }

    private static void assertWell(FaultyTarget target, Scrape scrape) {
        assertThat(scrape.value("jsongauge_target_up", target.name())).isEqualTo(1);
    }

    /** Waits until two readings in a row had the result that the fault must have. */
    void awaitExpected(FaultyTarget target) {
        double readings = before.reads(target.name());
        awaitUntil(target, scrape -> {
            assertThat(scrape.reads(target.name())).isGreaterThanOrEqualTo(readings + 2);
            target.fault().expected().check(scrape.since(before), target.name());
        });
    }

    /** Waits until it is read well again, and looks whether the log has told so once. */
    void awaitRecovered(FaultyTarget target) {
        awaitUntil(target, scrape -> assertWell(target, scrape));
        boolean wasDown = !target.fault().expected().isReadable();
        assertLogged(target, wasDown ? List.of("level=info .*is back: ") : List.of());
    }

    /** The log has one line for each change of state, and no other. */
    void assertLogged(FaultyTarget target) {
        assertLogged(target, List.of());
    }

    private void assertLogged(FaultyTarget target, List<String> more) {
        List<String> patterns = Stream.concat(target.fault().expected().logged().stream(), more.stream())
                .toList();
        Pattern name = Pattern.compile("target " + target.name() + "[: ]");
        Predicate<String> slowStart = SLOW_START.asPredicate();
        boolean mayHang = !target.changes() && target.fault().expected().equals(Expected.failure(Reason.TIMEOUT));
        Stream<String> first = logBefore.lines().filter(line -> mayHang || !slowStart.test(line));
        Stream<String> then = jar.err().substring(logBefore.length()).lines();
        List<String> lines = Stream.concat(first, then)
                .filter(line -> name.matcher(line).find())
                .toList();
        assertThat(lines).as("log").hasSameSizeAs(patterns);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i)).containsPattern(patterns.get(i));
        }
    }

    /** Those beside were read on their schedule, without a failure, and their values went on. */
    void assertHealthyUnaffected() {
        for (String name : HEALTHY) {
            double last = scrape().value("good", name);
            awaitUntil(
                    target(name),
                    scrape -> assertThat(scrape.value("good", name)).isGreaterThan(last));
            Scrape scrape = scrape().since(before);
            assertThat(scrape.failures(name)).isEmpty();
            assertThat(scrape.skips(name)).isEmpty();
            assertThat(scrape.missed(name)).isLessThanOrEqualTo(before.missed(name) + 1);
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

    /** What it logged until now. */
    String log() {
        return jar.err();
    }

    /** The target that has this name. */
    FaultyTarget target(String name) {
        return Objects.requireNonNull(targets.get(name), name);
    }
}
