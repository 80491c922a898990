package org.vigie.cli;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Starts the server and leaves it running.
///
/// The server is named, not imported: the command line must neither compile against it nor load it
/// for other commands.
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description =
                "Start the server on this machine: its database, the mission's pack, the pages.")
final class Up implements Callable<Integer> {

    /// The answer of a command that leaves its threads running behind it.
    static final int STAYS_UP = -1;

    private static final String SERVER = "org.vigie.server.VigieServer";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${sys:user.home}/.vigie",
            description = "Folder of Vigie's own database (default: ~/.vigie).")
    private Path data = Path.of(".vigie");

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description =
                    "Use this PostgreSQL instead, e.g. postgresql://user:password@host/vigie.")
    private @Nullable String databaseUrl;

    @Option(
            names = "--mission",
            paramLabel = "PACK",
            description =
                    "A pack that comes along (mali, central-african-republic, ostrelle) or a pack's folder"
                            + " (default: ${DEFAULT-VALUE}).")
    private String mission = "mali";

    @Option(
            names = "--port",
            description = "Port on 127.0.0.1, 0 for a free one (default: ${DEFAULT-VALUE}).")
    private int port = 8470;

    @Override
    public Integer call() throws IOException, ReflectiveOperationException {
        var arguments = new ArrayList<String>();
        arguments.add("--data=" + WhichLedger.named(data));
        arguments.add("--mission=" + mission);
        arguments.add("--port=" + port);
        if (databaseUrl != null) {
            arguments.add("--database-url=" + databaseUrl);
        }
        var main = Class.forName(SERVER).getMethod("main", String[].class);
        try {
            main.invoke(null, (Object) arguments.toArray(String[]::new));
        } catch (InvocationTargetException e) {
            switch (e.getCause()) {
                case IOException trouble -> throw trouble;
                case RuntimeException refused -> throw refused;
                case null, default -> throw e;
            }
        }
        return STAYS_UP;
    }
}
