package org.vigie.server.lite;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.geo.RouteState;
import org.vigie.plan.Clearance;
import org.vigie.plan.Conditions;

/// What the address of the page "who can go" says of the day and the task. What it does not say is
/// the easiest: a dry track in peace, and no clearance needed.
///
/// @param typed what the form shows again
record ReachForm(Typed typed, Conditions conditions, Set<String> needs, @Nullable Duration within) {

    private static final int MINUTES_MAX = 20_160;
    private static final int LINE_MAX = 200;

    static ReachForm read(Map<String, String> values) {
        var said = new TreeMap<>(values);
        said.putIfAbsent("flight", View.code(Clearance.NOT_NEEDED));
        said.putIfAbsent("danger", View.code(RouteState.Danger.CALM));
        said.putIfAbsent("season", View.code(RouteState.Season.DRY));
        var typed = new Typed(said);
        var season = chosen(typed, "season", RouteState.Season.class);
        var conditions =
                Conditions.EASY
                        .withFlight(chosen(typed, "flight", Clearance.class))
                        .withRoute(
                                new RouteState(
                                        RouteState.Surface.TRACK,
                                        season,
                                        chosen(typed, "danger", RouteState.Danger.class),
                                        false));
        return new ReachForm(typed, conditions, needs(typed), within(typed));
    }

    private static <E extends Enum<E>> E chosen(Typed typed, String field, Class<E> type) {
        var chosen = typed.choice(field, type);
        if (chosen == null) {
            throw new BadInput(field, typed.value(field), "one of the choices of the form");
        }
        return chosen;
    }

    private static Set<String> needs(Typed typed) {
        var needs = new LinkedHashSet<String>();
        Arrays.stream(typed.optional("needs", LINE_MAX).split(",", -1))
                .map(String::strip)
                .filter(need -> !need.isEmpty())
                .forEach(needs::add);
        return needs;
    }

    private static @Nullable Duration within(Typed typed) {
        var text = typed.value("within");
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > MINUTES_MAX) {
            throw new BadInput("within", text, "a number of minutes, at most " + MINUTES_MAX);
        }
        return Duration.ofMinutes(Integer.parseInt(text));
    }
}
