package org.vigie.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line's head: it lists the commands and gives each its arguments.
///
/// Exit codes: 0 done, 1 trouble or bad input, 2 wrong use of the command line.
@Command(
        name = "vigie",
        description = "From a report of danger to protection, and to the proof of what was done.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {CommandLine.HelpCommand.class, Up.class})
public final class Main {

    private Main() {}

    /// Runs one command and ends the process with its exit code, unless the command left a server
    /// running.
    ///
    /// @param arguments the words after `vigie`
    public static void main(String[] arguments) {
        int exitCode = new CommandLine(new Main()).execute(arguments);
        if (exitCode != Up.STAYS_UP) System.exit(exitCode);
    }
}
