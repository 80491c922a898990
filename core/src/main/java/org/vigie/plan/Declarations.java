package org.vigie.plan;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Forces;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;

/// What was declared of the units of a mission, as it holds on a day: a mission's pack, a list that
/// was imported and a page speak of the same units, and the word known last counts.
///
/// Of several declarations of one unit the latest that is valid on the day holds; where none is,
/// the latest, which then says why the unit cannot go. A unit that was marked as gone ends with its
/// last day, until it is declared again.
///
/// @param held the declarations that hold, in the order in which the units became known
public record Declarations(List<Held> held) {

    public Declarations {
        held = List.copyOf(held);
    }

    /// One unit with the entry that declares it.
    ///
    /// @param unit as it holds: with the last day of a unit that has gone
    public record Held(Forces.UnitDeclared unit, Recorded by) {}

    public static Declarations of(Picture picture, LocalDate day) {
        Map<UUID, Recorded> declared = new LinkedHashMap<>();
        Map<UUID, LocalDate> gone = new LinkedHashMap<>();
        for (var entry : picture.entries(Forces.class)) {
            var subject = entry.entry().subject();
            switch (entry.body()) {
                case Forces.UnitDeclared unit -> {
                    gone.remove(subject);
                    declared.merge(
                            subject,
                            entry,
                            (older, newer) ->
                                    valid(newer, day) || !valid(older, day) ? newer : older);
                }
                case Forces.UnitGone last -> gone.put(subject, entry.happened().lastDay());
                default -> {}
            }
        }
        return new Declarations(
                declared.values().stream()
                        .map(entry ->
                                new Held(
                                        until(
                                                (Forces.UnitDeclared) entry.body(),
                                                gone.get(entry.entry().subject())),
                                        entry))
                        .toList());
    }

    List<Forces.UnitDeclared> units() {
        return held.stream().map(Held::unit).toList();
    }

    /// The caveats that hold on a day; of several declarations of one caveat the latest counts.
    public static List<Forces.CaveatDeclared> caveats(Picture picture, LocalDate day) {
        return picture.latest(Forces.CaveatDeclared.class).values().stream()
                .filter(caveat -> valid(caveat.from(), caveat.to(), day))
                .toList();
    }

    private static boolean valid(Recorded entry, LocalDate day) {
        return entry.body() instanceof Forces.UnitDeclared unit
                && valid(unit.from(), unit.to(), day);
    }

    static boolean valid(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    private static Forces.UnitDeclared until(Forces.UnitDeclared unit, @Nullable LocalDate last) {
        var to = unit.to();
        return last == null || (to != null && to.isBefore(last)) ? unit : with(unit, last);
    }

    private static Forces.UnitDeclared with(Forces.UnitDeclared unit, LocalDate last) {
        return new Forces.UnitDeclared(
                unit.code(),
                unit.name(),
                unit.contributor(),
                unit.component(),
                unit.base(),
                unit.part(),
                unit.capabilities(),
                unit.mode(),
                unit.speedKmh(),
                unit.noticeMinutes(),
                unit.night(),
                unit.rangeKm(),
                unit.seats(),
                unit.strength(),
                unit.strengthMeasure(),
                unit.from(),
                last,
                unit.provider(),
                unit.basis(),
                unit.note(),
                unit.ways(),
                unit.crewHours(),
                unit.strengthOn());
    }
}
