package org.vigie.plan.medical;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Mode;
import org.vigie.geo.Position;
import org.vigie.geo.Saying;
import org.vigie.geo.SpeedRange;
import org.vigie.geo.Wording;
import org.vigie.plan.Base;
import org.vigie.plan.Register;
import org.vigie.plan.Unit;
import org.vigie.record.Forces.Part;

/// What one more helicopter, or one more surgical team, at one base would do for the last link: the
/// chain worked out again with it.
///
/// @param surgery the link with it
/// @param gain by how much the latest moment is sooner; empty when without it there is none
public record OneMore(What what, Base base, Link surgery, Optional<Duration> gain, Saying like) {

    /// What is added.
    public enum What implements Wording {
        HELICOPTER,
        SURGICAL_TEAM;

        @Override
        public String english() {
            return switch (this) {
                case HELICOPTER -> "helicopter";
                case SURGICAL_TEAM -> "surgical team";
            };
        }
    }

    /// At every base that has a position, what helps most first.
    public static List<OneMore> of(Register register, MedicalChain chain) {
        var found = new ArrayList<OneMore>();
        for (var base : register.bases()) {
            var position = base.position();
            if (position != null) {
                found.add(helicopter(register, chain, base));
                found.add(team(register, chain, base, position));
            }
        }
        found.sort(
                Comparator.comparing(
                                (OneMore one) -> one.surgery().best().orElse(null),
                                Comparator.nullsLast(Means.bestFor(Link.Kind.SURGERY.limit())))
                        .thenComparing(one -> one.base().code())
                        .thenComparing(OneMore::what));
        return List.copyOf(found);
    }

    /// Whether it makes the link better at all.
    public boolean helps() {
        return gain.map(one -> one.compareTo(Duration.ZERO) > 0).orElse(surgery.best().isPresent());
    }

    private static OneMore helicopter(Register register, MedicalChain chain, Base base) {
        var day = chain.casualty().task().day();
        var like =
                register.units().stream()
                        .filter(unit ->
                                unit.mode() == Mode.HELICOPTER
                                        && unit.inRegister(day)
                                        && (unit.offers("casevac")
                                                || unit.offers("evacuation")
                                                || unit.offers("lift")))
                        .findFirst();
        var units = new ArrayList<>(register.units());
        units.add(
                like.map(unit -> unit.another("one-more", unit.name() + " +1", base))
                        .orElseGet(() -> assumed(base)));
        return new OneMore(
                        What.HELICOPTER,
                        base,
                        new Search(units, Hospital.of(register), chain.casualty()).surgery(),
                        Optional.empty(),
                        like.map(unit -> Saying.of(MedicalWords.HELICOPTER_LIKE, unit.name()))
                                .orElseGet(() -> Saying.of(MedicalWords.HELICOPTER_ASSUMED)))
                .since(chain);
    }

    private static OneMore team(
            Register register, MedicalChain chain, Base base, Position position) {
        var hospitals = new ArrayList<>(Hospital.of(register));
        hospitals.add(Hospital.ofTeam(base.name(), position));
        return new OneMore(
                        What.SURGICAL_TEAM,
                        base,
                        new Search(register.units(), hospitals, chain.casualty()).surgery(),
                        Optional.empty(),
                        Saying.of(MedicalWords.TEAM_FIXED))
                .since(chain);
    }

    private OneMore since(MedicalChain chain) {
        var latest = latest(surgery);
        var now = chain.worst().orElse(null);
        return new OneMore(
                what,
                base,
                surgery,
                now == null || latest == null ? Optional.empty() : Optional.of(now.minus(latest)),
                like);
    }

    private static @Nullable Duration latest(Link link) {
        return link.best().map(Means::latest).orElse(null);
    }

    private static Unit assumed(Base base) {
        return new Unit(
                "one-more",
                "+1",
                base,
                Part.TRANSPORT_HELICOPTER,
                Set.of("transport-helicopter", "lift", "casevac", "evacuation"),
                Mode.HELICOPTER,
                new SpeedRange(180, 230),
                Duration.ofMinutes(15),
                Duration.ofMinutes(60),
                true,
                null,
                12,
                null,
                null,
                List.of(),
                "assumed");
    }
}
