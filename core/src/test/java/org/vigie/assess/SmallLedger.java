package org.vigie.assess;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
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
import org.vigie.record.Ids;
import org.vigie.record.IncidentKind;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Origin;
import org.vigie.record.Site;
import org.vigie.record.Standpoint;
import org.vigie.record.Viewer;

/// A ledger of a few incidents, told one after the other; its clock moves a day with each.
public final class SmallLedger {

    private Instant now = Instant.parse("2024-03-01T06:00:00Z");
    private long number;
    public final MemoryLedger ledger = new MemoryLedger((InstantSource) () -> now);

    public Instant now() {
        return now;
    }

    public void wait(int days) {
        now = now.plusSeconds(86_400L * days);
    }

    public UUID write(UUID subject, Body body, @Nullable UUID supersedes, Handling handling) {
        var id = new UUID(0x7000L, 0x8000_0000_0000_0000L | number++);
        ledger.append(
                List.of(
                        new Entry(
                                id,
                                subject,
                                null,
                                null,
                                "test",
                                Component.OPERATIONS_CENTRE,
                                handling,
                                Origin.hand(),
                                supersedes,
                                body)));
        wait(1);
        return id;
    }

    /// What was so on a day of the world.
    public void on(String day, UUID subject, Body body) {
        ledger.append(
                List.of(
                        new Entry(
                                new UUID(0x7000L, 0x8000_0000_0000_0000L | number++),
                                subject,
                                Happened.on(LocalDate.parse(day)),
                                null,
                                "test",
                                Component.OPERATIONS_CENTRE,
                                Handling.OPEN,
                                Origin.hand(),
                                null,
                                body)));
        wait(1);
    }

    /// An account of an incident; the same key again is a new account of the same one.
    public UUID incident(String key, String day, @Nullable Integer dead) {
        var id = new UUID(0x7000L, 0x8000_0000_0000_0000L | number++);
        ledger.append(
                List.of(
                        new Entry(
                                id,
                                subject(key),
                                Happened.on(LocalDate.parse(day)),
                                null,
                                "test",
                                Component.OPERATIONS_CENTRE,
                                Handling.OPEN,
                                Origin.hand(),
                                null,
                                account(key, dead))));
        wait(1);
        return id;
    }

    private static Facts.IncidentReported account(String key, @Nullable Integer dead) {
        return new Facts.IncidentReported(
                "test",
                key,
                IncidentKind.ONE_SIDED,
                "",
                Site.at("Samara " + key, new Position(8, 19), PlacePrecision.EXACT),
                List.of(),
                dead == null ? null : Deaths.of(Figures.exactly(dead)),
                null,
                "",
                Map.of());
    }

    public UUID claim(String key, int killed, String population) {
        return write(
                subject(key),
                new Facts.ClaimMade(
                        new Claim(
                                "killed",
                                Figures.exactly(killed),
                                "persons",
                                population,
                                "",
                                null,
                                "other",
                                "",
                                Grade.UNJUDGED)),
                null,
                Handling.OPEN);
    }

    public static UUID subject(String key) {
        return Ids.subject("test", key);
    }

    public Standpoint here() {
        return new Standpoint(now, now, Viewer.owner());
    }
}
