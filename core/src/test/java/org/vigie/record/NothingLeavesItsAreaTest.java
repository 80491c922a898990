package org.vigie.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;

/// Somebody whose sight an area bounds finds nothing that lies elsewhere, or that nobody placed, in
/// no picture of any moment and by no way of reading the ledger; and all that lies in the area.
///
/// Each text of an entry made here says where its subject lies.
class NothingLeavesItsAreaTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final Viewer ALL = Viewer.officer("w.keita");
    private static final Viewer BOUND = ALL.boundTo(PurviewTest.KNOWN.purview("R1"));

    private enum Lies {
        HERE,
        ELSEWHERE,
        NOWHERE,
        WHOLE_MISSION
    }

    private static final List<Lies> LIES = List.of(Lies.values());

    @Property(tries = 200)
    void what_lies_elsewhere_is_found_nowhere(@ForAll long seed) {
        var made = new Made(seed);
        var random = new SplittableRandom(seed);
        for (int look = 0; look < 4; look++) {
            var known = START.plus(Duration.ofMinutes(random.nextInt(3_000)));
            var recorded = START.plus(Duration.ofMinutes(random.nextInt(3_000)));
            var picture = made.ledger.asOf(known, recorded, BOUND);
            var whole = made.ledger.asOf(known, recorded, ALL);
            assertNothingElse(picture.entries(Body.class));
            assertEquals(made.ours(whole.entries(Body.class)), seqs(picture.entries(Body.class)));
            assertEquals(
                    whole.incidents().stream()
                            .filter(row -> row.site().name().equals(Lies.HERE.name()))
                            .map(IncidentRow::incident)
                            .toList(),
                    picture.incidents().stream().map(IncidentRow::incident).toList());
        }
    }

    @Property(tries = 200)
    void no_way_of_reading_the_ledger_finds_it(@ForAll long seed) {
        var made = new Made(seed);
        var all = new ArrayList<Recorded>();
        var read = new ArrayList<Recorded>();
        made.ledger.read(Set.of(), ALL, all::add);
        made.ledger.read(Set.of(), BOUND, read::add);
        assertNothingElse(read);
        assertEquals(made.ours(all), seqs(read));
        for (var entry : all) {
            var subject = entry.entry().subject();
            assertEquals(
                    made.ours(made.ledger.history(subject, ALL)),
                    seqs(made.ledger.history(subject, BOUND)));
            boolean ours = made.ours(List.of(entry)).contains(entry.seq());
            assertEquals(ours, made.ledger.find(entry.seq(), BOUND).isPresent());
            assertEquals(ours, made.ledger.find(entry.entry().id(), BOUND).isPresent());
        }
    }

    private static void assertNothingElse(List<Recorded> entries) {
        for (var entry : entries) {
            var text = entry.body().toString();
            assertFalse(text.contains(Lies.ELSEWHERE.name()), text);
            assertFalse(text.contains(Lies.NOWHERE.name()), text);
        }
    }

    private static Set<Long> seqs(List<Recorded> entries) {
        return entries.stream().map(Recorded::seq).collect(Collectors.toCollection(TreeSet::new));
    }

    /// A ledger by chance.
    private static final class Made {

        private final SplittableRandom random;
        private Instant now = START;
        private final MemoryLedger ledger = new MemoryLedger(() -> now);

        /// What lies elsewhere or nowhere.
        private final Set<UUID> hidden = new HashSet<>();

        private Lies lies = Lies.WHOLE_MISSION;

        /// How long before it was written the mission knew of a thing and all that is said of it.
        private Duration late = Duration.ZERO;

        Made(long seed) {
            random = new SplittableRandom(seed);
            for (int thing = 0; thing < 25; thing++) {
                now = now.plus(Duration.ofMinutes(random.nextInt(120)));
                late = Duration.ofMinutes(random.nextInt(90));
                lies = LIES.get(random.nextInt(LIES.size()));
                if (lies == Lies.WHOLE_MISSION) {
                    add(new UUID(random.nextLong(), random.nextLong()), wholeMission(lies.name()));
                } else {
                    placed();
                }
            }
        }

        /// Those of some entries that somebody may see whom the area bounds.
        private Set<Long> ours(List<Recorded> entries) {
            return seqs(
                    entries.stream()
                            .filter(entry -> !hidden.contains(entry.entry().subject()))
                            .toList());
        }

        private void add(UUID subject, Body body) {
            if (lies == Lies.ELSEWHERE || lies == Lies.NOWHERE) {
                hidden.add(subject);
            }
            ledger.append(
                    List.of(
                            new Entry(
                                    new UUID(random.nextLong(), random.nextLong()),
                                    subject,
                                    null,
                                    now.minus(late),
                                    "p.other",
                                    Component.OPERATIONS_CENTRE,
                                    random.nextBoolean() ? Handling.PROTECTION : Handling.MISSION,
                                    Origin.hand(),
                                    null,
                                    body)));
        }

        private Body wholeMission(String text) {
            return switch (random.nextInt(3)) {
                case 0 ->
                        new Facts.ActorDeclared(
                                text,
                                text,
                                List.of(),
                                ActorClass.UNKNOWN,
                                null,
                                null,
                                null,
                                "",
                                "");
                case 1 -> new Forces.BaseClosed(text);
                default -> new Housekeeping.NoteWritten(text);
            };
        }

        /// A thing with some of what is said of it, in whatever order it was known.
        private void placed() {
            var subject = new UUID(random.nextLong(), random.nextLong());
            var text = lies.name();
            var site = site();
            switch (random.nextInt(6)) {
                case 0 -> {
                    add(subject, incident(text, site));
                    if (lies != Lies.NOWHERE) {
                        add(subject, new Awareness.Known(text, true, LOG, "", ""));
                        add(subject, new Facts.ClaimMade(claim(text)));
                    }
                }
                case 1 -> {
                    add(subject, report(text, site));
                    add(subject, new Warnings.ReportVerified(UNVERIFIED, text));
                    add(new UUID(1, random.nextLong()), new Watchkeeping.WatchNoted(text, subject));
                }
                case 2 -> alert(subject, text, site);
                case 3 -> {
                    add(
                            subject,
                            new Threats.ThreatIdentified(site, text, text, ActorClass.UNKNOWN));
                    add(subject, new Threats.ThreatClosed(Threats.Ending.GONE, text, text));
                }
                case 4 -> {
                    add(subject, new Forces.ClearanceAsked("flight", text, site, null, text, null));
                    add(
                            subject,
                            new Forces.ClearanceDecided(Forces.ClearanceOutcome.REFUSED, text));
                }
                default -> {
                    add(subject, activity(text, site));
                    add(subject, new Activities.ActivityResumed(text));
                }
            }
        }

        private void alert(UUID alert, String text, Site site) {
            add(
                    alert,
                    new Warnings.AlertOpened(
                            text,
                            site,
                            Warnings.Severity.HIGH,
                            text,
                            ActorClass.UNKNOWN,
                            List.of()));
            var response = new UUID(2, random.nextLong());
            add(
                    response,
                    new Responses.OrderGiven(
                            alert,
                            Component.FORCE,
                            Responses.Tier.PHYSICAL,
                            Responses.Action.PATROL,
                            List.of(),
                            text,
                            text));
            add(
                    response,
                    new Responses.ResponseStepped(
                            Responses.Step.MOVING, null, Responses.ForceLevel.NONE, text));
            add(alert, new Warnings.AlertStepped(Warnings.Step.ACKNOWLEDGED, text));
            add(
                    new UUID(3, random.nextLong()),
                    new Watchkeeping.PaperWorded(
                            Watchkeeping.Paper.FLASH,
                            alert.toString(),
                            Watchkeeping.Part.COMMENT,
                            text));
            var casualty = new UUID(4, random.nextLong());
            add(casualty, new Casualties.CasualtyOpened(alert, 1, Casualties.Who.CIVILIAN));
            add(casualty, new Casualties.CasualtyStepped(Casualties.Step.LAUNCHED, text));
        }

        private Site site() {
            var name = lies.name();
            @Nullable Position none = null;
            return switch (lies) {
                case HERE ->
                        random.nextBoolean()
                                ? at(name, new Position(1, 1), null)
                                : at(name, none, "Delta");
                case ELSEWHERE ->
                        random.nextBoolean()
                                ? at(name, new Position(1, 3), null)
                                : at(name, new Position(1, 1), "Nord");
                default -> at(name, none, random.nextBoolean() ? null : "Sahel");
            };
        }

        private static Site at(String name, @Nullable Position position, @Nullable String adm1) {
            return new Site(name, position, PlacePrecision.EXACT, null, adm1, null, null);
        }

        private static Activities.ActivityPlanned activity(String text, Site site) {
            return new Activities.ActivityPlanned(
                    "",
                    text,
                    Activities.Kind.VISIT,
                    Component.CIVIL_AFFAIRS,
                    text,
                    text,
                    site,
                    START,
                    START.plusSeconds(60),
                    new Activities.Asking(List.of(), 0, false),
                    new Activities.Support(List.of(), List.of(), "", ""),
                    null,
                    text,
                    text);
        }

        private static Facts.IncidentReported incident(String text, Site site) {
            return new Facts.IncidentReported(
                    "test",
                    text,
                    IncidentKind.ONE_SIDED,
                    "",
                    site,
                    List.of(),
                    null,
                    null,
                    text,
                    Map.of());
        }

        private static Claim claim(String text) {
            return new Claim(
                    "deaths",
                    new Figures(1, 1, 1),
                    "people",
                    text,
                    text,
                    LocalDate.of(2026, 1, 1),
                    "test",
                    "",
                    Grade.UNJUDGED);
        }
    }

    private static final Awareness.Basis LOG = Awareness.Basis.LOG;
    private static final Warnings.Verification UNVERIFIED = Warnings.Verification.UNVERIFIED;

    private static Warnings.ReportReceived report(String text, Site site) {
        return new Warnings.ReportReceived(
                "phone",
                site,
                text,
                text,
                text,
                Warnings.Severity.HIGH,
                ActorClass.UNKNOWN,
                Grade.UNJUDGED,
                false);
    }

    /// A ledger on which entries are made one by one.
    private static final class Hand {

        private Instant now = START;
        private final MemoryLedger ledger = new MemoryLedger(() -> now);
        private long number;

        UUID add(UUID subject, String author, Body body) {
            now = now.plusSeconds(60);
            var id = new UUID(9, ++number);
            ledger.append(
                    List.of(
                            new Entry(
                                    id,
                                    subject,
                                    null,
                                    null,
                                    author,
                                    Component.OPERATIONS_CENTRE,
                                    Handling.PROTECTION,
                                    Origin.hand(),
                                    null,
                                    body)));
            return id;
        }

        Alerts alerts(Viewer viewer) {
            return Alerts.of(ledger.asOf(now, now, viewer));
        }

        List<String> seen(Viewer viewer) {
            return ledger.asOf(now, now, viewer).entries(Body.class).stream()
                    .map(entry -> entry.body().toString())
                    .toList();
        }
    }

    @Test
    void a_report_that_a_person_places_elsewhere_goes_and_one_placed_here_comes() {
        var hand = new Hand();
        var one = new UUID(5, 1);
        var other = new UUID(5, 2);
        hand.add(one, "lane", report("one", place("Delta")));
        hand.add(other, "lane", report("other", Site.named("a well")));
        assertTrue(hand.seen(BOUND).toString().contains("one"));
        assertFalse(hand.seen(BOUND).toString().contains("other"));
        hand.add(one, "x", judged("Nord"));
        hand.add(other, "x", judged("Delta"));
        assertFalse(hand.seen(BOUND).toString().contains("text=one"));
        assertEquals(2, hand.seen(BOUND).size(), "the other report and its judgement");
        assertEquals(4, hand.seen(ALL).size());
    }

    private static Warnings.AlertOpened alert(String title, String adm1, UUID... reports) {
        return new Warnings.AlertOpened(
                title,
                place(adm1),
                Warnings.Severity.HIGH,
                "",
                ActorClass.UNKNOWN,
                List.of(reports));
    }

    @Test
    void what_was_put_behind_one_alert_is_one_danger_and_all_of_it_is_seen() {
        var hand = new Hand();
        var south = new UUID(5, 1);
        var north = new UUID(5, 2);
        var unplaced = new UUID(5, 3);
        var alert = new UUID(5, 4);
        var other = new UUID(5, 5);
        hand.add(south, "lane", report("first call", place("Nord")));
        hand.add(unplaced, "lane", report("a text", Site.named("a well")));
        hand.add(north, "lane", report("second call", place("Delta")));
        hand.add(other, "x", alert("elsewhere", "Nord"));
        hand.add(alert, "x", alert("here", "Delta", north, unplaced));
        hand.add(south, "x", new Warnings.ReportJoined(alert, true));
        var seen = hand.alerts(BOUND);
        assertEquals(List.of(alert), seen.alerts().stream().map(Alert::id).toList());
        var whole = hand.alerts(ALL).findAlert(alert).orElseThrow();
        assertEquals(whole, seen.findAlert(alert).orElseThrow(), "with the same clock");
        assertEquals(3, whole.reports().size());
        hand.add(south, "x", new Warnings.ReportJoined(alert, false));
        assertFalse(hand.seen(BOUND).toString().contains("first call"));
    }

    @Test
    void an_alert_elsewhere_with_a_report_of_here_behind_it_is_seen_and_the_report_waits_no_more() {
        var hand = new Hand();
        var ours = new UUID(5, 1);
        var alert = new UUID(5, 4);
        var response = new UUID(5, 6);
        hand.add(alert, "x", alert("elsewhere", "Nord"));
        hand.add(ours, "lane", report("our call", place("Delta")));
        assertTrue(hand.alerts(BOUND).findReport(ours).orElseThrow().waits());
        assertTrue(hand.alerts(BOUND).findAlert(alert).isEmpty());
        hand.add(ours, "x", new Warnings.ReportJoined(alert, true));
        hand.add(
                response,
                "x",
                new Responses.OrderGiven(
                        alert,
                        Component.FORCE,
                        Responses.Tier.PHYSICAL,
                        Responses.Action.PATROL,
                        List.of(),
                        "",
                        ""));
        assertFalse(hand.alerts(BOUND).findReport(ours).orElseThrow().waits());
        assertEquals(
                hand.alerts(ALL).findAlert(alert), hand.alerts(BOUND).findAlert(alert), "whole");
    }

    private static Warnings.ReportAssessed judged(String adm1) {
        return new Warnings.ReportAssessed(
                place(adm1), "", "", Warnings.Severity.HIGH, ActorClass.UNKNOWN);
    }

    private static Site place(String adm1) {
        return new Site("x", null, PlacePrecision.EXACT, null, adm1, null, null);
    }

    @Test
    void that_a_watch_was_handed_over_everybody_sees_and_the_words_those_two_alone() {
        var hand = new Hand();
        var handover = new UUID(6, 1);
        var given = new Watchkeeping.HandoverGiven("w.keita", "mind Nord", List.of(new UUID(7, 7)));
        hand.add(handover, "s.first", given);
        hand.add(handover, "w.keita", new Watchkeeping.HandoverSigned(START, "Nord is quiet"));
        var third = Viewer.officer("t.third").boundTo(BOUND.purview());
        assertTrue(hand.seen(BOUND).toString().contains("mind Nord"));
        assertEquals(2, hand.seen(third).size());
        assertFalse(hand.seen(third).toString().contains("Nord"));
        assertTrue(hand.seen(Viewer.officer("t.third")).toString().contains("mind Nord"));
        assertFalse(hand.ledger.history(handover, third).toString().contains("Nord"));
    }
}
