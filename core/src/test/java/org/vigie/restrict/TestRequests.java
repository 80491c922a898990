package org.vigie.restrict;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Outline;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Forces;
import org.vigie.record.Forces.ClearanceOutcome;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.MemoryLedger;
import org.vigie.record.Origin;
import org.vigie.record.Picture;
import org.vigie.record.Site;
import org.vigie.record.Viewer;

/// A ledger into which a test tells what was asked and decided, each known when it happened.
final class TestRequests {

    private static final Instant END = Instant.parse("2030-01-01T00:00:00Z");

    private Instant clock = Instant.parse("2026-01-01T00:00:00Z");
    private final MemoryLedger ledger = new MemoryLedger(() -> clock);
    private long number;

    TestRequests recordedOn(String moment) {
        clock = Instant.parse(moment);
        return this;
    }

    /// A flight of a drone in a sector.
    TestRequests asks(String moment, String id, String sector) {
        return asks(moment, id, sector, "");
    }

    TestRequests asks(String moment, String id, String sector, String noteVerbale) {
        return add(
                moment,
                subject(id),
                new Forces.ClearanceAsked(
                        "flight",
                        "drone",
                        Site.named("Gao"),
                        null,
                        "",
                        new Forces.ClearanceTerms("force", sector, 72, noteVerbale, "", null, "")));
    }

    TestRequests answers(String moment, String id, ClearanceOutcome outcome, String reason) {
        return add(moment, subject(id), new Forces.ClearanceDecided(outcome, reason));
    }

    /// An area closed from a moment until another.
    TestRequests closes(String moment, String id, String outline, @Nullable String to) {
        return add(
                moment,
                subject(id),
                new Forces.RestrictionImposed(
                        "area",
                        "other",
                        Site.named(id),
                        "authorities",
                        "operations",
                        new Forces.Zone(
                                outline.isEmpty() ? List.of() : Outline.parse("area", outline),
                                Instant.parse(moment),
                                to == null ? null : Instant.parse(to))));
    }

    TestRequests add(String moment, UUID subject, Body body) {
        number++;
        var known = Instant.parse(moment);
        ledger.append(
                List.of(
                        new Entry(
                                Ids.subject("test", "entry " + number),
                                subject,
                                Happened.at(known),
                                known,
                                "test",
                                Component.FORCE,
                                Handling.MISSION,
                                new Origin("form", null, null, 0),
                                null,
                                body)));
        return this;
    }

    static UUID subject(String id) {
        return Ids.subject("clearance", id);
    }

    Picture picture() {
        return picture("2029-01-01T00:00:00Z");
    }

    Picture picture(String known) {
        return picture(known, END);
    }

    Picture picture(String known, Instant recorded) {
        return ledger.asOf(Instant.parse(known), recorded, Viewer.owner());
    }
}
