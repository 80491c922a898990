package org.vigie.exchange.brief;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.record.ActorClass;
import org.vigie.record.Body;
import org.vigie.record.Claim;
import org.vigie.record.Component;
import org.vigie.record.Deaths;
import org.vigie.record.Entry;
import org.vigie.record.Facts;
import org.vigie.record.Figures;
import org.vigie.record.Grade;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Housekeeping;
import org.vigie.record.Ids;
import org.vigie.record.IncidentKind;
import org.vigie.record.Involved;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Origin;
import org.vigie.record.Site;
import org.vigie.record.Warnings;

/// A ledger by chance in which everything that could tell of somebody begins with a z: names of
/// villages, districts and actors, notes, keys, words of others, names of files.
final class TellingLedger {

    static final LocalDate FROM = LocalDate.of(2024, 2, 1);
    static final LocalDate TO = LocalDate.of(2024, 4, 30);
    static final String SOURCE = "zsource";

    private static final List<Handling> HANDLINGS =
            List.of(
                    Handling.OPEN,
                    Handling.OPEN,
                    Handling.OPEN,
                    Handling.OPEN,
                    Handling.MISSION,
                    Handling.PROTECTION,
                    Handling.SEALED);

    private static final Instant TOLD = Instant.parse("2024-05-20T06:00:00Z");

    /// One incident, with what must not be told of it.
    ///
    /// @param secrets its words and numbers, for nobody outside
    /// @param places where it was and who was there
    record Told(
            Handling handling,
            boolean accusesState,
            boolean inPeriod,
            String district,
            Set<String> secrets,
            Set<String> places) {}

    private final Random chance;
    private final MemoryLedger ledger = new MemoryLedger(() -> TOLD);
    private final List<Told> incidents = new ArrayList<>();
    private long number;

    TellingLedger(long seed, int incidents) {
        chance = new Random(seed);
        for (int i = 0; i < incidents; i++) {
            incident(i);
        }
        warning();
        file();
    }

    /// So many open incidents of one village, month and kind.
    static TellingLedger ofOneVillage(int incidents) {
        var told = new TellingLedger(1, 0);
        for (int i = 0; i < incidents; i++) {
            told.write(
                    Ids.subject(SOURCE, "one" + i),
                    Happened.on(FROM.plusDays(i)),
                    told.account(
                            "one" + i,
                            new Site(
                                    "zvillage",
                                    new Position(8.1234, 19.4321),
                                    PlacePrecision.EXACT,
                                    null,
                                    "Nord",
                                    "zdistrict",
                                    "Samara"),
                            List.of(),
                            IncidentKind.ONE_SIDED),
                    Handling.OPEN);
        }
        return told;
    }

    MemoryLedger ledger() {
        return ledger;
    }

    List<Told> incidents() {
        return incidents;
    }

    /// What stands in other entries than accounts.
    Set<String> secrets() {
        return Set.of("zthreat", "zfile", "zpopulation", "zdefinition", "zteller");
    }

    private void incident(int i) {
        var handling = HANDLINGS.get(chance.nextInt(HANDLINGS.size()));
        boolean state = chance.nextInt(5) == 0;
        var key = "zkey" + i;
        var village = "zvillage" + letters(i);
        var district = "zdistrict" + letters(chance.nextInt(9));
        var actor = "zactor" + letters(i);
        var position =
                new Position(
                        8 + chance.nextInt(3) * 0.5 + 0.0123, 19 + 0.000_1 * chance.nextInt(900));
        var day = FROM.minusDays(60).plusDays(chance.nextInt(150));
        var subject = Ids.subject(SOURCE, key);
        write(
                subject,
                Happened.on(day),
                account(
                        key,
                        new Site(
                                village,
                                chance.nextInt(6) == 0 ? null : position,
                                PlacePrecision.EXACT,
                                null,
                                "Nord",
                                district,
                                "Samara"),
                        List.of(
                                new Involved(
                                        Involved.Role.ATTACKER,
                                        actor,
                                        state ? ActorClass.STATE : ActorClass.ARMED_GROUP)),
                        chance.nextBoolean() ? IncidentKind.ONE_SIDED : IncidentKind.BATTLE),
                handling);
        if (chance.nextInt(4) == 0) {
            claim(subject);
            claim(subject);
        }
        incidents.add(
                new Told(
                        handling,
                        state,
                        !day.isBefore(FROM) && !day.isAfter(TO),
                        district,
                        Set.of(
                                key + "<",
                                key + " ",
                                "znote",
                                "zarticle",
                                subject.toString(),
                                String.format(Locale.ROOT, "%.4f", position.latitude()),
                                String.format(Locale.ROOT, "%.4f", position.longitude())),
                        Set.of(village, district, actor)));
    }

    private Facts.IncidentReported account(
            String key, Site site, List<Involved> actors, IncidentKind kind) {
        @Nullable Deaths deaths =
                chance.nextInt(5) == 0 ? null : Deaths.of(Figures.exactly(chance.nextInt(40)));
        return new Facts.IncidentReported(
                SOURCE,
                key,
                kind,
                "znote",
                site,
                actors,
                deaths,
                LocalDate.of(2024, 5, 1),
                "znote " + key,
                new TreeMap<>(Map.of("source_article", "zarticle " + key)));
    }

    private void claim(UUID subject) {
        write(
                subject,
                null,
                new Facts.ClaimMade(
                        new Claim(
                                "killed",
                                Figures.exactly(chance.nextInt(90)),
                                "persons",
                                "zpopulation" + number,
                                "zdefinition",
                                null,
                                "zteller",
                                "",
                                Grade.UNJUDGED)),
                Handling.OPEN);
    }

    private void warning() {
        write(
                Ids.subject("report", "1"),
                Happened.on(FROM),
                new Warnings.ReportReceived(
                        "phone",
                        Site.named("zthreat"),
                        "zthreat",
                        "zthreat",
                        "zthreat",
                        Warnings.Severity.HIGH,
                        ActorClass.UNKNOWN,
                        Grade.UNJUDGED,
                        false),
                Handling.PROTECTION);
    }

    private void file() {
        write(
                Ids.subject("import", "1"),
                null,
                new Housekeeping.ImportOpened(
                        SOURCE, "zfile.csv", "ab".repeat(32), 10, new TreeMap<>()),
                Handling.OPEN);
    }

    private void write(UUID subject, @Nullable Happened when, Body body, Handling handling) {
        ledger.append(
                List.of(
                        new Entry(
                                new UUID(0x7000L, 0x8000_0000_0000_0000L | number++),
                                subject,
                                when,
                                null,
                                "test",
                                Component.OPERATIONS_CENTRE,
                                handling,
                                Origin.hand(),
                                null,
                                body)));
    }

    /// Letters, so that no name is the beginning of another.
    private static String letters(int i) {
        return "" + (char) ('a' + i / 26) + (char) ('a' + i % 26) + "q";
    }
}
