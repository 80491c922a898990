package org.vigie.register;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.record.ActorClass;
import org.vigie.record.Claim;
import org.vigie.record.Facts;
import org.vigie.record.Forces;
import org.vigie.record.Picture;

/// How strong forces were, claim by claim, beside what the Council authorised.
///
/// Claims stand side by side: *blue helmets*, *all personnel* and *troops* are not one population,
/// so no line joins them, and nothing is averaged. Only the ceiling is a line, since a resolution
/// says from when to when it holds.
///
/// When not to trust it: a claim without a day of its own is placed at none. Numbers that Geo-PKO
/// imputes from the sizes of units overshoot the ceiling; where they are in the ledger, the
/// overshoot is said.
///
/// @param claims about every actor, the mission's first, each actor's in order of their days
/// @param overshoots months in which a deployment map shows more than was authorised
public record StrengthRegister(
        List<Strength> claims, MandateRegister mandate, List<Overshoot> overshoots) {

    private static final String MEASURE = "strength";

    public StrengthRegister {
        claims = List.copyOf(claims);
        overshoots = List.copyOf(overshoots);
    }

    /// One claim of a strength.
    ///
    /// @param ofMission whether it is about the mission, whose ceiling is beside it
    public record Strength(
            String actor, String actorName, boolean ofMission, Claim claim, long seq) {}

    /// A deployment map that shows more than was authorised.
    ///
    /// @param mapped sum over its bases, as imputed
    /// @param ceiling military and police together, by the resolution in force at the month's end
    public record Overshoot(
            YearMonth month, String source, long mapped, int ceiling, String resolution) {}

    /// Folds the register.
    public static StrengthRegister of(Picture picture, LocalDate day) {
        var mandate = MandateRegister.of(picture, day);
        var actors = picture.latest(Facts.ActorDeclared.class);
        var claims = new ArrayList<Strength>();
        for (var recorded : picture.entries(Facts.ClaimMade.class)) {
            var actor = actors.get(recorded.entry().subject());
            if (actor != null
                    && recorded.body() instanceof Facts.ClaimMade made
                    && ofStrength(made.claim())) {
                claims.add(
                        new Strength(
                                actor.code(),
                                actor.name(),
                                isMission(actor),
                                made.claim(),
                                recorded.seq()));
            }
        }
        claims.sort(
                Comparator.comparing(Strength::ofMission)
                        .reversed()
                        .thenComparing(Strength::actorName)
                        .thenComparing(StrengthRegister::asOf)
                        .thenComparingLong(Strength::seq));
        return new StrengthRegister(
                claims, mandate, overshoots(picture, mandate, actors.values().stream().toList()));
    }

    private static boolean ofStrength(Claim claim) {
        return claim.measure().equals(MEASURE) || claim.measure().startsWith(MEASURE + "-");
    }

    private static boolean isMission(Facts.ActorDeclared actor) {
        return actor.actorClass() == ActorClass.MISSION && actor.parent() == null;
    }

    private static LocalDate asOf(Strength strength) {
        var asOf = strength.claim().asOf();
        return asOf == null ? LocalDate.MIN : asOf;
    }

    /// One deployment map.
    private record Deployment(String source, YearMonth month) implements Comparable<Deployment> {

        @Override
        public int compareTo(Deployment other) {
            int byMonth = month.compareTo(other.month);
            return byMonth != 0 ? byMonth : source.compareTo(other.source);
        }
    }

    private static List<Overshoot> overshoots(
            Picture picture, MandateRegister mandate, List<Facts.ActorDeclared> actors) {
        var names =
                actors.stream()
                        .filter(StrengthRegister::isMission)
                        .flatMap(actor ->
                                Stream.concat(Stream.of(actor.name()), actor.aliases().stream()))
                        .toList();
        SortedMap<Deployment, Long> sums = new TreeMap<>();
        for (var recorded : picture.latestEntries(Forces.BaseMapped.class)) {
            if (recorded.body() instanceof Forces.BaseMapped base
                    && base.troops() != null
                    && names.stream().anyMatch(base.mission()::equalsIgnoreCase)) {
                var month = YearMonth.from(recorded.happened().lastDay());
                sums.merge(
                        new Deployment(base.source(), month), base.troops().longValue(), Long::sum);
            }
        }
        var overshoots = new ArrayList<Overshoot>();
        sums.forEach((map, sum) ->
                mandate.ceilingOn(map.month().atEndOfMonth())
                        .ifPresent(resolution -> {
                            @Nullable Integer ceiling = resolution.ceiling();
                            if (ceiling != null && sum > ceiling) {
                                overshoots.add(
                                        new Overshoot(
                                                map.month(),
                                                map.source(),
                                                sum,
                                                ceiling,
                                                resolution.number()));
                            }
                        }));
        return overshoots;
    }
}
