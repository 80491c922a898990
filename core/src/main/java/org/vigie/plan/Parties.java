package org.vigie.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Saying;

/// Finds with whom a unit could go.
///
/// Of all companions only those are kept than whom no others are as soon, as sure and as few; a
/// search that has found a good party gives up every beginning that cannot become a better one. As
/// long as nobody is chosen to carry somebody, the times are the best that any lift could give: so
/// what is given up could not have become better. Where two parties together would have one
/// helicopter fetch from two bases, [Cover] asks again with one of these fetches banned.
final class Parties {

    /// A unit, its lift, the lift's escort and one more: what needs more is no quick help.
    static final int SIZE_MAX = 4;

    private static final Comparator<Reach.Can> SOONEST_FIRST =
            Comparator.comparing(Reach.Can::earliest)
                    .thenComparing(Reach.Can::latest)
                    .thenComparing(can -> can.unit().code())
                    .thenComparing(can -> can.unit().mode());

    private final List<Reach.Can> others;
    private final Task task;
    private final LightHours light;
    private final Set<Fetch> banned;
    private final boolean eachLift;
    private final Map<String, Reach> lifted;
    private final Map<String, Optional<Reach.Can>> waiting = new HashMap<>();

    /// @param ground the task and its light
    /// @param banned fetches that no party may have
    Parties(Collection<Reach.Can> others, Ground ground, Set<Fetch> banned) {
        this.others = others.stream().sorted(SOONEST_FIRST).toList();
        this.task = ground.task();
        this.light = ground.light();
        this.lifted = ground.lifted();
        this.eachLift = ground.eachLift();
        this.banned = banned;
    }

    /// What several searches for one task share.
    ///
    /// @param lifted who is carried by whom and when, as far as it was worked out
    /// @param eachLift whether a way by another lift is kept though it is later: for who asks for
    ///   more than the arrival
    record Ground(Task task, LightHours light, Map<String, Reach> lifted, boolean eachLift) {}

    /// The ways in which one unit could go; none when nobody can be its companion.
    ///
    /// @param means the unit by each of the means that the rules allow it
    List<Party> of(List<Reach.Can> means) {
        var found = new ArrayList<Party>();
        means.forEach(can -> begin(can, found, objection -> {}));
        return found;
    }

    /// Why one that could go has no way to go: what stops each of those who could be its companions
    /// from being that, or that nobody could be one.
    List<Objection> whyNot(List<Reach.Can> means) {
        var objections = new LinkedHashSet<Objection>();
        means.forEach(can -> begin(can, new ArrayList<>(), objections::add));
        return List.copyOf(objections);
    }

    private void begin(Reach.Can can, List<Party> found, Consumer<Objection> objections) {
        ready(new Party(List.of(can)), can, objections)
                .ifPresent(first -> complete(new Party(List.of(first)), found, objections));
    }

    private void complete(Party party, List<Party> found, Consumer<Objection> objections) {
        if (found.stream().anyMatch(other -> isAsGood(other, party))) {
            return;
        }
        var waits = party.findWaiting();
        if (waits.isPresent()) {
            carry(party, waits.get(), found, objections);
            return;
        }
        var lacking = lacking(party.members());
        if (lacking == null) {
            var against = against(party);
            if (!against.isEmpty()) {
                against.forEach(objections);
                return;
            }
            found.removeIf(other -> isAsGood(party, other));
            found.add(party);
            return;
        }
        boolean somebody = false;
        for (var other : others) {
            if (other.unit().offers(lacking) && !party.includes(other.unit().code())) {
                somebody = true;
                if (isFull(party, objections)) {
                    return;
                }
                ready(party, other, objections)
                        .ifPresent(more -> complete(party.and(more), found, objections));
            }
        }
        if (!somebody) {
            objections.accept(Companions.nobody(party, lacking));
        }
    }

    private boolean isAsGood(Party one, Party other) {
        return one.asGoodAs(other) && (!eachLift || one.sparesLiftsOf(other));
    }

    /// Who waits for a lift is carried by each of those who could, those who come along already
    /// before others.
    private void carry(
            Party party, Reach.Can waits, List<Party> found, Consumer<Objection> objections) {
        for (var lift : party.members()) {
            if (waits.unit().isLiftedBy(lift.unit())) {
                fly(party, waits, lift, objections)
                        .ifPresent(more -> complete(more, found, objections));
            }
        }
        for (var lift : others) {
            if (waits.unit().isLiftedBy(lift.unit()) && !party.includes(lift.unit().code())) {
                if (isFull(party, objections)) {
                    return;
                }
                fly(party, waits, lift, objections)
                        .ifPresent(more -> complete(more.and(lift), found, objections));
            }
        }
    }

    private static boolean isFull(Party party, Consumer<Objection> objections) {
        if (party.members().size() < SIZE_MAX) {
            return false;
        }
        objections.accept(Companions.objection(Saying.of(PlanWords.TOO_MANY_ALONG, SIZE_MAX - 1)));
        return true;
    }

    /// The party with one of them carried by this lift, unless that would have to fetch from two
    /// bases: each arrival is worked out as if it flew for nobody else.
    private Optional<Party> fly(
            Party party, Reach.Can waits, Reach.Can lift, Consumer<Objection> objections) {
        var fetch = new Fetch(lift.unit().code(), waits.unit().base().code());
        if (banned.contains(fetch)) {
            return Optional.empty();
        }
        return switch (carried(waits.unit(), lift.unit())) {
            case Reach.Cannot cannot -> {
                cannot.objections().stream()
                        .map(one -> Companions.carrying(one, waits.unit(), party))
                        .forEach(objections);
                yield Optional.empty();
            }
            case Reach.Can carried -> {
                var more = party.with(carried);
                if (more.fetchedBy(lift.unit().code()).size() > 1) {
                    objections.accept(Companions.fetchesFromTwo(lift.unit(), more));
                    yield Optional.empty();
                }
                yield Optional.of(more);
            }
        };
    }

    /// What keeps those from going together who lack nobody: something that closes to a member
    /// before all of them are there, or a word of the host state that ends.
    private List<Objection> against(Party party) {
        if (party.members().size() == 1) {
            return List.of();
        }
        var objections = new ArrayList<Objection>();
        for (var member : party.members()) {
            if (member.carrier() == null) {
                Meanwhile.stops(party.earliest(), member.unit(), task).stream()
                        .map(one -> Companions.of(one, member.unit(), party))
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

    /// One as it would join a party. Who needs a lift joins as early and as surely as any of the
    /// lifts could bring it; where none can, each says why.
    private Optional<Reach.Can> ready(Party party, Reach.Can can, Consumer<Objection> objections) {
        if (!can.waits()) {
            return Optional.of(can);
        }
        var ready = waiting.computeIfAbsent(key(can.unit()), unit -> atBest(can));
        if (ready.isEmpty()) {
            boolean somebody = false;
            for (var lift : others) {
                if (can.unit().isLiftedBy(lift.unit())) {
                    somebody = true;
                    fly(party, can, lift, objections);
                }
            }
            if (!somebody) {
                objections.accept(Companions.noLift(party, can.unit()));
            }
        }
        return ready;
    }

    private Optional<Reach.Can> atBest(Reach.Can can) {
        @Nullable Duration earliest = null;
        @Nullable Duration latest = null;
        for (var lift : others) {
            if (can.unit().isLiftedBy(lift.unit())
                    && carried(can.unit(), lift.unit()) instanceof Reach.Can carried) {
                earliest = sooner(earliest, carried.earliest());
                latest = sooner(latest, carried.latest());
            }
        }
        return earliest == null || latest == null
                ? Optional.empty()
                : Optional.of(can.between(earliest, latest));
    }

    private static Duration sooner(@Nullable Duration one, Duration other) {
        return one == null || other.compareTo(one) < 0 ? other : one;
    }

    /// Asked for again and again in a search, and the same each time.
    private Reach carried(Unit unit, Unit lift) {
        return lifted.computeIfAbsent(
                key(unit) + " by " + key(lift),
                pair -> CarrierRules.inTime(unit, lift, task, light));
    }

    private static String key(Unit unit) {
        return unit.code() + " " + unit.mode();
    }
}
