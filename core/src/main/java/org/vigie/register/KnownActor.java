package org.vigie.register;

import java.util.List;
import org.vigie.record.ActorClass;

/// An actor as a register has it on its day.
///
/// @param aliases other names and spellings under which it is found
/// @param factionOf codes of what it belonged to on the day
/// @param factions codes of what belonged to it on the day
/// @param relations that concern it, in order of their beginning
/// @param labels what others call it, with who says so
/// @param seq of the ledger's entry that holds
public record KnownActor(
        String code,
        String name,
        List<String> aliases,
        ActorClass actorClass,
        Period period,
        List<String> factionOf,
        List<String> factions,
        List<Relation> relations,
        List<Label> labels,
        String basis,
        String note,
        long seq) {

    public KnownActor {
        aliases = List.copyOf(aliases);
        factionOf = List.copyOf(factionOf);
        factions = List.copyOf(factions);
        relations = List.copyOf(relations);
        labels = List.copyOf(labels);
    }

    /// What somebody calls an actor.
    ///
    /// @param by code of the actor or source that says so
    /// @param holds on the register's day
    public record Label(
            String label,
            String by,
            Period period,
            boolean holds,
            String basis,
            String note,
            long seq) {}

    /// Whether more than one label was in use for it on the day.
    public boolean contested() {
        return labels.stream().filter(Label::holds).map(Label::label).distinct().count() > 1;
    }
}
