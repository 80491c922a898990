package org.vigie.plan;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.geo.Mode;
import org.vigie.geo.RouteState;
import org.vigie.geo.SpeedRange;
import org.vigie.record.Forces;
import org.vigie.record.Forces.CaveatKind;
import org.vigie.record.Forces.Part;

/// A unit as one day's register has it: where it stands, what it can do, how it moves, what it may
/// not.
///
/// @param capabilities words that a need is matched with
/// @param speed null of a unit that stays where it is, such as a hospital
/// @param noticeLeast notice to move, at best
/// @param noticeMost notice to move, at worst
/// @param night whether it can move by night at all; what its contributor allows is a caveat
/// @param rangeKm furthest distance that it can go and come back from, null when not limited
/// @param seats people it can carry besides its crew; null when not stated. A unit that flies and
///   has none of its own is carried by transport helicopters
/// @param from first day in the register, null when open
/// @param to last day, null when open
/// @param ways what somebody stated of how it moves, beside its usual mode and speed
/// @param crewDay how long a crew may fly in a day; null when not stated
public record Unit(
        String code,
        String name,
        Base base,
        Part part,
        Set<String> capabilities,
        Mode mode,
        @Nullable SpeedRange speed,
        Duration noticeLeast,
        Duration noticeMost,
        boolean night,
        @Nullable Integer rangeKm,
        @Nullable Integer seats,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<Caveat> caveats,
        String basis,
        List<UnitWay> ways,
        @Nullable Duration crewDay) {

    private static final java.util.Map<Part, String> PART_CODES =
            new java.util.EnumMap<Part, String>(
                    java.util.Arrays.stream(Part.values())
                            .collect(java.util.stream.Collectors.toMap(part -> part, Unit::code)));

    public Unit {
        capabilities = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(capabilities));
        caveats = List.copyOf(caveats);
        ways = List.copyOf(ways);
        if (noticeLeast.isNegative() || noticeMost.compareTo(noticeLeast) < 0) {
            throw new BadInput(
                    "notice to move of " + code,
                    noticeLeast + ".." + noticeMost,
                    "a range that is not negative");
        }
    }

    /// A unit with its usual way alone, and no limit on the hours of its crews.
    public Unit(
            String code,
            String name,
            Base base,
            Part part,
            Set<String> capabilities,
            Mode mode,
            @Nullable SpeedRange speed,
            Duration noticeLeast,
            Duration noticeMost,
            boolean night,
            @Nullable Integer rangeKm,
            @Nullable Integer seats,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            List<Caveat> caveats,
            String basis) {
        this(
                code,
                name,
                base,
                part,
                capabilities,
                mode,
                speed,
                noticeLeast,
                noticeMost,
                night,
                rangeKm,
                seats,
                from,
                to,
                caveats,
                basis,
                List.of(),
                null);
    }

    static Unit of(Forces.UnitDeclared declared, Base base, List<Caveat> caveats) {
        var speed = declared.speedKmh();
        var notice = declared.noticeMinutes();
        return new Unit(
                declared.code(),
                declared.name(),
                base,
                declared.part(),
                Set.copyOf(declared.capabilities()),
                declared.mode(),
                speed.high() <= 0 ? null : new SpeedRange(speed.low(), speed.high()),
                Duration.ofMinutes(notice.low()),
                Duration.ofMinutes(notice.high()),
                declared.night(),
                declared.rangeKm(),
                declared.seats(),
                declared.from(),
                declared.to(),
                caveats,
                declared.basis(),
                declared.listWays().stream().map(UnitWay::of).toList(),
                declared.crewHours() == null ? null : Duration.ofHours(declared.crewHours()));
    }

    /// The usual way and the others in which it could go, one for each mode: the unit as if that
    /// were the usual one.
    List<Unit> variants() {
        if (ways.isEmpty() || speed == null) {
            return List.of(this);
        }
        var variants = new ArrayList<Unit>();
        variants.add(this);
        for (var way : ways) {
            if (variants.stream().noneMatch(one -> one.mode == way.mode())) {
                variants.add(by(way.mode()));
            }
        }
        variants.subList(1, variants.size()).sort(Comparator.comparing(Unit::mode));
        return variants;
    }

    /// Where no stated way holds it goes as the model of travel has it, and never faster than the
    /// fastest that was stated of this means.
    private Unit by(Mode other) {
        var others = new ArrayList<>(ways);
        if (speed != null) {
            others.add(new UnitWay(mode, null, null, null, speed));
        }
        return new Unit(
                code,
                name,
                base,
                part,
                capabilities,
                other,
                UnitWay.otherwise(ways, other),
                noticeLeast,
                noticeMost,
                night,
                rangeKm,
                seats,
                from,
                to,
                caveats,
                basis,
                others,
                crewDay);
    }

    /// How fast it is in its mode over such a way; null for one that stays where it is. Off the
    /// road nobody is faster than the model of travel has it who did not state a speed for that.
    UnitWay.@Nullable Own own(RouteState state) {
        return speed == null
                ? null
                : UnitWay.best(ways, mode, state)
                        .orElse(new UnitWay.Own(speed, state, null))
                        .offRoad(mode);
    }

    /// The same unit without one of its caveats: what would be if its contributor lifted it.
    public Unit without(Caveat caveat) {
        var others = caveats.stream().filter(other -> !other.equals(caveat)).toList();
        return withCaveats(others);
    }

    /// The same unit with these caveats instead of its own.
    public Unit withCaveats(List<Caveat> others) {
        return as(new How(noticeLeast, noticeMost, night, rangeKm, seats, crewDay), others);
    }

    /// The same unit, if it could move by night.
    Unit byNight() {
        return as(new How(noticeLeast, noticeMost, true, rangeKm, seats, crewDay), caveats);
    }

    /// The same unit, if it were ready to move after so long.
    Unit readyAfter(Duration least, Duration most) {
        return as(new How(least, most, night, rangeKm, seats, crewDay), caveats);
    }

    /// The same unit, if it could go as far as it is asked to.
    Unit ofAnyRange() {
        return as(new How(noticeLeast, noticeMost, night, null, seats, crewDay), caveats);
    }

    /// The same unit, if its crews could fly as long as it takes.
    Unit ofAnyCrew() {
        return as(new How(noticeLeast, noticeMost, night, rangeKm, seats, null), caveats);
    }

    /// The same unit, if it needed no escort. Who must be carried still must be.
    Unit unescorted() {
        return withCaveats(
                caveats.stream()
                        .filter(caveat -> caveat.kind() != CaveatKind.NEEDS_ESCORT)
                        .toList());
    }

    /// The same unit, if it needed neither escort nor lift.
    Unit alone() {
        var others =
                caveats.stream()
                        .filter(caveat ->
                                caveat.kind() != CaveatKind.NEEDS_ESCORT
                                        && caveat.kind() != CaveatKind.NEEDS_LIFT)
                        .toList();
        var own = seats != null && seats == 0 ? null : seats;
        return as(new How(noticeLeast, noticeMost, night, rangeKm, own, crewDay), others);
    }

    /// One more of the same kind at another base.
    public Unit another(String itsCode, String itsName, Base there) {
        return new Unit(
                itsCode,
                itsName,
                there,
                part,
                capabilities,
                mode,
                speed,
                noticeLeast,
                noticeMost,
                night,
                rangeKm,
                seats,
                from,
                to,
                caveats,
                basis,
                ways,
                crewDay);
    }

    /// How it moves, but for its means and its speed.
    private record How(
            Duration noticeLeast,
            Duration noticeMost,
            boolean night,
            @Nullable Integer rangeKm,
            @Nullable Integer seats,
            @Nullable Duration crewDay) {}

    private Unit as(How how, List<Caveat> others) {
        return new Unit(
                code,
                name,
                base,
                part,
                capabilities,
                mode,
                speed,
                how.noticeLeast(),
                how.noticeMost(),
                how.night(),
                how.rangeKm(),
                how.seats(),
                from,
                to,
                others,
                basis,
                ways,
                how.crewDay());
    }

    /// Whether it has what this word asks for, as a capability or as the part that it plays.
    public boolean offers(String need) {
        return capabilities.contains(need) || need.equals(PART_CODES.get(part));
    }

    /// Whether it is in the mission on that day.
    public boolean inRegister(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /// Whether it moves through the air.
    public boolean flies() {
        return mode == Mode.HELICOPTER || mode == Mode.FIXED_WING;
    }

    /// Whether somebody else carries it: because a rule says so, or because it flies and has no
    /// seats of its own.
    boolean lifted() {
        return find(CaveatKind.NEEDS_LIFT).isPresent()
                || (mode == Mode.HELICOPTER && seats != null && seats == 0);
    }

    /// Whether this other unit could carry it.
    boolean isLiftedBy(Unit other) {
        return lifted() && !other.lifted() && carriers().stream().allMatch(other::offers);
    }

    /// What carries it; of several rules all hold, whatever their order.
    List<String> carriers() {
        var rules = all(CaveatKind.NEEDS_LIFT);
        return switch (rules.size()) {
            case 0 -> List.of(Caveat.LIFT);
            case 1 -> List.of(rules.getFirst().carrier());
            default -> rules.stream().map(Caveat::carrier).distinct().sorted().toList();
        };
    }

    /// The first of this kind; searches ask for it so often that it is a plain loop.
    Optional<Caveat> find(CaveatKind kind) {
        for (var caveat : caveats) {
            if (caveat.kind() == kind) {
                return Optional.of(caveat);
            }
        }
        return Optional.empty();
    }

    List<Caveat> all(CaveatKind kind) {
        return find(kind).isEmpty()
                ? List.of()
                : caveats.stream().filter(caveat -> caveat.kind() == kind).toList();
    }

    /// The capabilities of those without whom it does not go: its lift, its escort.
    List<String> companions() {
        var words = new ArrayList<String>();
        if (lifted()) {
            words.addAll(carriers());
        }
        all(CaveatKind.NEEDS_ESCORT).forEach(caveat -> words.add(caveat.escort()));
        return List.copyOf(words);
    }

    /// `QUICK_REACTION` is written `quick-reaction`.
    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
