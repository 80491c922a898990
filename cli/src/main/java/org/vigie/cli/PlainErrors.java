package org.vigie.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import org.vigie.geo.BadInput;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// Every refusal is one sentence on the error stream, and exit code 2. A fault of Vigie itself says
/// so; its trace is shown when the environment variable `VIGIE_TRACE` is set.
final class PlainErrors {

    /// Wrong use, bad input, or trouble with a disk, a database or a network.
    static final int REFUSED = 2;

    private PlainErrors() {}

    static CommandLine on(CommandLine line, boolean trace) {
        return line.setParameterExceptionHandler((e, arguments) -> wrongUse(e))
                .setExecutionExceptionHandler((e, at, parsed) -> failed(e, at, trace));
    }

    private static int wrongUse(ParameterException e) {
        var at = e.getCommandLine();
        var name = at.getCommandSpec().qualifiedName();
        say(at.getErr(), lowered(e) + " (see '" + name + " --help')");
        return REFUSED;
    }

    private static int failed(Exception e, CommandLine at, boolean trace) {
        var err = at.getErr();
        if (e instanceof BadInput || e instanceof IOException) {
            say(err, message(e));
        } else {
            say(
                    err,
                    "a fault of Vigie itself, please report it: %s in '%s'"
                            .formatted(e, at.getCommandSpec().qualifiedName()));
        }
        if (trace) {
            e.printStackTrace(err);
        }
        return REFUSED;
    }

    private static void say(PrintWriter err, String sentence) {
        err.println("vigie: " + sentence.replaceAll("\\s*\\R\\s*", " "));
        err.flush();
    }

    private static String lowered(ParameterException e) {
        var message = message(e);
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }

    /// Some exceptions carry only the name of a file.
    private static String message(Exception e) {
        var message = e.getMessage();
        if (message == null || message.isBlank()) {
            return "trouble: " + e.getClass().getSimpleName();
        }
        return switch (e) {
            case java.nio.file.NoSuchFileException missing -> missing.getFile() + " is not there";
            case java.nio.file.AccessDeniedException denied ->
                    denied.getFile() + " may not be read or written";
            case java.nio.file.FileSystemException other -> "trouble with the file " + message;
            default -> message;
        };
    }
}
