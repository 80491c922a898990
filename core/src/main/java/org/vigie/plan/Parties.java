package org.vigie.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds with whom a unit could go.
///
/// Of all companions only those are kept than whom no others are as soon, as sure and as few; a
/// search that has found a good party gives up every beginning that cannot become a better one.
final class Parties {

    /// A unit, its lift, the lift's escort and one more: what needs more is no quick help.
    static final int SIZE_MAX = 4;

    private static final Comparator<Reach.Can> SOONEST_FIRST =
            Comparator.comparing(Reach.Can::earliest)
                    .thenComparing(Reach.Can::latest)
                    .thenComparing(can -> can.unit().code());

    private final List<Reach.Can> others;
    private final Task task;
    private final LightHours light;
    private final Map<String, Optional<Reach.Can>> lifted = new HashMap<>();

    Parties(Collection<Reach.Can> others, Task task, LightHours light) {
        this.others = others.stream().sorted(SOONEST_FIRST).toList();
        this.task = task;
        this.light = light;
    }

    /// The ways in which one unit could go; none when nobody can be its companion.
    List<Party> of(Reach.Can can) {
        var found = new ArrayList<Party>();
        complete(new Party(List.of(can)), found);
        return found;
    }

    private void complete(Party party, List<Party> found) {
        if (found.stream().anyMatch(other -> other.asGoodAs(party))) {
            return;
        }
        var lacking = lacking(party.members());
        if (lacking == null) {
            if (fetchesFromTwoBases(party) || closesBefore(party)) {
                return;
            }
            found.removeIf(party::asGoodAs);
            found.add(party);
            return;
        }
        if (party.members().size() == SIZE_MAX) {
            return;
        }
        for (var other : others) {
            if (other.unit().offers(lacking) && !party.includes(other.unit().code())) {
                with(party, other).ifPresent(more -> complete(more, found));
            }
        }
    }

    /// Whether a member would have to fetch others from two bases: each arrival is worked out as if
    /// it flew for nobody else.
    private static boolean fetchesFromTwoBases(Party party) {
        return party.members().stream()
                .anyMatch(member -> party.fetchedBy(member.unit().code()).size() > 1);
    }

    /// Whether something closes to a member before all of them are there, or the host state's word
    /// ends: they go together.
    private boolean closesBefore(Party party) {
        var there = task.when().plus(party.earliest());
        var closed =
                task.conditions().limits().closed().stream()
                        .filter(area -> area.begun(there))
                        .toList();
        return party.members().size() > 1
                && party.members().stream()
                        .map(Reach.Can::unit)
                        .filter(unit -> !unit.lifted())
                        .anyMatch(unit ->
                                Rules.hostStateLetsIt(unit, task, there).isPresent()
                                        || closed.stream()
                                                .anyMatch(area ->
                                                        area.bars(unit, task, there).isPresent()));
    }

    /// The first capability that a member does not go without and that no other member has; null
    /// when nothing is lacking.
    static @Nullable String lacking(List<Reach.Can> members) {
        for (var member : members) {
            for (var word : member.companions()) {
                boolean there =
                        members.stream()
                                .filter(other -> !other.unit().equals(member.unit()))
                                .anyMatch(other -> other.unit().offers(word));
                if (!there) {
                    return word;
                }
            }
        }
        return null;
    }

    /// The party with one more; those whom it lifts arrive when it brings them.
    private Optional<Party> with(Party party, Reach.Can other) {
        var more = new ArrayList<Reach.Can>();
        for (var member : party.members()) {
            if (member.unit().isLiftedBy(other.unit())) {
                var carried = carried(member.unit(), other.unit());
                if (carried.isEmpty()) {
                    return Optional.empty();
                }
                more.add(carried.get());
            } else {
                more.add(member);
            }
        }
        var carrier =
                party.members().stream()
                        .filter(member -> other.unit().isLiftedBy(member.unit()))
                        .findFirst();
        if (carrier.isEmpty()) {
            more.add(other);
        } else {
            // It escorts the helicopters that carry it.
            var carried = carried(other.unit(), carrier.get().unit());
            if (carried.isEmpty()) {
                return Optional.empty();
            }
            more.add(carried.get());
        }
        return Optional.of(new Party(more));
    }

    /// Asked for again and again in a search, and the same each time.
    private Optional<Reach.Can> carried(Unit unit, Unit lift) {
        return lifted.computeIfAbsent(
                unit.code() + " by " + lift.code(),
                pair ->
                        Journey.lifted(unit, lift, task, light)
                                .filter(can -> task.inTime(can.earliest())));
    }
}
