package org.vigie.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Under which account PostgreSQL runs. As root the tests try all three ways; as another user they
/// see that there is only one.
class AccountTest {

    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    private static Path open; // to all users, unlike the folder of the build
    private static Path cache;
    private static String classPath;

    @BeforeAll
    static void put_the_class_path_where_all_may_read_it() throws IOException {
        open = Files.createTempDirectory("vigie-account");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        var entries = new ArrayList<String>();
        for (Path entry : OtherProgram.classPathEntries()) {
            if (!Files.exists(entry)) continue;
            Path copy = open.resolve("lib-" + entries.size());
            copy(entry, copy);
            entries.add(copy.toString());
        }
        classPath = String.join(File.pathSeparator, entries);
        cache = open.resolve("programs");
        copy(Fixture.CACHE, cache);
    }

    @AfterAll
    static void clear() throws IOException {
        Folders.delete(open);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (Path path : paths.toList())
                Files.copy(
                        path,
                        to.resolve(from.relativize(path).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        java.nio.file.LinkOption.NOFOLLOW_LINKS);
        }
    }

    private static OtherProgram start(List<String> prefix, Map<String, String> env, Path folder)
            throws IOException {
        return OtherProgram.start(prefix, classPath, env, List.of(folder, cache));
    }

    private static Path folder(String name) throws IOException {
        return Files.createDirectory(open.resolve(name));
    }

    @Test
    void the_server_has_none_of_the_powers_of_root() throws IOException {
        try (Lease lease = DataFolder.open(folder("powers"), cache)) {
            Path status = Path.of("/proc", Long.toString(Fixture.server(lease).pid()), "status");
            assertTrue(Files.readAllLines(status).contains("CapEff:\t0000000000000000"));
        }
    }

    @Test
    void who_is_not_root_runs_it_directly() throws IOException {
        Path folder = folder("direct");
        if (Account.isRoot()) Files.setAttribute(folder, "unix:uid", 65534);
        try (var program = start(Account.isRoot() ? AS_NOBODY : List.of(), Map.of(), folder)) {
            assertTrue(program.tell("open").startsWith("open"));
            assertEquals(Files.getOwner(folder), Files.getOwner(folder.resolve("postgres")));
            assertEquals("done", program.tell("close"));
        }
    }

    @Test
    void a_folder_that_one_may_not_write_is_named() throws IOException {
        Path folder = folder("unwritable");
        if (Account.isRoot()) Files.setAttribute(folder, "unix:uid", 65534);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try (var program = start(Account.isRoot() ? AS_NOBODY : List.of(), Map.of(), folder)) {
            assertEquals(
                    "trouble: The data folder %s cannot be made or written (permission denied): choose another with --data."
                            .formatted(folder),
                    program.tell("open"));
        }
    }

    @Test
    void the_folder_of_another_user_is_left_alone() throws IOException {
        Path folder = Account.isRoot() ? folder("foreign") : Path.of("/usr");
        if (Account.isRoot()) Files.setAttribute(folder, "unix:uid", 65534);
        try (var program = start(List.of(), Map.of(), folder)) {
            assertEquals(
                    "trouble: The data folder %s belongs to the user %s: run Vigie as that user, or choose another folder with --data."
                            .formatted(folder, Files.getOwner(folder)),
                    program.tell("open"));
        }
    }

    /// A program that finds an `unshare` which always fails, as in most containers.
    private static Map<String, String> withoutNamespaces() throws IOException {
        Path programs = Files.createTempDirectory(open, "forbidden");
        Path refusing = Files.writeString(programs.resolve("unshare"), "#!/bin/sh\nexit 1\n");
        Folders.makeExecutable(refusing);
        return Map.of("PATH", programs + File.pathSeparator + System.getenv("PATH"));
    }

    @Test
    void where_namespaces_are_forbidden_the_server_of_root_runs_as_nobody() throws IOException {
        Path folder = folder("forbidden");
        try (var program = start(List.of(), withoutNamespaces(), folder)) {
            assertTrue(program.tell("open").startsWith("open"));
            assertEquals(
                    Account.isRoot() ? "nobody" : System.getProperty("user.name"),
                    Files.getOwner(folder.resolve("postgres")).getName());
            assertEquals("done", program.tell("close"));
        }
    }

    @Test
    void data_are_kept_when_the_account_changes() throws IOException, SQLException {
        Path folder = folder("changing");
        try (Lease lease = DataFolder.open(folder, cache)) {
            Fixture.createTable(lease);
            Fixture.insert(lease, 1);
        }
        try (var program = start(List.of(), withoutNamespaces(), folder)) {
            program.tell("open");
            program.tell("insert 2");
            program.tell("close");
        }
        try (Lease lease = DataFolder.open(folder, cache)) {
            assertEquals(List.of(1, 2), Fixture.rows(lease));
        }
    }

    @Test
    void where_nothing_works_one_sentence_says_why() throws IOException {
        Path closed = Files.createTempDirectory(open, "closed"); // others may not pass it
        Path folder = Files.createDirectory(closed.resolve("data"));
        String expected =
                Account.isRoot()
                        ? "trouble: PostgreSQL does not run as root, and here it can run under no other account (the user nobody may not pass %s; choose a folder outside it with --data): start Vigie as another user, or give a PostgreSQL of your own with --database-url."
                                .formatted(closed)
                        : "open";
        try (var program = start(List.of(), withoutNamespaces(), folder)) {
            String answer = program.tell("open");
            assertTrue(answer.startsWith(expected), answer);
            if (answer.startsWith("open")) program.tell("close");
        }
    }
}
