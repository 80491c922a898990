package org.vigie.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The soonest option if one unit were freed of a rule, for many units and rules of one force.
///
/// Who is freed makes nothing later, so only what is complete before the soonest of now, or as soon
/// and surer, has to be looked for, and every party that comes later is given up at its beginning.
/// That needs somebody new for each need that keeps the soonest of now from being sooner: where
/// nobody of those who have it could come in time, nothing changes, and no combination is tried.
/// Tests hold it against working out everything again.
final class Freeing {

    private final Muster muster;
    private final Soonest now;
    private final Steps steps;
    private final Map<Unit, Soonest> known = new HashMap<>();

    /// What nobody has who would be there before the soonest of now, and as soon but surer.
    private final Set<String> sooner;

    private final Set<String> surer;

    /// @param muster the force as it is
    /// @param steps for all of it
    Freeing(Muster muster, Collection<String> needs, Steps steps) {
        this.muster = muster;
        this.steps = steps;
        this.now = muster.soonest();
        this.sooner = lacking(needs, isSooner());
        this.surer = lacking(needs, isSurer());
    }

    /// The soonest option as things stand.
    Soonest now() {
        return now;
    }

    /// The soonest option with one unit as it would be then.
    Soonest with(Unit freed) {
        return known.computeIfAbsent(freed, this::search);
    }

    private Soonest search(Unit freed) {
        var some = steps.some(Steps.PRICE_MAX);
        if (!now.proof().proven() || !some.take(Steps.CHANGED)) {
            return new Soonest(Optional.empty(), Proof.ended(null));
        }
        var changed = muster.with(freed);
        boolean hope =
                hope(changed.within(isSooner(), some), sooner)
                        || (now.option().isPresent()
                                && hope(changed.within(isSurer(), some), surer));
        if (!hope) {
            return some.spent() ? new Soonest(Optional.empty(), Proof.ended(null)) : now;
        }
        var then = changed.within(isAsSoon(), some).soonest();
        return then.option().isEmpty() && then.proof().proven() ? now : then;
    }

    /// Whether each of these could be there: one is asked for, the first by name.
    private static boolean hope(Muster changed, Set<String> lacking) {
        return lacking.stream().sorted().findFirst().map(changed::hasParty).orElse(true);
    }

    private Set<String> lacking(Collection<String> needs, Predicate<Party> good) {
        var lacking = new HashSet<>(needs);
        var leading = muster.leading();
        for (var party : leading.parties()) {
            if (good.test(party)) {
                lacking.removeIf(party::offers);
            }
        }
        leading.cut().values().forEach(one -> lacking.removeIf(one.unit()::offers));
        return lacking;
    }

    private Predicate<Party> isSooner() {
        var option = option();
        return party -> option == null || party.earliest().compareTo(option.earliest()) < 0;
    }

    private Predicate<Party> isSurer() {
        var option = option();
        return party ->
                option == null
                        || (party.earliest().compareTo(option.earliest()) <= 0
                                && party.latest().compareTo(option.latest()) < 0);
    }

    private Predicate<Party> isAsSoon() {
        var option = option();
        return party -> option == null || party.earliest().compareTo(option.earliest()) <= 0;
    }

    private @Nullable Option option() {
        return now.option().orElse(null);
    }
}
