package org.vigie.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The passwords of a data folder's database: random, in the file `postgres.password`, which only
/// its owner may read.
///
/// The file has PostgreSQL's own form of a password file, so `PGPASSFILE` may point to it.
///
/// @param byRole one for each role
record Passwords(Map<Role, String> byRole) {

    static final String FILE = "postgres.password";

    private static final int RANDOM_BYTES = 32;
    private static final String LINE = PostgresServer.LOOPBACK.getHostAddress() + ":*:*:";

    Passwords {
        byRole = Map.copyOf(byRole);
    }

    static boolean exist(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /// Makes new ones. They are on the disk before anything depends on them.
    static Passwords create(Path folder) throws IOException {
        var random = new SecureRandom();
        var made = new EnumMap<Role, String>(Role.class);
        var text = new StringBuilder();
        for (Role role : Role.values()) {
            byte[] bytes = new byte[RANDOM_BYTES];
            random.nextBytes(bytes);
            String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            made.put(role, password);
            text.append(LINE).append(role.login()).append(':').append(password).append('\n');
        }
        Folders.writePrivate(folder.resolve(FILE), text.toString());
        DiskSync.one(folder);
        return new Passwords(made);
    }

    static Passwords read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file))
            throw new IOException(
                    "%s is missing, and without it the database beside it cannot be opened: put it back from your backup."
                            .formatted(file));
        List<String> lines = Files.readAllLines(Folders.createPrivateFile(file));
        var found = new EnumMap<Role, String>(Role.class);
        for (Role role : Role.values()) {
            String start = LINE + role.login() + ":";
            for (String line : lines)
                if (line.startsWith(start)) found.put(role, line.substring(start.length()));
            if (!found.containsKey(role))
                throw new IOException(
                        "%s has no line for the user %s: put the file back from your backup."
                                .formatted(file, role.login()));
        }
        return new Passwords(found);
    }

    String of(Role role) {
        String password = byRole.get(role);
        if (password == null) throw new IllegalStateException("no password for " + role);
        return password;
    }

    /// Without the secrets: records print themselves into logs.
    @Override
    public String toString() {
        return "Passwords of " + byRole.keySet();
    }
}
