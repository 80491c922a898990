package org.vigie.store;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The account under which PostgreSQL's programs run.
///
/// PostgreSQL refuses to run as root, and containers love root. Not root: the programs run as the
/// user. Root: in a user namespace, where root's files are still its own but its powers are gone;
/// where the system forbids that (most containers do), as the user `nobody`, to whom the database's
/// files then belong. On Windows `pg_ctl` itself gives up an administrator's rights.
///
/// @param prefix what stands before a program on the command line
/// @param owner to whom the database's files must belong; null: to whoever creates them
record Account(List<String> prefix, @Nullable UserPrincipal owner) {

    private static final Account OWN = new Account(List.of(), null);
    private static final String NOBODY = "nobody";
    private static final Path ACCOUNTS = Path.of("/etc/passwd");

    static boolean isRoot() {
        return File.separatorChar == '/' && List.of("root", "0").contains(user());
    }

    /// Whether a file belongs to the user under whom this program runs.
    static boolean owns(Path path) throws IOException {
        return Files.getOwner(path).getName().equals(user());
    }

    /// The name, or the number of a user who has no name, as in some containers.
    private static String user() {
        return ProcessHandle.current().info().user().orElse("");
    }

    /// Whether root may run programs in a user namespace here.
    static boolean namespacesWork() throws IOException {
        return runs(List.of("unshare", "-U", "true"), Path.of("/"));
    }

    /// @param folder the data folder; it exists
    /// @param database the database's files inside; may be absent
    static Account choose(PostgresBinaries binaries, Path folder, Path database)
            throws IOException {
        if (!isRoot()) return OWN;
        List<String> probe = List.of(binaries.program("postgres").toString(), "--version");
        @Nullable Account namespace = findNamespace(probe, folder);
        if (namespace != null && !belongsToNobody(database)) return namespace;
        @Nullable Path closed = Folders.findClosedAbove(folder);
        @Nullable Account nobody = closed == null ? findNobody(probe, folder) : null;
        if (nobody != null) return nobody;
        if (namespace != null) return namespace;
        throw new IOException(
                "PostgreSQL does not run as root, and here it can run under no other account%s: start Vigie as another user, or give a PostgreSQL of your own with --database-url."
                        .formatted(
                                closed == null
                                        ? ""
                                        : " (the user nobody may not pass %s; choose a folder outside it with --data)"
                                                .formatted(closed)));
    }

    Command command(Path folder, Path program, List<String> arguments) {
        var line = new ArrayList<>(prefix);
        line.add(program.toString());
        line.addAll(arguments);
        return new Command(line, folder);
    }

    /// Makes a folder or file, with all in it, the account's own.
    void take(Path tree) throws IOException {
        if (owner != null && !Files.getOwner(tree).equals(owner)) Folders.giveTo(tree, owner);
    }

    private static boolean belongsToNobody(Path database) throws IOException {
        return Files.exists(database) && Files.getOwner(database).getName().equals(NOBODY);
    }

    private static @Nullable Account findNamespace(List<String> probe, Path folder)
            throws IOException {
        List<String> prefix = List.of("unshare", "-U");
        return runs(join(prefix, probe), folder)
                ? new Account(prefix, Files.getOwner(folder))
                : null;
    }

    private static @Nullable Account findNobody(List<String> probe, Path folder)
            throws IOException {
        Folders.letOthersPass(folder); // to the database; they still may not list the folder
        for (List<String> prefix : waysToNobody()) {
            if (runs(join(prefix, probe), Path.of("/")))
                return new Account(
                        prefix,
                        ACCOUNTS.getFileSystem()
                                .getUserPrincipalLookupService()
                                .lookupPrincipalByName(NOBODY));
        }
        return null;
    }

    private static List<List<String>> waysToNobody() throws IOException {
        if (!Files.isReadable(ACCOUNTS)) return List.of();
        for (String line : Files.readAllLines(ACCOUNTS, StandardCharsets.ISO_8859_1)) {
            List<String> parts = List.of(line.split(":", -1));
            if (parts.size() >= 4 && parts.getFirst().equals(NOBODY))
                return List.of(
                        List.of(
                                "setpriv",
                                "--reuid=" + parts.get(2),
                                "--regid=" + parts.get(3),
                                "--clear-groups"),
                        List.of("runuser", "-u", NOBODY, "--"));
        }
        return List.of();
    }

    private static List<String> join(List<String> prefix, List<String> probe) {
        var line = new ArrayList<>(prefix);
        line.addAll(probe);
        return line;
    }

    private static boolean runs(List<String> line, Path folder) throws IOException {
        try {
            return new Command(line, folder).run().ok();
        } catch (Command.Missing e) {
            return false;
        }
    }
}
