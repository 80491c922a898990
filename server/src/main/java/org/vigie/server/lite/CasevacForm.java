package org.vigie.server.lite;

import java.util.Map;
import java.util.TreeMap;
import org.vigie.geo.BadInput;
import org.vigie.geo.RoadWays;
import org.vigie.geo.RouteState;
import org.vigie.plan.Clearance;
import org.vigie.plan.Conditions;
import org.vigie.plan.Limits;
import org.vigie.plan.Task;
import org.vigie.plan.medical.Casualty;

/// What the address of the page "10-1-2" says of the place and the conditions. What it does not say
/// is the easiest: fair weather, a calm way, the moment that the page shows.
///
/// @param typed what the form shows again
record CasevacForm(Typed typed, Conditions conditions) {

    static final int LINE_MAX = 120;

    static CasevacForm read(Map<String, String> values, Clearance flight) {
        var said = new TreeMap<>(values);
        said.putIfAbsent("flight", View.code(flight));
        said.putIfAbsent("danger", View.code(RouteState.Danger.CALM));
        said.putIfAbsent("weather", "fair");
        said.putIfAbsent("light", "now");
        var typed = new Typed(said);
        var way = Conditions.EASY.route();
        return new CasevacForm(
                typed,
                new Conditions(
                        chosen(typed, "flight", Clearance.class),
                        Clearance.NOT_NEEDED,
                        new RouteState(
                                way.surface(),
                                way.season(),
                                chosen(typed, "danger", RouteState.Danger.class),
                                false),
                        raining(typed.value("weather")),
                        false,
                        false,
                        false,
                        false));
    }

    /// The same with what the restriction register holds, along these roads.
    CasevacForm under(Limits limits, RoadWays roads) {
        return new CasevacForm(typed, conditions.withLimits(limits).withRoads(roads));
    }

    String place() {
        return typed.text("spot", LINE_MAX);
    }

    /// Somebody hurt there, by these conditions.
    Casualty casualty(Task task) {
        var casualty = Casualty.ofPatrol(task);
        if (grounded()) {
            casualty = casualty.inBadWeather();
        }
        return switch (typed.value("light")) {
            case "now" -> casualty;
            case "night" -> casualty.byNight();
            default -> throw new BadInput("light", typed.value("light"), "now or night");
        };
    }

    boolean grounded() {
        return typed.value("weather").equals("grounded");
    }

    private static boolean raining(String weather) {
        return switch (weather) {
            case "fair" -> false;
            case "rain", "grounded" -> true;
            default -> throw new BadInput("weather", weather, "fair, rain or grounded");
        };
    }

    private static <E extends Enum<E>> E chosen(Typed typed, String field, Class<E> type) {
        var chosen = typed.choice(field, type);
        if (chosen == null) {
            throw new BadInput(field, typed.value(field), "one of the choices of the form");
        }
        return chosen;
    }
}
