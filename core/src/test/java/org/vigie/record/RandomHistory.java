package org.vigie.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;

/// Small ledgers made by chance, with everything that makes looking back hard: late knowledge,
/// corrections, retractions, imports that are undone, claims that compete. Same seed, same ledger.
final class RandomHistory {

    static final Instant START = Instant.parse("2022-01-01T00:00:00Z");
    static final int HOURS = 12;

    private final RandomGenerator chance;
    private final List<Recorded> entries = new ArrayList<>();
    private final List<UUID> imports = new ArrayList<>();
    private final List<UUID> undone = new ArrayList<>();
    private int hour;

    private RandomHistory(long seed) {
        chance = new SplittableRandom(seed);
    }

    static List<Recorded> of(long seed, int steps) {
        var made = new RandomHistory(seed);
        for (int step = 0; step < steps; step++) {
            made.step();
        }
        return made.entries;
    }

    static Instant hour(int hour) {
        return START.plusSeconds(3600L * hour);
    }

    private void step() {
        hour = Math.min(HOURS, hour + chance.nextInt(2));
        switch (chance.nextInt(12)) {
            case 0 -> openImport();
            case 1 -> undoImport();
            case 2 -> takeBack();
            case 3 -> add(incident(), claim(), null);
            case 4 -> add(UUID.randomUUID(), new Housekeeping.NoteWritten("note"), null);
            case 5 ->
                    add(incident(), new Facts.Linked(incident(), SameIncident.SAME, "seen"), null);
            case 6 -> add(incident(), rule(), null);
            case 7 -> add(UUID.randomUUID(), derived(), null);
            default -> add(incident(), account(), chance.nextInt(4) == 0 ? earlier() : null);
        }
    }

    private void openImport() {
        var body = new Housekeeping.ImportOpened("test", "test.csv", "00", 0, new TreeMap<>());
        add(UUID.randomUUID(), body, null);
        imports.add(entries.getLast().entry().id());
    }

    private void undoImport() {
        if (!imports.isEmpty()) {
            var id = imports.get(chance.nextInt(imports.size()));
            if (!undone.contains(id)) {
                undone.add(id);
                add(UUID.randomUUID(), new Housekeeping.ImportUndone("mistake"), id);
            }
        }
    }

    private void takeBack() {
        var id = earlier();
        if (id == null) {
            return;
        }
        for (var recorded : List.copyOf(entries)) {
            if (recorded.entry().id().equals(id)) {
                var subject = recorded.entry().subject();
                if (recorded.body() instanceof Facts.ClaimMade) {
                    add(subject, new Facts.ClaimRetracted("withdrawn"), id);
                } else if (recorded.body() instanceof Facts.Linked
                        || recorded.body() instanceof Facts.RuleChosen
                        || recorded.body() instanceof Facts.SourceDerived) {
                    add(subject, new Facts.Parted("mistake"), id);
                } else if (recorded.body() instanceof Facts.IncidentReported account) {
                    add(subject, new Facts.IncidentRetracted(account.source(), "gone"), id);
                }
            }
        }
    }

    private void add(UUID subject, Body body, @org.jspecify.annotations.Nullable UUID supersedes) {
        var importId = imports.isEmpty() || chance.nextBoolean() ? null : imports.getLast();
        Instant known = chance.nextInt(3) == 0 ? null : hour(chance.nextInt(HOURS + 1));
        var entry =
                new Entry(
                        new UUID(chance.nextLong(), chance.nextLong()),
                        subject,
                        Happened.on(LocalDate.of(2022, 1, 1 + chance.nextInt(28))),
                        body instanceof Housekeeping.ImportUndone ? null : known,
                        "test",
                        Component.OPERATIONS_CENTRE,
                        List.of(Handling.OPEN, Handling.MISSION, Handling.PROTECTION)
                                .get(chance.nextInt(3)),
                        new Origin("test", body instanceof Housekeeping ? null : importId, null, 0),
                        supersedes,
                        body);
        entries.add(new Recorded(entries.size(), hour(hour), entry));
    }

    private UUID incident() {
        return Ids.subject("test", "incident " + chance.nextInt(3));
    }

    private @org.jspecify.annotations.Nullable UUID earlier() {
        return entries.isEmpty() ? null : entries.get(chance.nextInt(entries.size())).entry().id();
    }

    private Facts.RuleChosen rule() {
        var rule = Rule.CHOOSABLE.get(chance.nextInt(Rule.CHOOSABLE.size()));
        return new Facts.RuleChosen(
                rule.code(),
                "",
                List.of("source 1", "source", "source 0"),
                rule == Rule.TEAM_DECISION ? Figures.exactly(chance.nextInt(50)) : null);
    }

    private Facts.SourceDerived derived() {
        return new Facts.SourceDerived(
                "press " + chance.nextInt(3), "press " + chance.nextInt(3), "same words");
    }

    private Facts.IncidentReported account() {
        int best = chance.nextInt(50);
        return new Facts.IncidentReported(
                "source " + chance.nextInt(2),
                "key",
                IncidentKind.ONE_SIDED,
                "",
                Site.at("Place " + chance.nextInt(3), new Position(14, -3), PlacePrecision.EXACT),
                List.of(),
                chance.nextBoolean() ? Deaths.of(new Figures(best, best, best)) : null,
                null,
                "",
                Map.of());
    }

    private Facts.ClaimMade claim() {
        int figure = chance.nextInt(3);
        return new Facts.ClaimMade(
                new Claim(
                        "killed",
                        new Figures(figure, figure, figure),
                        "persons",
                        "population " + chance.nextInt(2),
                        "",
                        null,
                        "press " + chance.nextInt(3),
                        "",
                        Grade.UNJUDGED));
    }
}
