package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.record.Forces;
import org.vigie.record.Picture;
import org.vigie.record.Viewer;
import org.vigie.restrict.Restrictions;
import org.vigie.server.Demo;
import org.vigie.server.Running;
import org.vigie.server.picture.Desk;
import org.vigie.store.ledger.SqlLedger;
import org.vigie.store.ledger.Store;

/// Two servers, each with a ledger of its own on one real database.
@SuppressWarnings("NullAway.Init")
class TwoServersOneDatabaseTest {

    private static final String FORMS = "/lite/restrictions/new";

    private static Path folder;
    private static Store one;
    private static Store other;
    private static SqlLedger ledger;
    private static List<Running> servers;

    @BeforeAll
    static void start() throws IOException {
        folder = Files.createTempDirectory("vigie-two-servers");
        one = Store.open(folder);
        other = Store.open(folder);
        ledger = one.ledger(false).ledger();
        servers =
                List.of(
                        Running.on(desk(ledger, 1)),
                        Running.on(desk(other.ledger(false).ledger(), 2)));
    }

    @AfterAll
    static void stop() throws IOException {
        servers.forEach(Running::close);
        other.close();
        one.close();
    }

    private static Desk desk(SqlLedger ledger, int seed) {
        var demo = new Demo().desk();
        InstantSource clock = () -> InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);
        return new Desk(
                ledger,
                demo.exercise(),
                demo.mission(),
                demo.places(),
                demo.proof(),
                clock,
                new Random(seed),
                true);
    }

    private static Picture picture() throws IOException {
        var later = InstantSource.system().instant().plusSeconds(60);
        return ledger.asOf(later, later, Viewer.officer("Duty officer"));
    }

    private static Map<String, String> decision(Running server, String request, String answer) {
        return new HashMap<>(
                Map.of(
                        "act",
                        "decide",
                        "id",
                        server.get(FORMS).formId("decide"),
                        "answer",
                        answer,
                        "asked",
                        request));
    }

    @Test
    void of_eight_decisions_on_two_servers_at_the_same_moment_exactly_one_stands()
            throws IOException {
        for (int round = 0; round < 3; round++) {
            var server = servers.getFirst();
            var asked =
                    server.post(
                            FORMS,
                            Map.of(
                                    "act", "request",
                                    "id", server.get(FORMS).formId("request"),
                                    "clearance", "flight",
                                    "asset-kind", "drone",
                                    "requester", "force",
                                    "place-name", "Gao",
                                    "tells", "no"));
            assertEquals(303, asked.status(), asked.body());
            var request = Restrictions.of(picture()).requests().getFirst().id().toString();
            var forms =
                    IntStream.range(0, 8)
                            .mapToObj(i ->
                                    decision(
                                            servers.get(i % 2),
                                            request,
                                            i % 4 < 2 ? "granted" : "refused"))
                            .toList();
            var statuses =
                    IntStream.range(0, 8)
                            .parallel()
                            .mapToObj(i -> servers.get(i % 2).post(FORMS, forms.get(i)).status())
                            .toList();
            assertEquals(1, statuses.stream().filter(status -> status == 303).count());
            assertTrue(
                    statuses.stream()
                            .allMatch(status -> status == 303 || status == 409 || status == 422),
                    statuses.toString());
            assertEquals(
                    1,
                    picture().entries(Forces.ClearanceDecided.class).stream()
                            .filter(entry -> entry.entry().subject().toString().equals(request))
                            .count());
        }
    }
}
