package org.vigie.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Starts the server and leaves it running.
///
/// The server is named, not imported: the command line must neither compile against it nor load it
/// for other commands.
@Command(name = "up", description = "Start the server on this machine.")
final class Up implements Callable<Integer> {

    /// The answer of a command that leaves its threads running behind it.
    static final int STAYS_UP = -1;

    private static final String SERVER = "org.vigie.server.VigieServer";

    @Option(names = "--port", description = "Port on 127.0.0.1 (default: ${DEFAULT-VALUE}).")
    private int port = 8470;

    @Override
    public Integer call() throws ReflectiveOperationException {
        String[] arguments = {"--server.port=" + port};
        Class.forName(SERVER).getMethod("main", String[].class).invoke(null, (Object) arguments);
        return STAYS_UP;
    }
}
