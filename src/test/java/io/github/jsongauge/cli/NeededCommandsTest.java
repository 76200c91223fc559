// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A command that is not looked at is never missed. */
class NeededCommandsTest {
    private static List<String> needed(String... arguments) {
        return Commands.neededFor(List.of(arguments));
    }

    @Test
    void flagsNeedNoCommand() {
        assertThat(needed()).isEmpty();
        assertThat(needed("--config.file=config.yml", "--version")).isEmpty();
    }

    @Test
    void aCommandIsAloneWhenItComesFirst() {
        assertThat(needed("check", "config.yml")).containsExactly("check");
        assertThat(needed("demo", "--help")).containsExactly("demo");
    }

    @Test
    void allAreThereForHelpForSuggestionsAndForCompletion() {
        for (String argument : List.of("--help", "--help=true", "-h", "chekc", "completion", "@file")) {
            assertThat(needed(argument)).as(argument).isEqualTo(Commands.NAMES);
        }
    }

    @Test
    void aWordBehindAFlagMayBeACommand() {
        assertThat(needed("--config.file", "config.yml", "check")).isEqualTo(Commands.NAMES);
    }
}
