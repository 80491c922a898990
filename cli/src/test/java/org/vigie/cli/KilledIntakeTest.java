package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.record.Alerts;
import org.vigie.record.Report;
import org.vigie.record.Viewer;
import org.vigie.store.DataFolder;

/// No warning that got its receipt is lost, and none is there twice, also when the server is killed
/// while messages come in; in every other round all of PostgreSQL is killed with it. A sender does
/// what a sender does: what has no receipt is sent again.
class KilledIntakeTest {

    private static final int ROUNDS = 5;
    private static final int SENDERS = 4;
    private static final int LATEST_KILL_MILLIS = 1_500;
    private static final Duration START_MAX = Duration.ofMinutes(3);
    private static final String LANE = "sms-test";

    private static final Pattern ADDRESS = Pattern.compile("(http://127\\.0\\.0\\.1:[0-9]+)/lite");
    private static final Pattern KEY = Pattern.compile("\"key\":\"([^\"]+)\"");
    private static final Pattern RECEIPT = Pattern.compile("\"receipt\":\"([^\"]+)\"");

    @TempDir Path folder;
    private final CommandRun vigie = new CommandRun();
    private final Random chance = new Random();
    private final Map<String, String> receipts = new ConcurrentHashMap<>();
    private final Queue<String> unsent = new ConcurrentLinkedQueue<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private String key = "";

    @BeforeEach
    void open_a_lane_in_the_real_database() {
        vigie.source = new StoreLedgers();
        vigie.wait(Duration.between(vigie.now(), InstantSource.system().instant()));
        var opened =
                run(
                        "lane",
                        "open",
                        LANE,
                        "--kind",
                        "sms",
                        "--region",
                        "Test",
                        "--by",
                        "test",
                        "--per-minute",
                        "6000",
                        "--json");
        var found = KEY.matcher(opened.out());
        assertTrue(found.find(), opened::toString);
        key = found.group(1);
    }

    @Test
    void every_receipt_stands_for_one_report_though_the_server_is_killed() throws Exception {
        killEachRound();
    }

    @Tag("long")
    @RepeatedTest(40)
    void every_receipt_stands_for_one_report_though_it_is_killed_two_hundred_times()
            throws Exception {
        killEachRound();
    }

    private void killEachRound() throws Exception {
        int cut = 0;
        // Or each command starts and stops PostgreSQL.
        try (var _ = DataFolder.open(data())) {
            for (int round = 0; round < ROUNDS; round++) {
                cut += sendAndKill(round % 2 == 1) ? 1 : 0;
            }
            sendTheRest();
            assertEquals(0, run("verify").exitCode());
            assertEachIsThereOnce();
        }
        assertTrue(receipts.size() > ROUNDS, "hardly anything was sent: " + receipts.size());
        assertTrue(cut > 0, "no kill came while a message was on its way");
    }

    /// Tells whether messages were on their way when the server was killed.
    private boolean sendAndKill(boolean postgresToo) throws Exception {
        try (var server = start()) {
            var going = new AtomicBoolean(true);
            var address = address(server);
            try (var senders = Executors.newFixedThreadPool(SENDERS)) {
                for (int i = 0; i < SENDERS; i++) {
                    var _ = senders.submit(() -> sendWhile(going, address));
                }
                Thread.sleep(200 + chance.nextInt(LATEST_KILL_MILLIS));
                server.kill();
                if (postgresToo) {
                    killPostgres();
                }
                going.set(false);
                senders.shutdown();
                assertTrue(senders.awaitTermination(1, TimeUnit.MINUTES));
            }
            return !unsent.isEmpty();
        }
    }

    /// A message that has no receipt is put back, whatever became of it.
    private void sendWhile(AtomicBoolean going, String address) {
        try (var client = HttpClient.newHttpClient()) {
            while (going.get()) {
                var again = unsent.poll();
                send(client, address, again == null ? "m" + numbers.incrementAndGet() : again);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(HttpClient client, String address, String id) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(address + "/intake/" + LANE))
                        .timeout(Duration.ofSeconds(20))
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "id=" + id + "&text=warning+" + id))
                        .build();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            var receipt = RECEIPT.matcher(answer.body());
            if (answer.statusCode() / 100 == 2 && receipt.find()) {
                receipts.put(id, receipt.group(1));
                return;
            }
            assertEquals(503, answer.statusCode(), answer.body());
        } catch (IOException cutOff) {
            // Whether it was written is what nobody knows: it is sent again.
        }
        unsent.add(id);
    }

    private void sendTheRest() throws Exception {
        try (var server = start();
                var client = HttpClient.newHttpClient()) {
            var address = address(server);
            for (var id : List.copyOf(unsent)) {
                unsent.remove(id);
                send(client, address, id);
            }
            assertEquals(List.of(), List.copyOf(unsent));
        }
    }

    private void assertEachIsThereOnce() throws IOException {
        var now = InstantSource.system().instant().plus(Duration.ofMinutes(1));
        try (var open = new StoreLedgers().open(new Ledgers.Where(data(), null, false))) {
            var reports =
                    Alerts.of(open.ledger().asOf(now, now, Viewer.owner())).reports().stream()
                            .filter(report ->
                                    report.received().entry().origin().lane().equals(LANE))
                            .toList();
            var ids =
                    new ArrayList<>(
                            reports.stream().map(Report::id).map(Object::toString).toList());
            assertEquals(receipts.size(), ids.size());
            assertEquals(new HashSet<>(receipts.values()), new HashSet<>(ids));
            assertEquals(
                    numbers.get(),
                    reports.stream().map(report -> report.what().text()).distinct().count());
        }
    }

    private Program start() throws IOException {
        return Program.start(
                folder, "up", "--data", data().toString(), "--port", "0", "--mission", "ostrelle");
    }

    private static String address(Program server) throws IOException, InterruptedException {
        var end = InstantSource.system().instant().plus(START_MAX);
        while (InstantSource.system().instant().isBefore(end)) {
            var found = ADDRESS.matcher(server.printed());
            if (found.find()) {
                return found.group(1);
            }
            assertTrue(server.runs(), server::toString);
            Thread.sleep(50);
        }
        throw new AssertionError("does not answer: " + server);
    }

    private void killPostgres() throws IOException {
        var file = data().resolve("postgres").resolve("postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        var server = ProcessHandle.of(pid).orElseThrow();
        var processes = server.descendants().toList();
        server.destroyForcibly();
        processes.forEach(ProcessHandle::destroyForcibly);
    }

    private CommandRun.Result run(String... words) {
        return vigie.on(data(), words);
    }

    private Path data() {
        return folder.resolve("data");
    }
}
