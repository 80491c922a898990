package org.vigie.assess;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vigie.record.Facts;
import org.vigie.record.Figures;
import org.vigie.record.Housekeeping;
import org.vigie.record.IncidentRow;
import org.vigie.record.Ledger;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Standpoint;

/// Who said what of the dead of an incident, when; what became of each saying; and which rule made
/// the figure that a picture shows.
///
/// @param row the incident as the picture has it; empty when no account of it holds
/// @param said every entry that states, takes back or decides a figure, oldest first
public record FigureHistory(Optional<IncidentRow> row, Rule rule, List<Said> said) {

    public FigureHistory {
        said = List.copyOf(said);
    }

    /// How the figure came about.
    public enum Rule {
        /// Nobody states a figure, or no account holds.
        NONE,
        /// The account that holds states its own; claims beside it do not change it.
        OWN_ACCOUNT,
        /// One claim alone.
        ONE_CLAIM,
        /// Claims of one measure, population and definition: lowest to highest, and a best estimate
        /// only where all agree on it.
        RANGE,
        /// Claims that must not be put together: there is no overall figure.
        SIDE_BY_SIDE
    }

    /// What became of a saying at the moment asked about.
    public enum State {
        HOLDS,
        SUPERSEDED,
        TAKEN_BACK,
        /// Known or recorded only later.
        NOT_YET
    }

    /// One saying.
    ///
    /// @param figures none for an entry that takes back or decides
    /// @param text the population and definition of a claim, or a reason
    public record Said(
            Recorded recorded, String source, Figures figures, String text, State state) {}

    /// The history of an incident's figure, seen from a standpoint; later entries are in it, marked
    /// as such.
    public static FigureHistory of(UUID incident, Standpoint at, Ledger ledger) throws IOException {
        var picture = ledger.asOf(at.known(), at.recorded(), at.viewer());
        var entries = ledger.history(incident, at.viewer());
        var row = picture.incidents().find(incident);
        var judge = new Judge(picture, row, entries);
        var said = new ArrayList<Said>();
        for (var recorded : entries) {
            said(recorded, judge.state(recorded)).ifPresent(said::add);
        }
        return new FigureHistory(row, judge.rule(), said);
    }

    private static Optional<Said> said(Recorded recorded, State state) {
        return switch (recorded.body()) {
            case Facts.IncidentReported account ->
                    Optional.of(
                            new Said(
                                    recorded,
                                    account.source(),
                                    account.deaths() == null
                                            ? Figures.NONE
                                            : account.deaths().total(),
                                    account.sourceKey(),
                                    state));
            case Facts.ClaimMade made ->
                    Optional.of(
                            new Said(
                                    recorded,
                                    made.claim().source(),
                                    made.claim().figures(),
                                    String.join(
                                            "; ",
                                            made.claim().measure(),
                                            made.claim().population(),
                                            made.claim().definition()),
                                    state));
            case Facts.IncidentRetracted retracted ->
                    Optional.of(
                            new Said(
                                    recorded,
                                    retracted.source(),
                                    Figures.NONE,
                                    retracted.reason(),
                                    state));
            case Facts.ClaimRetracted retracted ->
                    Optional.of(new Said(recorded, "", Figures.NONE, retracted.reason(), state));
            case Facts.RuleChosen chosen ->
                    Optional.of(
                            new Said(
                                    recorded,
                                    "",
                                    Figures.NONE,
                                    chosen.rule() + ": " + chosen.reason(),
                                    state));
            default -> Optional.empty();
        };
    }

    /// What became of each entry, and so which rule there was to apply.
    private static final class Judge {

        private final Picture picture;
        private final Optional<IncidentRow> row;
        private final Set<UUID> visible = new HashSet<>();
        private final Set<UUID> undone = new HashSet<>();
        private final Map<UUID, Recorded> superseding = new HashMap<>();
        private final List<Recorded> entries;

        Judge(Picture picture, Optional<IncidentRow> row, List<Recorded> entries) {
            this.picture = picture;
            this.row = row;
            this.entries = entries;
            for (var undoing : picture.entries(Housekeeping.ImportUndone.class)) {
                var opened = undoing.entry().supersedes();
                if (opened != null) {
                    undone.add(opened);
                }
            }
            for (var recorded : entries) {
                var older = recorded.entry().supersedes();
                if (older != null && !late(recorded)) {
                    superseding.put(older, recorded);
                }
            }
            if (!entries.isEmpty()) {
                picture.about(entries.getFirst().entry().subject())
                        .forEach(recorded -> visible.add(recorded.entry().id()));
            }
        }

        State state(Recorded recorded) {
            if (late(recorded)) {
                return State.NOT_YET;
            }
            var importId = recorded.entry().origin().importId();
            if (importId != null && undone.contains(importId)) {
                return State.TAKEN_BACK;
            }
            boolean holds =
                    recorded.body() instanceof Facts.IncidentReported
                            ? row.isPresent() && row.get().seq() == recorded.seq()
                            : visible.contains(recorded.entry().id());
            if (holds) {
                return State.HOLDS;
            }
            var by = superseding.get(recorded.entry().id());
            boolean retracted =
                    by != null
                            && (by.body() instanceof Facts.IncidentRetracted
                                    || by.body() instanceof Facts.ClaimRetracted);
            return retracted || (by == null && row.isEmpty()) ? State.TAKEN_BACK : State.SUPERSEDED;
        }

        private boolean late(Recorded recorded) {
            return recorded.knownAt().isAfter(picture.knownAsOf())
                    || recorded.recordedAt().isAfter(picture.recordedAsOf());
        }

        Rule rule() {
            if (row.isEmpty()) {
                return Rule.NONE;
            }
            boolean own =
                    entries.stream()
                            .filter(recorded -> recorded.seq() == row.get().seq())
                            .anyMatch(recorded ->
                                    recorded.body() instanceof Facts.IncidentReported account
                                            && account.deaths() != null);
            if (own) {
                return Rule.OWN_ACCOUNT;
            }
            if (row.get().competing() > 0) {
                return Rule.SIDE_BY_SIDE;
            }
            long claims =
                    entries.stream()
                            .filter(recorded ->
                                    recorded.body() instanceof Facts.ClaimMade made
                                            && made.claim().ofDeath())
                            .filter(recorded -> state(recorded) == State.HOLDS)
                            .count();
            return row.get().deaths().empty()
                    ? Rule.NONE
                    : claims == 1 ? Rule.ONE_CLAIM : Rule.RANGE;
        }
    }
}
