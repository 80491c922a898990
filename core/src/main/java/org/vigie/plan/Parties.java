package org.vigie.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Saying;

/// Finds with whom a unit could go.
///
/// Of all companions only those are kept than whom no others are as soon, as sure and as few; a
/// search that has found a good party gives up every beginning that cannot become a better one. As
/// long as nobody is chosen to carry somebody, the times are the best that any lift could give: so
/// what is given up could not have become better. Where two parties together would have one
/// helicopter fetch from two bases, [Cover] asks for each that fetches otherwise. After
/// [Steps#LEADER_MAX] steps the search for one unit is ended, and says so.
final class Parties {

    /// A unit, its lift, the lift's escort and one more: what needs more is no quick help.
    static final int SIZE_MAX = 4;

    /// So many parties are compared in the time of one step.
    private static final int FOUND_PER_STEP = 16;

    private static final Comparator<Reach.Can> SOONEST_FIRST =
            Comparator.comparing(Reach.Can::earliest)
                    .thenComparing(Reach.Can::latest)
                    .thenComparing(can -> can.unit().code())
                    .thenComparing(can -> can.unit().mode());

    private final List<Reach.Can> others;
    private final Map<String, List<Reach.Can>> byWord = new HashMap<>();
    private final Ground ground;
    private final Steps whole;
    private final IdentityHashMap<Unit, Waiting> waiting = new IdentityHashMap<>();

    /// Of the unit whose companions are looked for now.
    private Steps steps;

    /// @param others who could come along
    Parties(Collection<Reach.Can> others, Ground ground, Steps whole) {
        this.others = others.stream().sorted(SOONEST_FIRST).toList();
        this.ground = ground;
        this.whole = whole;
        this.steps = whole;
    }

    /// Which ways of one unit are kept though another is as soon, as sure and as small.
    enum Keep {
        NONE,

        /// By another lift: for who asks for more than the arrival.
        EACH_LIFT,

        /// By another lift, or fetched from another base.
        EACH_FETCH
    }

    /// What is searched.
    ///
    /// @param within what is given up when it does not hold; it holds no longer once it does not
    /// @param from the one base from which some helicopters may fetch, by their codes
    record Ground(Lifts lifts, Keep keep, Predicate<Party> within, Map<String, String> from) {

        Ground(Lifts lifts, Keep keep) {
            this(lifts, keep, party -> true, Map.of());
        }
    }

    /// Who needs a lift.
    ///
    /// @param ready as early and as surely as any of the lifts could bring it; empty when none can
    /// @param lifts all that could carry it by what they are
    private record Waiting(Optional<Reach.Can> ready, List<Reach.Can> lifts) {}

    /// The ways in which one unit could go; none when nobody can be its companion. Whether all were
    /// gone through says [#wasCut] afterwards.
    ///
    /// @param means the unit by each of the means that the rules allow it
    List<Party> of(List<Reach.Can> means) {
        steps = whole.some(Steps.LEADER_MAX);
        var found = new ArrayList<Party>();
        means.forEach(can -> begin(can, found, null));
        return found;
    }

    /// Why one that could go has no way to go: what stops each of those who could be its companions
    /// from being that, or that nobody could be one.
    List<Objection> whyNot(List<Reach.Can> means) {
        steps = whole.some(Steps.LEADER_MAX);
        var objections = new LinkedHashSet<Objection>();
        means.forEach(can -> begin(can, new ArrayList<>(), objections::add));
        if (wasCut()) {
            objections.add(Companions.undecided());
        }
        return List.copyOf(objections);
    }

    /// Whether the last search was ended for want of steps.
    boolean wasCut() {
        return steps.spent();
    }

    /// When one could be there at best; empty when it needs a lift and none can carry it.
    Optional<Duration> notBefore(List<Reach.Can> means) {
        return means.stream()
                .flatMap(can ->
                        (can.waits() ? waiting(can).ready() : Optional.of(can))
                                .stream().map(Reach.Can::earliest))
                .min(Duration::compareTo);
    }

    private void begin(Reach.Can can, List<Party> found, @Nullable Consumer<Objection> objections) {
        ready(new Party(List.of(can)), can, objections)
                .ifPresent(first -> complete(new Party(List.of(first)), found, objections));
    }

    private void complete(
            Party party, List<Party> found, @Nullable Consumer<Objection> objections) {
        if (!steps.take(1 + found.size() / FOUND_PER_STEP)
                || !ground.within().test(party)
                || hasAsGood(found, party)) {
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
            if (against.isEmpty()) {
                found.removeIf(other -> isAsGood(party, other));
                found.add(party);
            } else if (objections != null) {
                against.forEach(objections);
            }
            return;
        }
        boolean somebody = false;
        for (var other : offering(lacking)) {
            if (steps.spent()) {
                return;
            }
            if (!party.includes(other.unit().code())) {
                somebody = true;
                if (isFull(party, objections)) {
                    return;
                }
                ready(party, other, objections)
                        .ifPresent(more -> complete(party.and(more), found, objections));
            }
        }
        if (!somebody && objections != null) {
            objections.accept(Companions.nobody(party, lacking));
        }
    }

    private List<Reach.Can> offering(String word) {
        return byWord.computeIfAbsent(
                word, one -> others.stream().filter(can -> can.unit().offers(one)).toList());
    }

    private boolean hasAsGood(List<Party> found, Party party) {
        for (var other : found) {
            if (isAsGood(other, party)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAsGood(Party one, Party other) {
        return one.asGoodAs(other)
                && switch (ground.keep()) {
                    case NONE -> true;
                    case EACH_LIFT -> one.sparesLiftsOf(other);
                    case EACH_FETCH -> one.fetchesNoMoreThan(other);
                };
    }

    /// Who waits for a lift is carried by each of those who could, those who come along already
    /// before others.
    private void carry(
            Party party,
            Reach.Can waits,
            List<Party> found,
            @Nullable Consumer<Objection> objections) {
        for (var lift : party.members()) {
            if (waits.unit().isLiftedBy(lift.unit())) {
                fly(party, waits, lift, objections)
                        .ifPresent(more -> complete(more, found, objections));
            }
        }
        for (var lift : waiting(waits).lifts()) {
            if (steps.spent()) {
                return;
            }
            if (!party.includes(lift.unit().code())) {
                if (isFull(party, objections)) {
                    return;
                }
                fly(party, waits, lift, objections)
                        .ifPresent(more -> complete(more.and(lift), found, objections));
            }
        }
    }

    private static boolean isFull(Party party, @Nullable Consumer<Objection> objections) {
        if (party.members().size() < SIZE_MAX) {
            return false;
        }
        if (objections != null) {
            objections.accept(
                    Companions.objection(Saying.of(PlanWords.TOO_MANY_ALONG, SIZE_MAX - 1)));
        }
        return true;
    }

    /// The party with one of them carried by this lift, unless that would have to fetch from two
    /// bases: each arrival is worked out as if it flew for nobody else.
    private Optional<Party> fly(
            Party party,
            Reach.Can waits,
            Reach.Can lift,
            @Nullable Consumer<Objection> objections) {
        var base = ground.from().get(lift.unit().code());
        if (base != null && !base.equals(waits.unit().base().code())) {
            return Optional.empty();
        }
        return switch (ground.lifts().carried(waits.unit(), lift.unit())) {
            case Reach.Cannot _ when objections == null -> Optional.empty();
            case Reach.Cannot cannot -> {
                cannot.objections().stream()
                        .map(one -> Companions.carrying(one, waits.unit(), party))
                        .forEach(objections);
                yield Optional.empty();
            }
            case Reach.Can carried -> {
                var more = party.with(carried);
                if (more.fetchedBy(lift.unit().code()).size() > 1) {
                    if (objections != null) {
                        objections.accept(Companions.fetchesFromTwo(lift.unit(), more));
                    }
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
                Meanwhile.stops(party.earliest(), member.unit(), ground.lifts().task()).stream()
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
    private Optional<Reach.Can> ready(
            Party party, Reach.Can can, @Nullable Consumer<Objection> objections) {
        if (!can.waits()) {
            return Optional.of(can);
        }
        var waits = waiting(can);
        if (waits.ready().isEmpty() && objections != null) {
            for (var lift : waits.lifts()) {
                fly(party, can, lift, objections);
            }
            if (waits.lifts().isEmpty()) {
                objections.accept(Companions.noLift(party, can.unit()));
            }
        }
        return waits.ready();
    }

    private Waiting waiting(Reach.Can can) {
        var known = waiting.get(can.unit());
        if (known == null) {
            var carriers = can.unit().carriers();
            var lifts =
                    others.stream()
                            .filter(lift ->
                                    !lift.unit().lifted()
                                            && carriers.stream().allMatch(lift.unit()::offers))
                            .toList();
            known = new Waiting(atBest(can, lifts), lifts);
            waiting.put(can.unit(), known);
        }
        return known;
    }

    private Optional<Reach.Can> atBest(Reach.Can can, List<Reach.Can> lifts) {
        @Nullable Duration earliest = null;
        @Nullable Duration latest = null;
        for (var lift : lifts) {
            if (ground.lifts().carried(can.unit(), lift.unit()) instanceof Reach.Can carried) {
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
}
