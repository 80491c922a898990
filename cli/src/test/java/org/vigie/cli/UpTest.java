package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server as people start it: on a port that is taken, twice, beside other commands, and again
/// after it was killed.
class UpTest {

    private static final Pattern ANSWERS =
            Pattern.compile("Vigie answers at (http://127\\.0\\.0\\.1:[0-9]+)/lite");
    private static final Duration START_MAX = Duration.ofMinutes(2);

    @TempDir Path folder;
    private final CommandRun vigie = new CommandRun();
    private final HttpClient browser = HttpClient.newHttpClient();

    @BeforeEach
    void use_the_real_database() {
        vigie.source = new StoreLedgers();
        var now = InstantSource.system().instant();
        vigie.wait(Duration.between(vigie.now(), now.plus(Duration.ofMinutes(5))));
    }

    @Test
    void a_taken_port_is_said_in_one_sentence_before_anything_is_made() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                var up = up(taken.getLocalPort())) {
            assertEquals(2, up.exitCode(), up::toString);
            assertEquals(
                    "vigie: Port %s of 127.0.0.1 is taken by another program (Vigie itself, perhaps): choose another with --port.\n"
                            .formatted(taken.getLocalPort()),
                    up.printed());
            assertFalse(Files.exists(data()));
        }
    }

    @Test
    void a_link_for_an_account_leads_to_the_server_that_runs_and_to_none_when_none_does()
            throws Exception {
        try (var up = up(0)) {
            var address = addressOf(up);
            var added = vigie.on(data(), "account", "add", "a.diallo", "--role", "watch");
            assertEquals(0, added.exitCode(), added::err);
            assertTrue(added.out().contains("\n" + address + "/lite/setup?token="), added::out);
            up.interrupt();
            up.exitCode();
        }
        var reset = vigie.on(data(), "account", "reset", "a.diallo").out();
        assertTrue(reset.contains("behind the address that 'vigie up' prints"), reset);
    }

    @Test
    void two_servers_share_a_data_folder_and_what_they_hold_outlives_their_kill() throws Exception {
        var file = MadeUpEvents.write(folder.resolve("made-up.csv"), 0, 10).toString();
        try (var first = up(0);
                var second = upBeside(first)) {
            assertEquals(0, vigie.on(data(), "import", file).exitCode());
            assertSees(first, "made-up.csv");
            assertSees(second, "made-up.csv");
            assertCounted();
            first.kill();
            assertSees(second, "made-up.csv");
            second.kill();
        }
        var postgres = postgres();
        try (var again = up(0)) {
            assertSees(again, "made-up.csv");
            assertEquals(postgres, postgres());
            assertCounted();
            assertEquals(0, vigie.on(data(), "verify").exitCode());
            again.interrupt();
            again.exitCode();
        }
        assertFalse(Files.exists(postmasterFile()));
    }

    @Test
    void a_file_of_roads_that_cannot_be_read_keeps_no_server_down() throws Exception {
        Files.createDirectories(data());
        Files.writeString(
                data().resolve("roads.osm"),
                "<?xml version=\"1.0\"?>\n<osm><node id=\"1\" lat=\"NaN\" lon=\"0\"/></osm>");
        try (var up = up(0)) {
            assertTrue(addressOf(up).startsWith("http://"));
            assertTrue(up.printed().contains("WITHOUT ROADS"), up::toString);
            assertTrue(up.printed().contains("line 2: node 1 has lat=\"NaN\""), up::toString);
        }
    }

    private Program upBeside(Program first) throws IOException, InterruptedException {
        addressOf(first);
        return up(0);
    }

    private void assertCounted() {
        var counted = vigie.on(data(), "count", "--json", "--actor", "Made-up armed group");
        assertTrue(counted.out().contains("\"n\":10,"), counted::toString);
    }

    private void assertSees(Program server, String name) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(addressOf(server) + "/lite/imports"));
        var page = browser.send(request.build(), BodyHandlers.ofString());
        assertTrue(page.statusCode() == 200 && page.body().contains(name), page::body);
    }

    /// Waits until the server says where it answers.
    private static String addressOf(Program server) throws IOException, InterruptedException {
        long pauses = START_MAX.toMillis() / 50;
        for (long i = 0; i < pauses && server.runs(); i++) {
            var answers = ANSWERS.matcher(server.printed());
            if (answers.find()) return answers.group(1);
            Thread.sleep(50);
        }
        throw new AssertionError(server.toString());
    }

    private Program up(int port) throws IOException {
        return Program.start(folder, "up", "--port", "" + port, "--data", data().toString());
    }

    private String postgres() throws IOException {
        return Files.readAllLines(postmasterFile()).getFirst();
    }

    private Path postmasterFile() {
        return data().resolve("postgres").resolve("postmaster.pid");
    }

    private Path data() {
        return folder.resolve("data");
    }
}
