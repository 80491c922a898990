package org.vigie.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Saying;

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
    private final Map<String, Reach> lifted = new HashMap<>();

    Parties(Collection<Reach.Can> others, Task task, LightHours light) {
        this.others = others.stream().sorted(SOONEST_FIRST).toList();
        this.task = task;
        this.light = light;
    }

    /// The ways in which one unit could go; none when nobody can be its companion.
    List<Party> of(Reach.Can can) {
        var found = new ArrayList<Party>();
        complete(new Party(List.of(can)), found, objection -> {});
        return found;
    }

    /// Why one that could go has no way to go: what stops each of those who could be its companions
    /// from being that, or that nobody could be one.
    List<Objection> whyNot(Reach.Can can) {
        var objections = new LinkedHashSet<Objection>();
        complete(new Party(List.of(can)), new ArrayList<>(), objections::add);
        return List.copyOf(objections);
    }

    private void complete(Party party, List<Party> found, Consumer<Objection> objections) {
        if (found.stream().anyMatch(other -> other.asGoodAs(party))) {
            return;
        }
        var lacking = lacking(party.members());
        if (lacking == null) {
            var against = against(party);
            if (!against.isEmpty()) {
                against.forEach(objections);
                return;
            }
            found.removeIf(party::asGoodAs);
            found.add(party);
            return;
        }
        if (party.members().size() == SIZE_MAX) {
            objections.accept(
                    Companions.objection(Saying.of(PlanWords.TOO_MANY_ALONG, SIZE_MAX - 1)));
            return;
        }
        boolean somebody = false;
        for (var other : others) {
            if (other.unit().offers(lacking) && !party.includes(other.unit().code())) {
                somebody = true;
                with(party, other, objections).ifPresent(more -> complete(more, found, objections));
            }
        }
        if (!somebody) {
            objections.accept(Companions.nobody(party, lacking));
        }
    }

    /// What keeps those from going together who lack nobody. A member that would have to fetch from
    /// two bases: each arrival is worked out as if it flew for nobody else. Something that closes
    /// to a member before all of them are there, or a word of the host state that ends.
    private List<Objection> against(Party party) {
        if (party.members().size() == 1) {
            return List.of();
        }
        var objections = new ArrayList<Objection>();
        for (var member : party.members()) {
            var unit = member.unit();
            if (party.fetchedBy(unit.code()).size() > 1) {
                objections.add(Companions.fetchesFromTwo(unit, party));
            }
            if (!unit.lifted()) {
                Meanwhile.stops(party.earliest(), unit, task).stream()
                        .map(one -> Companions.of(one, unit, party))
                        .forEach(objections::add);
            }
        }
        return objections;
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
    private Optional<Party> with(Party party, Reach.Can other, Consumer<Objection> objections) {
        var more = new ArrayList<Reach.Can>();
        for (var member : party.members()) {
            if (member.unit().isLiftedBy(other.unit())) {
                switch (carried(member.unit(), other.unit())) {
                    case Reach.Can carried -> more.add(carried);
                    case Reach.Cannot cannot -> {
                        cannot.objections().forEach(objections);
                        return Optional.empty();
                    }
                }
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
            switch (carried(other.unit(), carrier.get().unit())) {
                case Reach.Can carried -> more.add(carried);
                case Reach.Cannot cannot -> {
                    cannot.objections().forEach(objections);
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new Party(more));
    }

    /// Asked for again and again in a search, and the same each time.
    private Reach carried(Unit unit, Unit lift) {
        return lifted.computeIfAbsent(
                unit.code() + " by " + lift.code(),
                pair -> CarrierRules.inTime(unit, lift, task, light));
    }
}
