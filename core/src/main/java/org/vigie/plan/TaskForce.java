package org.vigie.plan;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vigie.record.Forces.Part;

/// A mobile task force for one place: the best unit for each of its six parts, or why there is
/// none.
///
/// What it means to an officer: the six parts stand in different sectors and are brought together
/// for one task. The force is there when the slowest part is there. A part that is missing is
/// named; it is not assumed away.
///
/// Source of the six parts: the concept of MINUSMA's mobile task force (2021): air-mobile combat
/// units, intelligence and reconnaissance, explosive ordnance disposal, forward surgical teams,
/// attack and transport helicopters.
///
/// @param parts one for each of the six, in that order
public record TaskForce(List<Filling> parts) {

    /// The six parts.
    public static final List<Part> PARTS =
            List.of(
                    Part.QUICK_REACTION,
                    Part.ISR,
                    Part.EOD,
                    Part.SURGICAL,
                    Part.ATTACK_HELICOPTER,
                    Part.TRANSPORT_HELICOPTER);

    /// One part of it.
    public sealed interface Filling {
        Part part();

        /// By this unit, with its companions.
        record Filled(Part part, Reach.Can unit, Option with) implements Filling {}

        /// By nobody.
        ///
        /// @param why the units of this part that cannot go; empty when the register has none
        record Missing(Part part, List<Reach.Cannot> why) implements Filling {
            public Missing {
                why = List.copyOf(why);
            }
        }
    }

    public TaskForce {
        parts = List.copyOf(parts);
    }

    static TaskForce of(List<Party> parties, Collection<Reach.Cannot> excluded) {
        return new TaskForce(PARTS.stream().map(part -> fill(part, parties, excluded)).toList());
    }

    /// The parts that nobody fills.
    public List<Part> missing() {
        return parts.stream().filter(Filling.Missing.class::isInstance).map(Filling::part).toList();
    }

    public boolean complete() {
        return missing().isEmpty();
    }

    /// The part that everybody waits for; empty when nobody can go.
    public Optional<Filling.Filled> findSlowest() {
        return filled().max(Comparator.comparing((Filling.Filled one) -> one.with().earliest()));
    }

    /// When all parts that can come are there; whether that is the whole force is said by
    /// [#complete].
    public Optional<Duration> findEarliest() {
        return filled().map(one -> one.with().earliest()).max(Duration::compareTo);
    }

    /// As above, by when nearly always.
    public Optional<Duration> findLatest() {
        return filled().map(one -> one.with().latest()).max(Duration::compareTo);
    }

    private java.util.stream.Stream<Filling.Filled> filled() {
        return parts.stream()
                .filter(Filling.Filled.class::isInstance)
                .map(Filling.Filled.class::cast);
    }

    private static Filling fill(Part part, List<Party> parties, Collection<Reach.Cannot> excluded) {
        var best =
                parties.stream()
                        .filter(party -> party.unit().unit().part() == part)
                        .min(Party.SOONEST_FIRST);
        return best.isPresent()
                ? new Filling.Filled(part, best.get().unit(), Option.of(best.get()))
                : new Filling.Missing(
                        part,
                        excluded.stream().filter(cannot -> cannot.unit().part() == part).toList());
    }
}
