package org.vigie.force;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Forces;
import org.vigie.record.Recorded;

/// What changed of one unit from one entry to the next, in the order in which the mission knew it.
///
/// @param steps the first declares the unit; a later one says what it changed
public record UnitHistory(List<Step> steps) {

    /// What a declaration can change.
    public enum Field {
        NAME,
        CONTRIBUTOR,
        BASE,
        PART,
        CAPABILITIES,
        MODE,
        SPEED,
        WAYS,
        NOTICE,
        NIGHT,
        RANGE,
        CREW,
        SEATS,
        STRENGTH,
        STRENGTH_ON,
        FROM,
        TO,
        PROVIDER
    }

    /// One field before and after, as texts; empty where nothing was stated.
    public record Change(Field field, String before, String after) {}

    /// One entry with what it changed; none in the first declaration, and in entries that declare
    /// nothing.
    public record Step(Recorded entry, List<Change> changes) {

        public Step {
            changes = List.copyOf(changes);
        }
    }

    public UnitHistory {
        steps = List.copyOf(steps);
    }

    /// Of all entries about a unit, superseded ones too.
    public static UnitHistory of(List<Recorded> entries) {
        var steps = new ArrayList<Step>();
        Forces.@Nullable UnitDeclared before = null;
        for (var entry : entries) {
            if (entry.body() instanceof Forces.UnitDeclared unit) {
                steps.add(new Step(entry, before == null ? List.of() : changes(before, unit)));
                before = unit;
            } else {
                steps.add(new Step(entry, List.of()));
            }
        }
        return new UnitHistory(steps);
    }

    private static List<Change> changes(Forces.UnitDeclared before, Forces.UnitDeclared after) {
        var changes = new ArrayList<Change>();
        for (var field : Field.values()) {
            var old = text(field, before);
            var now = text(field, after);
            if (!old.equals(now)) {
                changes.add(new Change(field, old, now));
            }
        }
        return changes;
    }

    private static String text(Field field, Forces.UnitDeclared unit) {
        return switch (field) {
            case NAME -> unit.name();
            case CONTRIBUTOR -> unit.contributor();
            case BASE -> unit.base();
            case PART -> code(unit.part());
            case CAPABILITIES -> String.join(", ", unit.capabilities());
            case MODE -> code(unit.mode());
            case SPEED -> span(unit.speedKmh()) + " km/h";
            case WAYS -> WayText.text(unit.listWays());
            case CREW -> unit.crewHours() == null ? "" : unit.crewHours() + " h";
            case STRENGTH_ON -> Objects.toString(unit.strengthOn(), "");
            case NOTICE -> span(unit.noticeMinutes()) + " min";
            case NIGHT -> unit.night() ? "yes" : "no";
            case RANGE -> unit.rangeKm() == null ? "" : unit.rangeKm() + " km";
            case SEATS -> Objects.toString(unit.seats(), "");
            case STRENGTH -> strength(unit);
            case FROM -> Objects.toString(unit.from(), "");
            case TO -> Objects.toString(unit.to(), "");
            case PROVIDER -> unit.provider();
        };
    }

    private static String strength(Forces.UnitDeclared unit) {
        return unit.strength() == null
                ? ""
                : unit.strength()
                        + (unit.strengthMeasure().isEmpty() ? "" : " " + unit.strengthMeasure());
    }

    private static String span(Forces.Span span) {
        return span.low() + "–" + span.high();
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
