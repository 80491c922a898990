package org.vigie.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One incident as a picture shows it in a table: the account that holds, with the figures that may
/// be put together.
///
/// @param seq the ledger's entry that this account is
/// @param happenedOn null when the source gives no date
/// @param deaths unknown (all null) when nothing is stated, or when claims compete
/// @param civilians null when not stated
/// @param competing how many figures of different populations or definitions stand side by side; 0
///   when none
/// @param rule how the figure came about
/// @param own what the account that is shown states itself, whatever the rule
/// @param folded the incidents that somebody said are the same and that this one stands for
/// @param handling of the account that is shown
/// @param knownFrom since when the mission has known this account, or the first of those that are
///   folded into it
/// @param recordedAt when the system took the account
public record IncidentRow(
        UUID incident,
        long seq,
        @Nullable Happened happenedOn,
        Site site,
        IncidentKind kind,
        List<Involved> actors,
        Figures deaths,
        @Nullable Integer civilians,
        int competing,
        Rule rule,
        Own own,
        List<Folded> folded,
        String source,
        Handling handling,
        Instant knownFrom,
        Instant recordedAt) {

    public IncidentRow {
        folded = List.copyOf(folded);
    }

    /// The account of an incident that is the same as this one.
    ///
    /// @param seq the ledger's entry that it is
    /// @param deaths as that account states them
    /// @param told who is said to have done what
    public record Folded(UUID incident, long seq, String source, Figures deaths, Told told) {}

    /// The figures of one account.
    ///
    /// @param civilians null when not stated
    public record Own(Figures deaths, @Nullable Integer civilians) {}

    /// What one account says of who was behind an incident, and who may read it.
    public record Told(IncidentKind kind, List<Involved> actors, Handling handling) {}

    /// What the account that is shown says.
    public Told told() {
        return new Told(kind, actors, handling);
    }

    /// This incident and those folded into it: what others may be linked to.
    public List<UUID> incidents() {
        return Stream.concat(Stream.of(incident), folded.stream().map(Folded::incident)).toList();
    }

    /// Whether this is violence against civilians: by its kind, or because civilians are named as
    /// the target.
    public boolean againstCivilians() {
        return kind.againstCivilians()
                || actors.stream()
                        .anyMatch(involved ->
                                involved.role() == Involved.Role.TARGET
                                        && involved.actorClass() == ActorClass.CIVILIANS);
    }

    int weight() {
        var best = deaths.best() == null ? deaths.low() : deaths.best();
        return best == null ? 0 : best;
    }

    long lastDayNumber() {
        return happenedOn == null ? Long.MIN_VALUE + 1 : happenedOn.lastDay().toEpochDay();
    }
}
