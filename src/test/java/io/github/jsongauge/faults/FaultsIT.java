// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.jsongauge.fetch.Answer;
import io.github.jsongauge.fetch.Certificates;
import io.github.jsongauge.fetch.FakeTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Targets that misbehave in every known way, all at once. They are well first, then each does what it does, then those that
 * can are well again; two exporters read them, so that what takes much does not slow the rest.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsIT {
    @TempDir
    private static Path folder;

    private static FakeTarget elsewhere;
    private static FaultyExporter many;
    private static FaultyExporter large;

    @BeforeAll
    static void start() throws Exception {
        elsewhere = FakeTarget.answering(Answer.of(200, Fault.document(666)));
        Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost\n");
        Path silent = folder.resolve("silent");
        new ProcessBuilder("mkfifo", silent.toString()).start().waitFor();
        List<String> options = new ArrayList<>(List.of("-Djdk.net.hosts.file=" + hosts));
        Certificates.trusted().forEach((name, value) -> options.add("-D" + name + "=" + value));
        many = exporter("2s", row -> !row.large(), options);
        large = exporter("4s", FaultRows::large, List.of("-Djdk.net.hosts.file=" + silent));
        forBoth(FaultyExporter::awaitAllWell);
    }

    private static FaultyExporter exporter(String interval, Predicate<FaultRows> rows, List<String> jvmOptions)
            throws IOException {
        List<Fault> faults = FaultRows.all(elsewhere.url("/"))
                .filter(rows)
                .flatMap(row -> row.faults().stream())
                .toList();
        return new FaultyExporter(folder, "interval: " + interval + ", body_size_limit: 1MiB", faults, jvmOptions);
    }

    @AfterAll
    static void stop() throws Exception {
        many.close();
        large.close();
        elsewhere.close();
    }

    private static void forBoth(Consumer<FaultyExporter> action) {
        action.accept(many);
        action.accept(large);
    }

    /** A test for each fault, below the words of its row. */
    private static Stream<DynamicContainer> forEachFault(BiConsumer<FaultyExporter, FaultyTarget> check) {
        return FaultRows.all("")
                .map(row -> dynamicContainer(
                        row.words(),
                        row.faults().stream()
                                .map(fault -> dynamicTest("the target " + fault.words(), () -> {
                                    FaultyExporter exporter = row.large() ? large : many;
                                    check.accept(exporter, exporter.target(fault.name()));
                                }))));
    }

    @Order(1)
    @TestFactory
    Stream<? extends DynamicNode> whileItMisbehaves() {
        forBoth(FaultyExporter::misbehave);
        return forEachFault(FaultyExporter::awaitExpected);
    }

    @Order(2)
    @TestFactory
    Stream<? extends DynamicNode> whenItIsBack() {
        forBoth(FaultyExporter::recover);
        return forEachFault((exporter, target) -> {
            if (target.fault().recovers()) {
                exporter.awaitRecovered(target);
            } else {
                exporter.assertLogged(target);
            }
        });
    }

    @Order(3)
    @Test
    void targetsThatAreWellWereReadOnTheirSchedule() {
        forBoth(FaultyExporter::assertHealthyUnaffected);
    }

    @Order(3)
    @Test
    void noScrapeShowedAWrongValueOrWasMalformed() {
        forBoth(FaultyExporter::assertNothingWrongShown);
    }

    @Order(3)
    @Test
    void theLogIsShortAndHasNoSecretAndNoBytesOfATarget() {
        forBoth(FaultyExporter::assertLogHarmless);
        forBoth(FaultyExporter::assertPagesKeepSecrets);
    }

    @Order(3)
    @Test
    void theLogNamesTheMistakeThatIsLikely() {
        assertThat(many.log())
                .contains(
                        "answers-in-html cannot be read: not JSON: unexpected '<' at line 1, column 1 (byte 0); looks like HTML")
                .containsPattern(
                        "has-a-certificate-that-it-signed-itself cannot be read: the certificate of .* is not trusted")
                .containsPattern("has-a-certificate-that-has-expired cannot be read: the certificate of .* has expired")
                .containsPattern("has-a-certificate-for-another-host cannot be read: .* is not for 127.0.0.1")
                .containsPattern(
                        "is-asked-by-https-and-speaks-http cannot be read: .* does not speak TLS: is it http\\?")
                .containsPattern("is-asked-by-http-and-speaks-https cannot be read: .* answers in TLS: is it https\\?");
    }

    @Order(3)
    @Test
    void noRedirectLedElsewhere() {
        assertThat(elsewhere.requests()).isZero();
    }

    @Order(3)
    @Test
    void memoryStayedBounded() throws IOException {
        many.assertMemoryBounded();
        large.assertMemoryBounded();
    }
}
