// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What {@code --help} prints: a short usage line, and the flags in groups. */
final class HelpText {
    /** The groups in their order, by what their flags begin with; all others are of the command alone. */
    private static final Map<String, List<String>> GROUPS = groups();

    private static final int WIDTH = 100;
    private static final String OF_THE_COMMAND = "Options:";

    private HelpText() {}

    private static Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put(OF_THE_COMMAND, List.of());
        groups.put("Configuration:", List.of("--config.", "--set", "--global."));
        groups.put("Serving:", List.of("--web.", "--timeout-offset"));
        groups.put("Logging:", List.of("--log."));
        groups.put("General:", List.of("--help", "--version"));
        return groups;
    }

    /** Gives a command and all below it the flags that all have, and sets what they print. */
    static CommandLine of(CommandLine command) {
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        usage.width(WIDTH);
        usage.abbreviateSynopsis(true);
        usage.descriptionHeading("%n");
        usage.commandListHeading("%nCommands:%n");
        usage.longOptionsMaxWidth(32);
        command.getCommandSpec().addMixin("standard", CommandSpec.forAnnotatedObject(new StandardFlags()));
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpText::options);
        command.getSubcommands().values().forEach(HelpText::of);
        return command;
    }

    private static String options(Help help) {
        CommandSpec command = help.commandSpec();
        Map<String, List<OptionSpec>> flags = command.options().stream()
                .filter(option -> !option.hidden())
                .collect(Collectors.groupingBy(HelpText::group));
        StringBuilder text = new StringBuilder();
        for (Entry<String, List<String>> group : GROUPS.entrySet()) {
            List<OptionSpec> ofGroup = flags.getOrDefault(group.getKey(), List.of());
            if (!ofGroup.isEmpty()) {
                Help.Layout layout = help.createDefaultLayout();
                layout.addOptions(ofGroup, help.createDefaultParamLabelRenderer());
                text.append('\n').append(group.getKey()).append('\n').append(layout);
            }
        }
        return text.toString().replace("\n", System.lineSeparator());
    }

    private static String group(OptionSpec option) {
        return GROUPS.entrySet().stream()
                .filter(group -> group.getValue().stream().anyMatch(option.longestName()::startsWith))
                .map(Entry::getKey)
                .findFirst()
                .orElse(OF_THE_COMMAND);
    }
}
