// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rooms, who may use whom, and where each library lives. */
class ArchitectureTest {
    private static final String BASE = "io.github.jsongauge";

    /** A room may use only those before it. */
    private static final List<String> ORDER =
            List.of("metric", "json", "mapping", "fetch", "poll", "config", "expose", "app", "cli");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE);

    private static String room(String name) {
        return BASE + "." + name + "..";
    }

    @TestFactory
    Stream<DynamicTest> aRoomUsesOnlyThoseBeforeIt() {
        // the last one may use them all, the demo and the drafts
        return ORDER.subList(0, ORDER.size() - 1).stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    List<String> after = ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size());
                    String[] forbidden = Stream.concat(after.stream(), Stream.of("demo", "draft"))
                            .map(ArchitectureTest::room)
                            .toArray(String[]::new);
                    noClasses()
                            .that()
                            .resideInAPackage(room(name))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(forbidden)
                            .check(CLASSES);
                }));
    }

    @Test
    void theDemoKnowsNothingOfTheExporter() {
        noClasses()
                .that()
                .resideInAPackage(room("demo"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ORDER.stream().map(ArchitectureTest::room).toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void aDraftIsMadeOfDocumentsAndBecomesAConfiguration() {
        noClasses()
                .that()
                .resideInAPackage(room("draft"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Stream.of("fetch", "expose", "app", "cli", "demo")
                        .map(ArchitectureTest::room)
                        .toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void noTwoPackagesUseEachOther() {
        slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @TestFactory
    Stream<DynamicTest> aLibraryLivesInOneRoom() {
        return Stream.of(
                        new Home("tools.jackson..", "json"),
                        new Home("com.google.re2j..", "json"),
                        new Home("com.jayway.jsonpath..", "json.jayway"),
                        new Home("okhttp3..", "fetch"),
                        new Home("okio..", "fetch"),
                        new Home("org.yaml.snakeyaml..", "config"),
                        new Home("io.prometheus..", "expose"),
                        new Home("at.favre.lib..", "expose.access"),
                        new Home("picocli..", "cli"))
                .map(home -> DynamicTest.dynamicTest(
                        home.library,
                        () -> noClasses()
                                .that()
                                .resideOutsideOfPackage(room(home.room))
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(home.library)
                                .check(CLASSES)));
    }

    private record Home(String library, String room) {}

    @Test
    void everyPackageIsOneOfTheRooms() {
        assertThat(CLASSES.stream().map(type -> type.getPackageName().substring(BASE.length() + 1)))
                .allMatch(name -> ORDER.contains(name.split("\\.", 2)[0]) || name.matches("demo|draft(\\..*)?"));
    }
}
