package org.vigie.assess;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Facts;
import org.vigie.record.Figures;
import org.vigie.record.Housekeeping;
import org.vigie.record.IncidentRow;
import org.vigie.record.Ledger;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Rule;
import org.vigie.record.SameIncident;
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
    /// @param figures none where none is stated, and for an entry that takes back or links
    /// @param text the population and definition of a claim, or a reason
    public record Said(
            Recorded recorded, String source, Figures figures, String text, State state) {

        /// Whether it is one that could state a figure: "unknown" of a link would be nonsense.
        public boolean ofFigures() {
            return recorded.body() instanceof Facts.IncidentReported
                    || recorded.body() instanceof Facts.ClaimMade
                    || !figures.equals(Figures.NONE);
        }
    }

    /// The history of an incident's figure, seen from a standpoint; later entries are in it, marked
    /// as such.
    public static FigureHistory of(UUID incident, Standpoint at, Ledger ledger) throws IOException {
        var picture = ledger.asOf(at.known(), at.recorded(), at.viewer());
        var row = find(incident, picture);
        var incidents = new LinkedHashSet<>(List.of(incident));
        row.ifPresent(shown -> incidents.addAll(shown.incidents()));
        var entries = new ArrayList<Recorded>();
        for (var member : incidents) {
            entries.addAll(ledger.history(member, at.viewer()));
        }
        entries.sort(Comparator.comparingLong(Recorded::seq));
        var judge = new Judge(picture, row, entries);
        var said = new ArrayList<Said>();
        for (var recorded : entries) {
            said(recorded, judge.state(recorded)).ifPresent(said::add);
        }
        return new FigureHistory(row, row.map(IncidentRow::rule).orElse(Rule.NONE), said);
    }

    /// Without what was known or recorded only later: what could be read at that moment.
    public FigureHistory asOfThen() {
        return new FigureHistory(
                row, rule, said.stream().filter(one -> one.state() != State.NOT_YET).toList());
    }

    /// The incident, also where its own account is gone and one that was said to be the same stands
    /// for it.
    private static Optional<IncidentRow> find(UUID incident, Picture picture) {
        var seen = new LinkedHashSet<UUID>(List.of(incident));
        for (var next = new ArrayDeque<>(seen); !next.isEmpty(); ) {
            var member = next.remove();
            var row = picture.incidents().find(member);
            if (row.isPresent()) {
                return row;
            }
            for (var recorded : picture.entries(Facts.Linked.class)) {
                if (recorded.body() instanceof Facts.Linked link
                        && link.relation().equals(SameIncident.SAME)) {
                    var subject = recorded.entry().subject();
                    if (subject.equals(member) && seen.add(link.other())) {
                        next.add(link.other());
                    } else if (link.other().equals(member) && seen.add(subject)) {
                        next.add(subject);
                    }
                }
            }
        }
        return Optional.empty();
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
                                    chosen.figures() == null ? Figures.NONE : chosen.figures(),
                                    chosen.rule() + order(chosen) + ": " + chosen.reason(),
                                    state));
            case Facts.Linked link when SameIncident.concerns(link) ->
                    Optional.of(
                            new Said(
                                    recorded,
                                    "",
                                    Figures.NONE,
                                    link.relation() + ": " + link.basis(),
                                    state));
            case Facts.Parted parted ->
                    Optional.of(new Said(recorded, "", Figures.NONE, parted.reason(), state));
            default -> Optional.empty();
        };
    }

    private static String order(Facts.RuleChosen chosen) {
        return chosen.sources().isEmpty() ? "" : " (" + String.join(" > ", chosen.sources()) + ")";
    }

    /// What became of each entry, and so which rule there was to apply.
    private static final class Judge {

        private final Picture picture;
        private final Optional<IncidentRow> row;
        private final Set<UUID> visible = new HashSet<>();
        private final Set<UUID> undone = new HashSet<>();
        private final Map<UUID, Recorded> superseding = new HashMap<>();
        private final Set<Long> holding = new HashSet<>();
        private @Nullable Recorded rule;

        Judge(Picture picture, Optional<IncidentRow> row, List<Recorded> entries) {
            this.picture = picture;
            this.row = row;
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
            entries.stream()
                    .map(recorded -> recorded.entry().subject())
                    .distinct()
                    .flatMap(subject -> picture.about(subject).stream())
                    .forEach(recorded -> visible.add(recorded.entry().id()));
            row.ifPresent(incident -> {
                holding.add(incident.seq());
                incident.folded().forEach(folded -> holding.add(folded.seq()));
            });
            for (var recorded : entries) {
                if (recorded.body() instanceof Facts.RuleChosen
                        && visible.contains(recorded.entry().id())
                        && (rule == null || !recorded.knownAt().isBefore(rule.knownAt()))) {
                    rule = recorded;
                }
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
            if (holds(recorded)) {
                return State.HOLDS;
            }
            var by = superseding.get(recorded.entry().id());
            boolean retracted =
                    by != null
                            && (by.body() instanceof Facts.IncidentRetracted
                                    || by.body() instanceof Facts.Parted
                                    || by.body() instanceof Facts.ClaimRetracted);
            boolean chosenBefore =
                    recorded.body() instanceof Facts.RuleChosen
                            && visible.contains(recorded.entry().id());
            return retracted || (by == null && row.isEmpty() && !chosenBefore)
                    ? State.TAKEN_BACK
                    : State.SUPERSEDED;
        }

        /// Of rules the one that was chosen last holds.
        private boolean holds(Recorded recorded) {
            return switch (recorded.body()) {
                case Facts.IncidentReported account -> holding.contains(recorded.seq());
                case Facts.RuleChosen chosen -> recorded.equals(rule);
                default -> visible.contains(recorded.entry().id());
            };
        }

        private boolean late(Recorded recorded) {
            return recorded.knownAt().isAfter(picture.knownAsOf())
                    || recorded.recordedAt().isAfter(picture.recordedAsOf());
        }
    }
}
