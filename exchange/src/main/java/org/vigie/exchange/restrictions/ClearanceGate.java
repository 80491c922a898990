package org.vigie.exchange.restrictions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.imports.Draft;
import org.vigie.exchange.imports.Gate;
import org.vigie.geo.Areas;
import org.vigie.geo.BadInput;
import org.vigie.record.Forces.ClearanceListed;
import org.vigie.record.Happened;
import org.vigie.record.Picture;
import org.vigie.restrict.ClearanceRequest;
import org.vigie.restrict.Clearances;
import org.vigie.restrict.DueDiligence;
import org.vigie.restrict.Restrictions;
import org.vigie.share.Identifying;

/// The gates of a list of requests, which are those of the page: no text that could lead to
/// somebody, nothing from the future, a note verbale on one request only, no force without an
/// assessment in date. What the register says already, as a file that it gave out does, comes in as
/// unchanged.
final class ClearanceGate implements Gate {

    private final Picture known;
    private final List<List<String>> sectors;
    private final Instant now;

    /// The requests of the register by their key; of several the one that came in last.
    private final Map<String, ClearanceRequest> byKey = new HashMap<>();

    /// Those with a note verbale, by it.
    private final Map<String, ClearanceRequest> byNote = new HashMap<>();

    /// @param known all that the ledger holds
    /// @param sectors of the mission, each with all its names; empty where no pack names any
    ClearanceGate(Picture known, List<List<String>> sectors, Instant now) {
        this.known = known;
        this.sectors = List.copyOf(sectors);
        this.now = now;
        for (var request : Restrictions.of(known).requests()) {
            byKey.merge(
                    request.key(), request, (one, other) -> one.seq() > other.seq() ? one : other);
            byNote.put(note(request.terms().noteVerbale()), request);
        }
    }

    private static String note(String noteVerbale) {
        return noteVerbale.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean saidAlready(Draft draft) {
        if (!(draft.body() instanceof ClearanceListed listed)) {
            throw new IllegalStateException("a list of requests holds requests");
        }
        var held = byKey.get(draft.key());
        boolean said = held != null && says(held, draft.happenedOn(), listed);
        if (held != null && held.key().equals(held.id().toString())) {
            if (said) {
                return true;
            }
            throw new BadInput(
                    "request",
                    draft.key(),
                    "as the register says it: it was written on the page and is changed there");
        }
        checkSector(listed.terms().sector());
        checkTexts(draft.key(), listed);
        Clearances.checkMoment("asked", draft.happenedOn(), now);
        Clearances.checkMoment("decided", listed.decidedOn(), now);
        checkNote(draft.key(), listed.terms().noteVerbale());
        checkForce(listed.terms().withForce(), draft.happenedOn());
        return said && decidedOnThePage(held);
    }

    /// Where the mission's pack names sectors, a list names only those, by name, code, alias, or
    /// the name without the word for a sector; empty is not stated.
    private void checkSector(String sector) {
        var plain = plain(sector);
        if (!sector.isEmpty()
                && !sectors.isEmpty()
                && sectors.stream()
                        .flatMap(List::stream)
                        .noneMatch(one -> plain(one).equals(plain))) {
            throw new BadInput(
                    "sector",
                    sector,
                    "empty, or one of "
                            + String.join(", ", sectors.stream().map(List::getFirst).toList()));
        }
    }

    private static String plain(String name) {
        return Areas.folded(name).replaceAll("\\b(sector|secteur)\\b", "").strip();
    }

    /// Whether the word that counts was written on the page: the row of a file that the register
    /// gave out holds it too, and would be a second decision.
    private static boolean decidedOnThePage(@Nullable ClearanceRequest held) {
        return held != null
                && held.findDecision().filter(decision -> decision.seq() != held.seq()).isPresent();
    }

    /// Whether the register says all of a row, by the decision that counts.
    private static boolean says(
            ClearanceRequest held, @Nullable Happened asked, ClearanceListed listed) {
        var decision = held.findDecision().orElse(null);
        return held.kind().equals(listed.clearanceKind())
                && held.asset().equals(listed.asset())
                && held.site().name().equals(listed.site().name())
                && Objects.equals(held.site().position(), listed.site().position())
                && held.terms().equals(listed.terms())
                && Objects.equals(held.asked(), asked)
                && held.note().equals(listed.note())
                && (decision == null
                        ? listed.outcome() == null
                        : decision.outcome() == listed.outcome()
                                && Objects.equals(decision.on(), listed.decidedOn())
                                && decision.reason().equals(listed.reason()));
    }

    private static void checkTexts(String key, ClearanceListed listed) {
        var terms = listed.terms();
        checkText("request", key);
        checkText("note_verbale", terms.noteVerbale());
        checkText("sector", terms.sector());
        checkText("place", listed.site().name());
        checkText("reason", listed.reason());
        checkText("with_force", terms.withForce());
        checkText("source", terms.basis());
        checkText("note", listed.note());
    }

    private static void checkText(String column, String text) {
        if (Identifying.find(text).isPresent()) {
            throw new BadInput(
                    column,
                    text,
                    "without telephone number, address, handle or position: take out whatever"
                            + " could lead to somebody");
        }
    }

    private void checkNote(String key, String note) {
        var other = note.isBlank() ? null : byNote.get(note(note));
        if (other != null && !other.key().equals(key)) {
            throw new BadInput(
                    "note_verbale",
                    note,
                    "the reference of one request, and stands on request #"
                            + other.seq()
                            + " of the register");
        }
    }

    private void checkForce(String force, @Nullable Happened asked) {
        if (!force.isEmpty()
                && DueDiligence.of(known, force, day(asked))
                        instanceof DueDiligence.Refused refused) {
            throw new BadInput(
                    "with_force",
                    force,
                    "a force with an assessment in date that allows it: " + refused.reason());
        }
    }

    private LocalDate day(@Nullable Happened asked) {
        return asked == null ? LocalDate.ofInstant(now, ZoneOffset.UTC) : asked.lastDay();
    }
}
