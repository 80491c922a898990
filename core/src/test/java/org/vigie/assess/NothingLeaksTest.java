package org.vigie.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.record.ActorClass;
import org.vigie.record.Alerts;
import org.vigie.record.Body;
import org.vigie.record.By;
import org.vigie.record.Component;
import org.vigie.record.Deaths;
import org.vigie.record.Entry;
import org.vigie.record.Facts;
import org.vigie.record.Figures;
import org.vigie.record.Filter;
import org.vigie.record.Grade;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.IncidentKind;
import org.vigie.record.Involved;
import org.vigie.record.Known;
import org.vigie.record.LaneBook;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Origin;
import org.vigie.record.Picture;
import org.vigie.record.Responses;
import org.vigie.record.Site;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;
import org.vigie.record.Warnings.Severity;

/// Whatever stands in entries that a viewer may not see changes nothing of what they are told.
///
/// Two ledgers are made that differ in those entries alone: in what they say, what they are about
/// and who wrote them. Everything that is folded for the viewer must be the same, letter by letter.
///
/// The accounts of one incident have one marking here. Where the newest of them is marked higher,
/// it hides the others too, on purpose: whoever raises the marking of what was open must not find
/// it open still. Who may not see it can notice that it has gone.
class NothingLeaksTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /// Open entries alone; and what a component without the marking sees.
    private static final List<Viewer> VIEWERS =
            List.of(
                    Viewer.outsider(),
                    new Viewer(
                            "force",
                            Component.FORCE,
                            Handling.OPEN.bit() | Handling.MISSION.bit()));

    @Property(tries = 300)
    void what_a_viewer_may_not_see_changes_nothing_that_they_are_told(@ForAll long seed) {
        for (var viewer : VIEWERS) {
            var one = new Made(viewer, seed, seed + 1);
            var other = new Made(viewer, seed, seed + 2);
            assertEquals(one.told(), other.told());
        }
    }

    @Property(tries = 20)
    void whoever_may_see_them_is_told_of_the_difference(@ForAll long seed) {
        // Or the law above would hold of anything.
        var one = new Made(VIEWERS.getFirst(), seed, seed + 1);
        var other = new Made(VIEWERS.getFirst(), seed, seed + 2);
        assertEquals(
                one.hidden == 0,
                one.toldTo(Viewer.owner()).equals(other.toldTo(Viewer.owner())),
                () -> one.hidden + " hidden entries");
    }

    /// A ledger by chance.
    private static final class Made {

        private final Viewer viewer;

        /// What both ledgers have in common, and what stands in what is hidden.
        private final SplittableRandom common;

        private final SplittableRandom secret;
        private Instant now = START;
        private final MemoryLedger ledger = new MemoryLedger(() -> now);
        private int number;
        private int hidden;

        Made(Viewer viewer, long seed, long hiddenSeed) {
            this.viewer = viewer;
            this.common = new SplittableRandom(seed);
            this.secret = new SplittableRandom(hiddenSeed);
            for (int step = 0; step < 40; step++) {
                now = now.plus(Duration.ofMinutes(common.nextInt(90)));
                var handling = pick(common, Handling.OPEN, Handling.MISSION, Handling.PROTECTION);
                boolean seen = viewer.maySee(handling);
                hidden += seen ? 0 : 1;
                // The common chance goes on alike, whatever the hidden one does.
                var open = entry(common.split(), handling);
                var closed = entry(secret.split(), handling);
                ledger.append(List.of(seen ? open : closed));
            }
        }

        String told() {
            return toldTo(viewer);
        }

        String toldTo(Viewer asking) {
            var told = new StringBuilder();
            for (var known : List.of(now, START.plus(Duration.ofHours(12)))) {
                tell(ledger.asOf(known, now, asking), told);
            }
            return told.toString();
        }

        private static void tell(Picture picture, StringBuilder told) {
            told.append(Alerts.of(picture)).append('\n');
            told.append(ResponseRate.of(picture)).append('\n');
            for (var by : RateTable.By.values()) {
                told.append(RateTable.of(picture, Filter.ALL, by, Known.NONE)).append('\n');
            }
            told.append(LaneBook.of(picture).lanes()).append('\n');
            told.append(picture.incidents().size()).append(' ');
            for (var by : By.values()) {
                told.append(picture.incidents().count(by)).append('\n');
            }
            told.append(picture.entries(Facts.class)).append('\n');
            told.append(picture.entries(Warnings.class)).append('\n');
        }

        private Entry entry(SplittableRandom chance, Handling handling) {
            number++;
            var body = body(chance);
            return new Entry(
                    Ids.subject("leak-entry", "" + number),
                    subject(chance, body, handling),
                    Happened.at(now),
                    null,
                    "officer-" + chance.nextInt(3),
                    pick(chance, Component.OPERATIONS_CENTRE, Component.FORCE),
                    handling,
                    Origin.hand(),
                    null,
                    body);
        }

        private static UUID subject(SplittableRandom chance, Body body, Handling handling) {
            return switch (body) {
                case Warnings.AlertOpened _ -> thing(chance, "alert");
                case Warnings.AlertStepped _ -> thing(chance, "alert");
                case Warnings.AlertClosed _ -> thing(chance, "alert");
                case Warnings _ -> thing(chance, "report");
                case Responses _ -> thing(chance, "response");
                case Facts.Linked _ -> thing(chance, "alert");
                default -> thing(chance, "incident " + handling);
            };
        }

        private static UUID thing(SplittableRandom chance, String kind) {
            return Ids.subject("leak", kind + chance.nextInt(4));
        }

        private static Body body(SplittableRandom chance) {
            return switch (chance.nextInt(11)) {
                case 0, 1 ->
                        new Warnings.ReportReceived(
                                "sms",
                                Site.named("Village " + chance.nextInt(9)),
                                "word " + chance.nextInt(1_000),
                                "",
                                "",
                                pick(chance, Severity.values()),
                                ActorClass.UNKNOWN,
                                new Grade('F', 6),
                                false);
                case 2 ->
                        new Warnings.ReportVerified(
                                pick(chance, Warnings.Verification.values()), "seen");
                case 3 -> new Warnings.ReportTaken(chance.nextBoolean());
                case 9 -> new Warnings.ReportJoined(thing(chance, "alert"), chance.nextInt(3) > 0);
                case 4 ->
                        new Warnings.AlertOpened(
                                "alert " + chance.nextInt(1_000),
                                Site.named("Village"),
                                Severity.HIGH,
                                "",
                                ActorClass.UNKNOWN,
                                List.of(thing(chance, "report")));
                case 5 -> new Warnings.AlertStepped(pick(chance, Warnings.Step.values()), "");
                case 6 ->
                        new Responses.OrderGiven(
                                thing(chance, "alert"),
                                Component.FORCE,
                                Responses.Tier.PHYSICAL,
                                Responses.Action.PATROL,
                                List.of(),
                                "officer",
                                "",
                                null);
                case 7 ->
                        new Responses.ResponseStepped(
                                pick(chance, Responses.Step.values()),
                                null,
                                Responses.ForceLevel.NONE,
                                "");
                case 8 ->
                        new Facts.Linked(thing(chance, "incident OPEN"), Alerts.WARNED_OF, "seen");
                default -> incident(chance);
            };
        }

        private static Body incident(SplittableRandom chance) {
            int dead = chance.nextInt(20);
            return new Facts.IncidentReported(
                    "source",
                    "" + chance.nextInt(1_000),
                    IncidentKind.ONE_SIDED,
                    "",
                    Site.at(
                            "Village",
                            new Position(14 + chance.nextInt(3), -3),
                            PlacePrecision.EXACT),
                    List.of(
                            new Involved(
                                    Involved.Role.SIDE_A,
                                    "Group " + chance.nextInt(5),
                                    ActorClass.ARMED_GROUP)),
                    new Deaths(new Figures(dead, dead, dead), dead, null, null, null),
                    LocalDate.of(2026, 1, 1),
                    "note",
                    Map.of());
        }

        @SafeVarargs
        private static <T> T pick(SplittableRandom chance, T... values) {
            return values[chance.nextInt(values.length)];
        }
    }
}
