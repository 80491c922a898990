package org.vigie.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.render.Outline;
import org.vigie.exchange.words.Language;
import org.vigie.geo.Area;
import org.vigie.geo.Areas;
import org.vigie.geo.Place;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.record.ActorClass;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.DatePrecision;
import org.vigie.record.Deaths;
import org.vigie.record.Entry;
import org.vigie.record.Facts;
import org.vigie.record.Figures;
import org.vigie.record.Forces;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.IncidentKind;
import org.vigie.record.Involved;
import org.vigie.record.Known;
import org.vigie.record.Ledger;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Origin;
import org.vigie.record.Site;
import org.vigie.server.picture.Desk;
import org.vigie.server.picture.Mission;
import org.vigie.server.picture.PlaceSearch;
import org.vigie.server.picture.Proof;

/// A desk on a country that does not exist, Samara: everything in it is invented, from one seed.
public final class Demo {

    public static final Instant NOW = Instant.parse("2026-03-15T05:30:00Z");

    private static final List<String> AREAS = List.of("Nord", "Delta", "Plateau", "Côte");

    private final Random chance = new Random(7);
    private final MemoryLedger real;
    private final MemoryLedger exercise;
    private volatile Instant clock = NOW;
    private volatile @Nullable AtomicLong ticks;

    public Demo() {
        real = new MemoryLedger(this::tick);
        exercise = new MemoryLedger(() -> clock);
    }

    private Instant tick() {
        var running = ticks;
        return running == null ? clock : Instant.ofEpochMilli(running.incrementAndGet());
    }

    /// A desk with this many invented incidents.
    public static Desk with(int incidents) {
        var demo = new Demo();
        demo.bases();
        demo.incidents(incidents);
        return demo.desk();
    }

    public Desk desk() {
        return desk(real, InstantSource.fixed(NOW), 11);
    }

    /// A desk whose clock, and whose ledger's, goes on by a millisecond whenever somebody looks,
    /// and on which writing takes a while.
    public Desk ticking() {
        var running = new AtomicLong(NOW.toEpochMilli());
        ticks = running;
        var slow = new FarLedger(real, Instant.MAX, Duration.ofMillis(40));
        return desk(slow, () -> Instant.ofEpochMilli(running.incrementAndGet()), 11);
    }

    /// A desk whose clock, and whose ledger's, stands still until somebody says that it is
    /// [#later].
    public Desk standing() {
        return desk(real, () -> clock, 11);
    }

    public void later(Duration waited) {
        clock = clock.plus(waited);
    }

    /// A desk of another server, which has not heard yet of what came after now.
    public Desk behind() {
        return desk(new FarLedger(real, NOW, Duration.ZERO), InstantSource.fixed(NOW), 12);
    }

    private Desk desk(Ledger ledger, InstantSource time, int seed) {
        return new Desk(
                ledger,
                exercise,
                new Mission(
                        "MISAM",
                        Map.of(
                                Language.EN, "Mission in Samara",
                                Language.FR, "Mission au Samara"),
                        "Samara",
                        true,
                        ZoneId.of("Africa/Bangui"),
                        "Government of Samara",
                        outlines()),
                (text, limit) -> places(text),
                ofExercise -> new Proof.Verdict.Absent(),
                time,
                new Random(seed),
                true);
    }

    /// The same desk of a mission whose pack names two regions, Nord and Delta.
    public static Desk inRegions(Desk desk) {
        var areas =
                Areas.of(
                        List.of(
                                new Area("SM", "Samara", "0", null, List.of(), null),
                                new Area("SM1", "Nord", "1", "SM", List.of(), null),
                                new Area("SM2", "Delta", "1", "SM", List.of(), null)));
        var mission = desk.mission();
        return new Desk(
                desk.real(),
                desk.exercise(),
                new Mission(
                        mission.shortName(),
                        mission.names(),
                        mission.country(),
                        mission.fictional(),
                        mission.zone(),
                        mission.hostState(),
                        mission.outlines(),
                        new Known(areas, Map.of(), List.of())),
                desk.places(),
                desk.proof(),
                desk.clock(),
                desk.chance(),
                desk.lasting());
    }

    public MemoryLedger ledger() {
        return real;
    }

    private static List<Outline> outlines() {
        var outlines = new ArrayList<Outline>();
        outlines.add(area("SM", "Samara", 0, 4, 14, 12, 24));
        outlines.add(area("SM1", "Nord", 1, 8, 14, 12, 24));
        outlines.add(area("SM2", "Delta", 1, 4, 14, 8, 24));
        return outlines;
    }

    private static Outline area(
            String code, String name, int level, int south, int west, int north, int east) {
        return new Outline(
                code,
                name,
                level,
                List.of(
                        List.of(
                                new Position(south, west),
                                new Position(south, east),
                                new Position(north, east),
                                new Position(north, west),
                                new Position(south, west))));
    }

    private static List<PlaceSearch.Candidate> places(String text) {
        if (!text.contains("Kadu")) {
            return List.of();
        }
        return List.of(
                new PlaceSearch.Candidate(place("kadu", "Kadu", 6.1), "the same name"),
                new PlaceSearch.Candidate(place("kadu-ba", "Kadu Ba", 6.3), "a word of the name"));
    }

    private static Place place(String id, String name, double latitude) {
        return new Place(
                id,
                name,
                List.of(),
                new Position(latitude, 18.2),
                PlacePrecision.EXACT,
                "Delta",
                "village",
                900,
                "pack",
                true);
    }

    public void bases() {
        base("alpha", "Alpha", 6.5, 18.0, 2);
        base("bravo", "Bravo", 9.5, 21.0, 1);
    }

    private void base(String code, String name, double latitude, double longitude, int level) {
        add(
                Ids.subject("base", code),
                Happened.on(LocalDate.of(2024, 1, 1)),
                new Forces.BaseOpened(
                        code,
                        name,
                        Site.at(name, new Position(latitude, longitude), PlacePrecision.EXACT),
                        "East",
                        level,
                        "yes",
                        "assumed",
                        ""));
    }

    public void incidents(int count) {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < count; i++) {
            var day = LocalDate.of(2024, 1, 1).plusDays(chance.nextInt(800));
            entries.add(
                    entry(
                            Ids.subject("demo", "" + i),
                            Happened.between(day, day, DatePrecision.DAY),
                            incident(i)));
        }
        real.append(entries);
    }

    private Facts.IncidentReported incident(int i) {
        var area = AREAS.get(chance.nextInt(AREAS.size()));
        int best = (int) Math.floor(Math.exp(chance.nextDouble() * 4));
        return new Facts.IncidentReported(
                "demo-events",
                "" + i,
                kind(),
                "",
                site(i, area),
                List.of(
                        new Involved(
                                Involved.Role.SIDE_A, "Group " + i % 7, ActorClass.ARMED_GROUP),
                        new Involved(Involved.Role.SIDE_B, "Civilians", ActorClass.CIVILIANS)),
                i % 11 == 0
                        ? null
                        : new Deaths(
                                new Figures(best / 2, best, best * 2), best / 3, null, null, null),
                LocalDate.of(2026, 3, 1),
                "An invented event.",
                Map.of());
    }

    private IncidentKind kind() {
        return switch (chance.nextInt(3)) {
            case 0 -> IncidentKind.STATE_BASED;
            case 1 -> IncidentKind.NON_STATE;
            default -> IncidentKind.ONE_SIDED;
        };
    }

    private Site site(int i, String area) {
        var precision =
                switch (i % 17) {
                    case 0 -> PlacePrecision.ADMIN1;
                    case 1 -> PlacePrecision.COUNTRY;
                    case 2 -> PlacePrecision.ADMIN2;
                    default -> PlacePrecision.EXACT;
                };
        @Nullable Position position =
                i % 13 == 0
                        ? null
                        : new Position(
                                4.2 + chance.nextDouble() * 7.6, 14.2 + chance.nextDouble() * 9.6);
        return new Site("Village " + i, position, precision, null, area, null, "Samara");
    }

    /// Appends one entry of the mission's own hand, at the demo's clock.
    public Entry add(UUID subject, @Nullable Happened when, Body body) {
        var entry = entry(subject, when, body);
        real.append(List.of(entry));
        return entry;
    }

    public void at(Instant moment) {
        clock = moment;
    }

    private Entry entry(UUID subject, @Nullable Happened when, Body body) {
        return new Entry(
                Ids.fresh(clock, chance),
                subject,
                when,
                null,
                "duty officer",
                Component.OPERATIONS_CENTRE,
                Handling.MISSION,
                Origin.hand(),
                null,
                body);
    }
}
