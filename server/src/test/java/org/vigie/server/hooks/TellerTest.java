package org.vigie.server.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.exchange.fetch.HookPost;
import org.vigie.record.ActorClass;
import org.vigie.record.Housekeeping.Exported;
import org.vigie.record.Ids;
import org.vigie.record.Site;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;
import org.vigie.server.Demo;
import org.vigie.server.picture.Desk;
import org.vigie.share.Tier;
import org.vigie.store.hooks.Event;
import org.vigie.store.hooks.HookLine;
import org.vigie.store.hooks.HookLine.Outcome;
import org.vigie.store.hooks.HookSecret;
import org.vigie.store.hooks.Receivers;
import org.vigie.store.hooks.Webhook;
import org.vigie.store.hooks.Webhooks;

/// Webhooks against a receiver on this machine that fails, is slow, drops the connection and comes
/// back.
@SuppressWarnings("NullAway.Init")
class TellerTest {

    private static final UUID ALERT = Ids.subject("alert", "a");
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private enum Mood {
        GOOD,
        FAILING,
        MOVED,
        SLOW,
        DROPPING
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Told(String id, String time, String signature, String type, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    @TempDir private Path folder;

    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final HookSecret secret = HookSecret.fresh(new Random(5));
    private volatile Mood mood = Mood.GOOD;
    private Demo demo;
    private Desk desk;
    private HttpServer receiver;
    private HookPost post;
    private Receivers<Webhook> hooks;

    @BeforeEach
    void start() throws IOException {
        demo = new Demo();
        desk = demo.standing();
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        receiver.createContext("/hook", this::receive);
        receiver.start();
        post = new HookPost(PATIENCE);
        hooks = Webhooks.in(folder);
    }

    @AfterEach
    void stop() {
        post.close();
        receiver.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        told.add(
                new Told(
                        headers.getFirst("webhook-id"),
                        headers.getFirst("webhook-timestamp"),
                        headers.getFirst("webhook-signature"),
                        headers.getFirst("Content-Type"),
                        exchange.getRequestBody().readAllBytes()));
        switch (mood) {
            case GOOD -> exchange.sendResponseHeaders(204, -1);
            case FAILING -> exchange.sendResponseHeaders(500, -1);
            case MOVED -> {
                exchange.getResponseHeaders().add("Location", address().toString());
                exchange.sendResponseHeaders(302, -1);
            }
            case SLOW -> {
                exchange.sendResponseHeaders(200, 10);
                exchange.getResponseBody().write('a');
                exchange.getResponseBody().flush();
                return; // and never the rest
            }
            case DROPPING -> {}
        }
        exchange.close();
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook");
    }

    private void add(Tier tier, Set<Event> events) throws IOException {
        hooks.add(
                new Webhook(
                        "feed",
                        address(),
                        tier,
                        events,
                        secret,
                        Demo.NOW,
                        demo
                                .ledger()
                                .asOf(Demo.NOW, Demo.NOW, Viewer.owner())
                                .entries(Warnings.class)
                                .stream()
                                .mapToLong(entry -> entry.seq())
                                .max()
                                .orElse(-1),
                        "head of operations"));
    }

    private void open() {
        demo.add(
                ALERT,
                null,
                new Warnings.AlertOpened(
                        "Raid feared",
                        Site.named("Hollow Quarry"),
                        Warnings.Severity.HIGH,
                        "herders",
                        ActorClass.MILITIA,
                        List.of()));
    }

    /// One turn of a server that was started anew.
    private void turn() throws IOException {
        new Teller<>(
                        desk,
                        false,
                        Webhooks.in(folder),
                        new HookCarrier(desk, post, "mission.example.org"))
                .turn();
    }

    private List<Outcome> outcomes() throws IOException {
        return hooks.log(100).reversed().stream().map(HookLine::outcome).toList();
    }

    private List<Exported> exported() {
        var found = new ArrayList<Exported>();
        demo.ledger()
                .read(
                        Set.of("exported"),
                        Viewer.owner(),
                        recorded -> found.add((Exported) recorded.body()));
        return found;
    }

    @Test
    void a_message_comes_signed_so_that_the_receiver_can_check_it() throws IOException {
        add(Tier.RESTRICTED, Event.OF_ALERTS);
        open();
        turn();
        var one = told.getFirst();
        assertEquals("application/cap+xml", one.type());
        assertTrue(one.text().contains("<headline>Raid feared</headline>"), one.text());
        var at = Instant.ofEpochSecond(Long.parseLong(one.time(), 10));
        assertEquals(secret.sign(one.id(), at, one.body()), one.signature());
        assertFalse(one.signature().equals(secret.sign(one.id(), at.plusSeconds(1), one.body())));
        assertEquals(List.of(Outcome.DELIVERED), outcomes());
        assertEquals("restricted", exported().getFirst().tier());
        turn();
        assertEquals(1, told.size(), "told once");
        assertEquals(1, exported().size());
    }

    @Test
    void what_was_there_before_it_was_added_is_not_told() throws IOException {
        open();
        add(Tier.RESTRICTED, Event.OF_ALERTS);
        turn();
        assertEquals(List.of(), told);
    }

    @Test
    void who_fails_is_slow_or_drops_the_connection_is_told_again_when_it_comes_back()
            throws IOException {
        add(Tier.RESTRICTED, Event.OF_ALERTS);
        open();
        for (var bad : List.of(Mood.FAILING, Mood.SLOW, Mood.DROPPING, Mood.MOVED)) {
            mood = bad;
            turn();
            turn(); // not before the pause is over
            demo.later(Duration.ofHours(3));
        }
        mood = Mood.GOOD;
        turn();
        assertEquals(
                List.of(
                        Outcome.FAILED,
                        Outcome.FAILED,
                        Outcome.FAILED,
                        Outcome.FAILED,
                        Outcome.DELIVERED),
                outcomes(),
                () -> "" + told.size());
        assertEquals(1, told.stream().map(Told::id).distinct().count(), "one id at each try");
        assertTrue(told.stream().map(Told::time).distinct().count() >= 5, "another time at each");
        var details = hooks.log(100).reversed().stream().map(HookLine::detail).toList();
        assertEquals("500", details.getFirst());
        assertTrue(details.get(1).contains("no whole answer"), details::toString);
        assertTrue(details.get(2).contains("connection failed"), details::toString);
        assertEquals("302", details.get(3));
    }

    @Test
    void a_receiver_that_is_not_there_loses_nothing_and_keeps_the_order() throws IOException {
        add(Tier.RESTRICTED, EnumSet.of(Event.OPENED, Event.CLOSED));
        receiver.stop(0);
        open();
        turn();
        assertEquals(List.of(Outcome.FAILED), outcomes());
        demo.later(Duration.ofMinutes(1));
        demo.add(ALERT, null, new Warnings.AlertClosed(Warnings.Outcome.PROTECTED, "there"));
        var port = receiver.getAddress().getPort();
        receiver =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        receiver.createContext("/hook", this::receive);
        receiver.start();
        turn();
        assertEquals(
                List.of("alert.opened", "alert.opened", "alert.closed"),
                hooks.log(100).reversed().stream().map(HookLine::event).toList());
        assertEquals(2, told.size());
    }

    @Test
    void what_nobody_takes_for_three_days_is_given_up_and_the_next_is_told() throws IOException {
        add(Tier.PARTNER, Event.OF_ALERTS);
        open();
        mood = Mood.FAILING;
        for (int i = 0; i < 10; i++) {
            turn();
            demo.later(Duration.ofHours(25));
        }
        assertEquals(10, outcomes().size());
        assertEquals(Outcome.GIVEN_UP, outcomes().getLast());
        mood = Mood.GOOD;
        demo.add(ALERT, null, new Warnings.AlertClosed(Warnings.Outcome.PROTECTED, "there"));
        turn();
        assertEquals("{\"type\":\"alert.closed\"}", told.getLast().text());
    }

    @Test
    void a_partner_is_told_that_something_came_and_nothing_of_it() throws IOException {
        add(Tier.PARTNER, EnumSet.of(Event.OPENED));
        open();
        turn();
        assertEquals("{\"type\":\"alert.opened\"}", told.getFirst().text());
        assertFalse(told.getFirst().id().contains(ALERT.toString().substring(0, 8)));
        assertEquals(List.of(), exported());
    }

    @Test
    void only_the_events_that_it_wants_are_told() throws IOException {
        add(Tier.PARTNER, EnumSet.of(Event.CLOSED));
        open();
        demo.add(ALERT, null, new Warnings.AlertStepped(Warnings.Step.ACKNOWLEDGED, ""));
        turn();
        assertEquals(List.of(), told);
    }

    @Test
    void removed_its_secret_is_gone_and_the_log_stays() throws IOException {
        add(Tier.PARTNER, Event.OF_ALERTS);
        open();
        turn();
        var file = folder.resolve("webhooks/feed.hook");
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        hooks.remove("feed");
        demo.add(ALERT, null, new Warnings.AlertClosed(Warnings.Outcome.PROTECTED, "there"));
        turn();
        assertEquals(1, told.size());
        assertEquals(1, outcomes().size());
        try (var files = Files.walk(folder)) {
            for (var left : files.filter(Files::isRegularFile).toList()) {
                assertFalse(
                        Files.readString(left).contains(secret.text()),
                        () -> Objects.toString(left));
            }
        }
    }
}
