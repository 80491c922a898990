package org.vigie.plan;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.vigie.geo.BadInput;
import org.vigie.geo.Saying;
import org.vigie.record.Forces.CaveatKind;

/// A rule on the use of a unit: of its contributor, of the host state, or of the mission itself.
///
/// @param unit code of the unit, or `*` for every unit that the kind can concern
/// @param value kilometres (`MAX_KM`), codes of areas with `|` between them (`AREA_ONLY`), minutes
///   from-to such as `240-1440`, or hours such as `0h-6h` (`ASK_CAPITAL`), what sort of escort
///   (`NEEDS_ESCORT`, empty for any) or carrier (`NEEDS_LIFT`, empty for transport helicopters);
///   what it is asked for (`HOST_CLEARANCE`, `ASK_MISSION`); of the others empty
/// @param declared by the contributor; else observed in practice, which is the harder kind to plan
///   with
public record Caveat(
        String code, String unit, CaveatKind kind, String value, boolean declared, String basis) {

    /// The capability that an escort has, where the caveat names no other.
    private static final String ANY_ESCORT = "escort";

    /// What carries a unit that has no seats of its own.
    static final String LIFT = "transport-helicopter";

    private static final Pattern MINUTES = Pattern.compile("(\\d{1,6})(h?)-(\\d{1,6})(h?)");

    public Caveat {
        switch (kind) {
            case MAX_KM -> km(value);
            case ASK_CAPITAL -> wait(value);
            case AREA_ONLY -> {
                if (value.isBlank()) {
                    throw new BadInput("caveat " + code, value, "the code of an area");
                }
            }
            case DAY_ONLY,
                    NOT_WITH_HOST_FORCE,
                    NO_OFFENSIVE,
                    NEEDS_ESCORT,
                    NOT_IN_RAIN,
                    HOST_CLEARANCE,
                    NEEDS_LIFT,
                    ASK_MISSION -> {}
        }
    }

    /// Furthest distance from its base in a straight line, of a `MAX_KM`.
    double limitKm() {
        return km(value);
    }

    /// How long the capital takes to answer, of an `ASK_CAPITAL`.
    Wait delay() {
        return wait(value);
    }

    /// The capability of whoever comes along, of a `NEEDS_ESCORT`.
    String escort() {
        return value.isBlank() ? ANY_ESCORT : value;
    }

    /// What it says, as the end of a sentence.
    public Saying words() {
        return switch (kind) {
            case DAY_ONLY -> Saying.of(PlanWords.CAVEAT_DAY_ONLY, whose());
            case MAX_KM -> Saying.of(PlanWords.CAVEAT_MAX_KM, whose(), value);
            case NOT_WITH_HOST_FORCE -> Saying.of(PlanWords.CAVEAT_NOT_WITH_HOST_FORCE, whose());
            case ASK_CAPITAL -> Saying.of(PlanWords.CAVEAT_ASK_CAPITAL, whose());
            case AREA_ONLY ->
                    Saying.of(
                            PlanWords.CAVEAT_AREA_ONLY,
                            whose(),
                            Saying.Term.all(List.of(value.split("\\|", -1))));
            case NO_OFFENSIVE -> Saying.of(PlanWords.CAVEAT_NO_OFFENSIVE, whose());
            case NEEDS_ESCORT ->
                    Saying.of(PlanWords.CAVEAT_NEEDS_ESCORT, whose(), new Saying.Term(escort()));
            case NOT_IN_RAIN -> Saying.of(PlanWords.CAVEAT_NOT_IN_RAIN, whose());
            case HOST_CLEARANCE ->
                    detailed(PlanWords.CAVEAT_HOST_CLEARANCE, PlanWords.CAVEAT_HOST_CLEARANCE_FOR);
            case NEEDS_LIFT ->
                    Saying.of(PlanWords.CAVEAT_NEEDS_LIFT, whose(), new Saying.Term(carrier()));
            case ASK_MISSION ->
                    detailed(PlanWords.CAVEAT_ASK_MISSION, PlanWords.CAVEAT_ASK_MISSION_FOR);
        };
    }

    /// The capability of whoever carries it, of a `NEEDS_LIFT`.
    String carrier() {
        return value.isBlank() ? LIFT : value;
    }

    private Saying detailed(PlanWords bare, PlanWords detailed) {
        return value.isBlank()
                ? Saying.of(bare, whose())
                : Saying.of(detailed, whose(), new Saying.Term(value));
    }

    private PlanWords whose() {
        return switch (kind) {
            case HOST_CLEARANCE -> PlanWords.HOST_RULE;
            case NEEDS_LIFT -> PlanWords.HOW_IT_MOVES;
            case ASK_MISSION -> PlanWords.MISSION_RULE;
            case DAY_ONLY,
                    MAX_KM,
                    NOT_WITH_HOST_FORCE,
                    ASK_CAPITAL,
                    AREA_ONLY,
                    NO_OFFENSIVE,
                    NEEDS_ESCORT,
                    NOT_IN_RAIN ->
                    declared ? PlanWords.NATIONAL_CAVEAT : PlanWords.OBSERVED_PRACTICE;
        };
    }

    /// From … to.
    record Wait(Duration least, Duration most) {}

    private static double km(String value) {
        if (!value.matches("\\d{1,5}")) {
            throw new BadInput("kilometres of a caveat", value, "a whole number");
        }
        return Integer.parseInt(value);
    }

    private static Wait wait(String value) {
        var match = MINUTES.matcher(value);
        if (!match.matches()) {
            throw new BadInput(
                    "time to ask the capital",
                    value,
                    "minutes such as 240-1440, or hours such as 0h-6h");
        }
        var least = time(match.group(1), match.group(2));
        var most = time(match.group(3), match.group(4));
        if (most.compareTo(least) < 0) {
            throw new BadInput(
                    "time to ask the capital", value, "a range with its lower end first");
        }
        return new Wait(least, most);
    }

    private static Duration time(String number, String unit) {
        long value = Long.parseLong(number);
        return unit.isEmpty() ? Duration.ofMinutes(value) : Duration.ofHours(value);
    }
}
