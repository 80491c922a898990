package org.vigie.server;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;

/// How the server is started; the words after `up`.
///
/// @param data folder of Vigie's own database and of the signing key
/// @param databaseUrl a PostgreSQL that somebody else looks after, or null
/// @param mission a pack that Vigie brings along (`mali`), or a pack's folder
/// @param port on the loopback address; 0 takes a free one
public record Settings(Path data, @Nullable String databaseUrl, String mission, int port) {

    /// The pack that is shown when none is asked for.
    public static final String STANDARD_MISSION = "mali";

    /// Where the server answers when nobody says otherwise.
    public static final int STANDARD_PORT = 8470;

    private static final int PORT_MAX = 65_535;
    private static final Set<String> NAMES = Set.of("data", "database-url", "mission", "port");

    public Settings {
        if (port < 0 || port > PORT_MAX) {
            throw new BadInput("port", port, "0 to " + PORT_MAX);
        }
    }

    /// Reads `--name=value`, each name at most once.
    public static Settings of(String[] arguments) {
        var values = new HashMap<String, String>();
        for (var argument : arguments) {
            int equals = argument.indexOf('=');
            var name =
                    equals < 0 ? argument : argument.substring(0, equals).replaceFirst("^--", "");
            if (equals < 0
                    || !NAMES.contains(name)
                    || values.put(name, argument.substring(equals + 1)) != null) {
                throw new BadInput(
                        "argument",
                        argument,
                        "--data=, --database-url=, --mission= or --port=, once");
            }
        }
        return new Settings(
                Path.of(
                        values.getOrDefault(
                                "data",
                                Path.of(System.getProperty("user.home"), ".vigie").toString())),
                values.get("database-url"),
                values.getOrDefault("mission", STANDARD_MISSION),
                Integer.parseInt(values.getOrDefault("port", String.valueOf(STANDARD_PORT))));
    }
}
