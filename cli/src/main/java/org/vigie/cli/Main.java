package org.vigie.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line's head: it lists the commands and gives each its arguments.
///
/// Exit codes: 0 fine, 1 the command found something that somebody must look at (rejected rows, a
/// ledger that does not verify), 2 wrong use, bad input or trouble, said in one sentence.
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
        var head =
                new Head(
                        new StoreLedgers(),
                        () -> Instant.now().truncatedTo(ChronoUnit.MILLIS),
                        new SecureRandom(),
                        Optional.ofNullable(System.console())
                                .filter(Console::isTerminal)
                                .isPresent());
        int exitCode =
                commandLine(head, System.getenv("VIGIE_TRACE") != null)
                        .setOut(utf8(FileDescriptor.out))
                        .setErr(utf8(FileDescriptor.err))
                        .execute(arguments);
        if (exitCode != Up.STAYS_UP) System.exit(exitCode);
    }

    /// All commands.
    ///
    /// @param trace whether a fault shows where it happened
    static CommandLine commandLine(Head head, boolean trace) {
        return commandLine(head, trace, System.in);
    }

    /// The same with another standard input.
    static CommandLine commandLine(Head head, boolean trace, InputStream pasted) {
        var line =
                new CommandLine(new Main())
                        .addSubcommand(new Import(head, pasted))
                        .addSubcommand(new Fetch(head, System.getenv(), Thread::sleep))
                        .addSubcommand(new Imports(head))
                        .addSubcommand(new Undo(head))
                        .addSubcommand(new CountIncidents(head))
                        .addSubcommand(new Export(head))
                        .addSubcommand(new WriteBrief(head))
                        .addSubcommand(new WriteCap(head))
                        .addSubcommand(new ShowDue(head))
                        .addSubcommand(new DueTimesCommand(head))
                        .addSubcommand(new ShowChanges(head))
                        .addSubcommand(new ShowHistory(head))
                        .addSubcommand(new FindWords(head))
                        .addSubcommand(new FindCandidates(head))
                        .addSubcommand(new Merge(head))
                        .addSubcommand(new MakeClaim(head))
                        .addSubcommand(new ChooseRule(head))
                        .addSubcommand(new GiveGrade(head))
                        .addSubcommand(new ShowActors(head))
                        .addSubcommand(new ShowMandate(head))
                        .addSubcommand(new ShowAccords(head))
                        .addSubcommand(new ShowRegister(head))
                        .addSubcommand(new ShowRestrictions(head))
                        .addSubcommand(new ShowFatalities(head))
                        .addSubcommand(new Verify(head))
                        .addSubcommand(new Prove(head))
                        .addSubcommand(new Erase(head))
                        .addSubcommand(new BackUp(head))
                        .addSubcommand(new Restoring(head))
                        .addSubcommand(new RateOfResponse(head))
                        .addSubcommand(new ShowBurden(head))
                        .addSubcommand(new WhoCanGo(head))
                        .addSubcommand(new ShowTheatre(head))
                        .addSubcommand(new ShowNearBases(head))
                        .addSubcommand(new FindPosture(head))
                        .addSubcommand(new CheckCertificate())
                        .addSubcommand(new Casevac(head))
                        .addSubcommand(new ShowCasualties(head))
                        .addSubcommand(new ShowThreats(head))
                        .addSubcommand(new ShowLog(head))
                        .addSubcommand(new WriteNote(head))
                        .addSubcommand(new ShowHandover(head))
                        .addSubcommand(new WriteSitrep(head))
                        .addSubcommand(new WriteFlash(head))
                        .addSubcommand(new PlayChronology(head, Thread::sleep))
                        .addSubcommand(new Generate(head));
        line.addSubcommand(group(new ShowForce(head), List.of(new ShowGeneration(head))));
        line.addSubcommand(group(new AccountCommands(), AccountCommands.subcommands(head)));
        line.addSubcommand(group(new Missions(), Missions.subcommands(head)));
        line.addSubcommand(group(new Plans(), Plans.subcommands(head)));
        line.addSubcommand(group(new Queries(), Queries.subcommands(head)));
        line.addSubcommand(group(new LaneCommands(), LaneCommands.subcommands(head)));
        line.addSubcommand(group(new WebhookCommands(), WebhookCommands.subcommands(head)));
        line.addSubcommand(group(new MailCommands(), MailCommands.subcommands(head, pasted)));
        return PlainErrors.on(line, trace);
    }

    /// A command with commands of its own.
    private static CommandLine group(Object command, List<?> subcommands) {
        var line = new CommandLine(command);
        subcommands.forEach(line::addSubcommand);
        return line;
    }

    /// Whatever the machine's language: names of places must come out as they are.
    private static PrintWriter utf8(FileDescriptor to) {
        return new PrintWriter(new FileOutputStream(to), true, StandardCharsets.UTF_8);
    }
}
