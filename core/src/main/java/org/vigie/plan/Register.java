package org.vigie.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.vigie.geo.BadInput;
import org.vigie.geo.Saying;
import org.vigie.record.Forces;
import org.vigie.record.Forces.CaveatKind;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;

/// The force as a picture knows it on one day: bases that are open, units with the caveats that
/// hold.
///
/// @param faults what could not be used, one sentence each: a unit whose base nobody declared, a
///   caveat that cannot be read. Such a unit is not left out silently
public record Register(LocalDate day, List<Base> bases, List<Unit> units, List<Saying> faults) {

    private static final String EVERY_UNIT = "*";

    public Register {
        bases = List.copyOf(bases);
        units = List.copyOf(units);
        faults = List.copyOf(faults);
    }

    /// What holds for flights as long as nobody says more: where the host state demands clearances,
    /// one has not been asked for yet.
    public Clearance flightClearance() {
        boolean rule =
                units.stream()
                        .anyMatch(unit ->
                                unit.flies() && unit.find(CaveatKind.HOST_CLEARANCE).isPresent());
        return rule ? Clearance.NOT_ASKED : Clearance.NOT_NEEDED;
    }

    /// Folds the register: of several declarations of one unit the one that [Declarations] chooses.
    public static Register of(Picture picture, LocalDate day) {
        var faults = new ArrayList<Saying>();
        var bases = bases(picture, day);
        var names = baseNames(picture);
        var caveats = caveats(picture, day, faults);
        var units = new TreeMap<String, Unit>();
        for (var unit : Declarations.of(picture, day).units()) {
            var base = bases.get(unit.base());
            var name = names.getOrDefault(unit.base(), unit.base());
            if (base == null && Declarations.valid(unit.from(), unit.to(), day)) {
                faults.add(Saying.of(PlanWords.UNIT_WITHOUT_BASE, unit.name(), name, day));
            }
            var known = base == null ? new Base(unit.base(), name, null) : base;
            try {
                var made = Unit.of(unit, known, caveatsOf(unit, caveats));
                units.put(unit.code(), made);
                if (made.inRegister(day)) {
                    NothingLeft.of(made).ifPresent(faults::add);
                }
            } catch (BadInput unreadable) {
                faults.add(
                        Saying.of(
                                PlanWords.UNIT_UNREADABLE,
                                unit.code(),
                                String.valueOf(unreadable.getMessage())));
            }
        }
        return new Register(day, List.copyOf(bases.values()), List.copyOf(units.values()), faults);
    }

    /// The last day of the last unit, when all of them have left by this register's day: then who
    /// can go is no question of this day.
    public Optional<LocalDate> findEnd() {
        boolean over =
                units.stream().allMatch(unit -> unit.to() != null && unit.to().isBefore(day));
        return over
                ? units.stream()
                        .flatMap(unit -> Optional.ofNullable(unit.to()).stream())
                        .max(LocalDate::compareTo)
                : Optional.empty();
    }

    public Optional<Unit> find(String code) {
        return units.stream().filter(unit -> unit.code().equals(code)).findFirst();
    }

    private static List<Caveat> caveatsOf(Forces.UnitDeclared unit, List<Caveat> caveats) {
        return caveats.stream()
                .filter(caveat ->
                        caveat.unit().equals(unit.code()) || caveat.unit().equals(EVERY_UNIT))
                .toList();
    }

    /// Bases by code: those that opened by the day, or of which nobody says when, and were not
    /// closed by it.
    private static Map<String, Base> bases(Picture picture, LocalDate day) {
        Map<UUID, Base> open = new LinkedHashMap<>();
        for (var entry : picture.entries(Forces.class)) {
            switch (entry.body()) {
                case Forces.BaseOpened base when closedBefore(base, day) ->
                        open.remove(entry.entry().subject());
                case Forces.BaseOpened base when !firstDay(entry).isAfter(day) ->
                        open.put(
                                entry.entry().subject(),
                                new Base(
                                        base.code(),
                                        base.name(),
                                        base.site().position(),
                                        base.medicalLevel()));
                case Forces.BaseClosed closed when firstDay(entry).isBefore(day) ->
                        open.remove(entry.entry().subject());
                default -> {}
            }
        }
        var byCode = new TreeMap<String, Base>();
        open.values().forEach(base -> byCode.put(base.code(), base));
        return byCode;
    }

    private static boolean closedBefore(Forces.BaseOpened base, LocalDate day) {
        var closes = base.closes();
        return closes != null && closes.isBefore(day);
    }

    /// What each base is called, those that are closed or not open yet too.
    private static Map<String, String> baseNames(Picture picture) {
        var names = new TreeMap<String, String>();
        for (var entry : picture.entries(Forces.BaseOpened.class)) {
            if (entry.body() instanceof Forces.BaseOpened base) {
                names.put(base.code(), base.name());
            }
        }
        return names;
    }

    private static LocalDate firstDay(Recorded entry) {
        return entry.entry().findHappenedOn().map(when -> when.firstDay()).orElse(LocalDate.EPOCH);
    }

    private static List<Caveat> caveats(Picture picture, LocalDate day, List<Saying> faults) {
        var caveats = new ArrayList<Caveat>();
        for (var caveat : Declarations.caveats(picture, day)) {
            try {
                caveats.add(
                        new Caveat(
                                caveat.code(),
                                caveat.unit(),
                                caveat.caveat(),
                                caveat.value(),
                                caveat.declared(),
                                caveat.basis()));
            } catch (BadInput unreadable) {
                faults.add(
                        Saying.of(
                                PlanWords.CAVEAT_UNREADABLE,
                                caveat.code(),
                                String.valueOf(unreadable.getMessage())));
            }
        }
        return caveats;
    }
}
