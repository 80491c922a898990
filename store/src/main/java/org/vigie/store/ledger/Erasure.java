package org.vigie.store.ledger;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.UUID;
import org.vigie.geo.BadInput;
import org.vigie.record.Entry;
import org.vigie.record.Erased;
import org.vigie.record.Handling;
import org.vigie.record.Housekeeping;
import org.vigie.record.Ids;
import org.vigie.record.Origin;
import org.vigie.record.Recorded;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;
import org.vigie.share.Identifying;
import org.vigie.share.PlainLine;

/// Erasing what one entry says: the right of somebody who told us something to take it back, in a
/// ledger where nothing is ever deleted.
///
/// The body's key and salt are destroyed, with the keys of the record of the kept file that the
/// entry came from and of every other kept record that says the same, and an entry says so. A
/// sibling that the same record made stays readable until it is erased itself; only the photographs
/// that came with a report are erased with it, each with a statement of its own. What stays: that
/// there was an entry, its kind, its times, its author. What it said can be neither read nor
/// guessed from this database; copies of the keys in backups, in the database's log of changes and
/// in the memory of programs that run are not reached (`SECURITY.md`).
///
/// @param entry whose body it is
/// @param reason why, without repeating what is erased
/// @param by post or name of who asks for it
/// @param second post or name of somebody else, who agrees
public record Erasure(UUID entry, String reason, String by, String second) {

    public Erasure {
        reason = said("reason", reason);
        by = said("by", by);
        second = said("second", second);
        if (by.toLowerCase(Locale.ROOT).equals(second.toLowerCase(Locale.ROOT))) {
            throw new BadInput("second", second, "somebody else than " + by);
        }
    }

    private static String said(String field, String text) {
        if (text.isBlank()) {
            throw new BadInput(field, text, "not empty");
        }
        if (!PlainLine.is(text)) {
            throw new BadInput(field, PlainLine.escaped(text), PlainLine.ALLOWED);
        }
        if (Identifying.find(text).isPresent()) {
            throw new BadInput(
                    field,
                    null,
                    "without a telephone number, address, handle or position: it stays readable"
                            + " for ever");
        }
        return text.strip();
    }

    Verification.Gone run(SqlLedger ledger, Store.Scrub scrub, UUID id) throws IOException {
        var held =
                ledger.find(entry, Viewer.keeper()) // nobody reads what is withheld to erase it
                        .orElseThrow(() -> new BadInput("entry", entry, "in this ledger"));
        var history = ledger.history(held.entry().subject(), Viewer.keeper());
        refuse(held, history);
        var destroyed =
                ledger.destroy(
                                held,
                                rests -> statement(held, id, rests),
                                ofItsPhotographs(held, history, id))
                        .orElseThrow(() ->
                                new BadInput(
                                        "entry",
                                        entry,
                                        "one whose key is here (nobody can read it already)"));
        scrub.run();
        return new Verification.Gone(
                held.seq(),
                destroyed.receipt().recordedAt(),
                (Housekeeping.KeyDestroyed) destroyed.statement().body());
    }

    /// Who takes a report back takes back the photographs that came with it.
    private List<Entry> ofItsPhotographs(Recorded held, List<Recorded> history, UUID id) {
        return held.body() instanceof Warnings.ReportReceived
                ? history.stream()
                        .filter(other -> other.body() instanceof Warnings.ReportAttached)
                        .map(other ->
                                statement(
                                        other,
                                        Ids.subject("erased-with/" + id, "" + other.entry().id()),
                                        Collections.emptySortedMap()))
                        .toList()
                : List.of();
    }

    private Entry statement(Recorded held, UUID id, SortedMap<String, String> rests) {
        return new Entry(
                id,
                held.entry().subject(),
                null,
                null,
                by,
                held.entry().component(),
                Handling.MISSION,
                Origin.hand(),
                null,
                new Housekeeping.KeyDestroyed(held.entry().id(), reason, by, second, rests));
    }

    private void refuse(Recorded held, List<Recorded> history) {
        var statement = Erased.findStatement(history, entry);
        if (statement.isPresent()) {
            throw new BadInput(
                    "entry",
                    entry,
                    "one that was not erased before (this was, on %s by %s)"
                            .formatted(
                                    statement.get().recordedAt(),
                                    statement.get().entry().author()));
        }
        if (!StoredEntry.isProtected(held.entry())) {
            throw new BadInput(
                    "entry",
                    entry,
                    "handled as protection, sealed or withheld: this is %s, and what is open to the whole mission has no key of its own"
                            .formatted(CanonicalJson.code(held.entry().handling())));
        }
        if (held.body() instanceof Housekeeping) {
            throw new BadInput(
                    "entry", entry, "about the world: this one is about the ledger itself");
        }
    }
}
