// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** One run of {@code jsongauge try}, or of another command, inside this process; times in it read {@code N ms}. */
record TryRun(int exitCode, String out, String err) {
    static TryRun of(String... arguments) {
        List<String> all = new ArrayList<>(List.of("try"));
        all.addAll(List.of(arguments));
        return ofCommand(all.toArray(new String[0]));
    }

    /** With the command as the first argument, if there is one. */
    static TryRun ofCommand(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = Main.commandLine(Map.of());
        commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int exitCode = commandLine.execute(arguments);
        return new TryRun(exitCode, timeless(out.toString()), timeless(err.toString()));
    }

    static String timeless(String text) {
        return text.replaceAll("\\d+(\\.\\d)? ms", "N ms");
    }
}
