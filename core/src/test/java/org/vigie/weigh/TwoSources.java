package org.vigie.weigh;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import org.vigie.record.Ids;
import org.vigie.record.IncidentKind;
import org.vigie.record.IncidentRow;
import org.vigie.record.Involved;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Origin;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Site;
import org.vigie.record.Viewer;

/// A ledger in which two data sets and some papers tell of the same days; its clock moves an hour
/// with each entry.
final class TwoSources {

    private Instant now = Instant.parse("2024-03-01T06:00:00Z");
    private long number;
    final MemoryLedger ledger = new MemoryLedger((InstantSource) () -> now);

    Instant now() {
        return now;
    }

    UUID write(UUID subject, Body body, Handling handling) {
        return write(subject, body, handling, null);
    }

    UUID write(UUID subject, Body body, Handling handling, @Nullable UUID supersedes) {
        var id = new UUID(0x7000L, 0x8000_0000_0000_0000L | number++);
        var happened =
                body instanceof Facts.IncidentReported account
                        ? Happened.on(LocalDate.parse(account.columns().get("day")))
                        : null;
        ledger.append(
                List.of(
                        new Entry(
                                id,
                                subject,
                                happened,
                                null,
                                "analyst",
                                Component.ANALYSIS_CENTRE,
                                handling,
                                Origin.hand(),
                                supersedes,
                                body)));
        now = now.plusSeconds(3_600);
        return id;
    }

    UUID judge(UUID subject, Body body) {
        return write(subject, body, Handling.OPEN);
    }

    /// An account at Bria or so many kilometres north of it.
    UUID account(String source, String key, String day, @Nullable Integer dead, double kmNorth) {
        var subject = Ids.subject(source, key);
        write(
                subject,
                new Facts.IncidentReported(
                        source,
                        key,
                        IncidentKind.ONE_SIDED,
                        "",
                        Site.at(
                                "Bria",
                                new Position(6.54 + kmNorth / 111.2, 21.99),
                                PlacePrecision.EXACT),
                        List.of(
                                new Involved(
                                        Involved.Role.ATTACKER,
                                        source.equals("ucdp-ged") ? "UPC" : "UPC: Unity Front",
                                        ActorClass.ARMED_GROUP)),
                        dead == null ? null : Deaths.of(Figures.exactly(dead)),
                        null,
                        "",
                        Map.of("day", day, "source", "Reuters; " + source)),
                Handling.OPEN);
        return subject;
    }

    UUID claim(UUID subject, String source, int killed) {
        return judge(subject, new Facts.ClaimMade(claimOf(source, killed, Grade.UNJUDGED)));
    }

    static Claim claimOf(String source, int killed, Grade grade) {
        return new Claim(
                "killed",
                Figures.exactly(killed),
                "persons",
                "villagers",
                "as told",
                null,
                source,
                "",
                grade);
    }

    Picture picture() {
        return picture(Viewer.owner());
    }

    Picture picture(Viewer viewer) {
        return ledger.asOf(now, now, viewer);
    }

    IncidentRow row(UUID incident) {
        return picture().incidents().find(incident).orElseThrow();
    }

    Judgements judgements() {
        return new Judgements(picture());
    }

    Recorded entry(UUID id) throws IOException {
        return ledger.find(id, Viewer.owner()).orElseThrow();
    }
}
