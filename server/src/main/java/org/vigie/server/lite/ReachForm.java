package org.vigie.server.lite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.geo.BadInput;
import org.vigie.geo.RouteState;
import org.vigie.plan.Clearance;
import org.vigie.plan.Conditions;
import org.vigie.plan.Task;

/// What the address of the page "who can go" says of the day and the task. What it does not say is
/// the easiest: a dry track in peace, and no clearance needed; and when it says nothing at all,
/// what is needed is what protects people, soldiers and care of the wounded.
///
/// @param typed what the form shows again
record ReachForm(Typed typed, Conditions conditions, Set<String> needs, @Nullable Duration within) {

    /// The needs that a person can tick, those that protect first.
    static final List<String> NEEDS =
            List.of(
                    "infantry",
                    "medical",
                    "quick-reaction",
                    "patrol",
                    "escort",
                    "police",
                    "civil",
                    "evacuation",
                    "surgery",
                    "lift",
                    "fires",
                    "isr",
                    "eod",
                    "boats");

    /// What is ticked before anybody has said anything.
    static final List<String> PROTECTION = List.of("infantry", "medical");

    private static final String TICKED = "on";

    private static final int MINUTES_MAX = 20_160;
    private static final int LINE_MAX = 200;

    /// What was asked.
    ///
    /// @param flight the clearance that holds when the form does not say another
    static ReachForm read(Map<String, String> values, Clearance flight) {
        var said = new TreeMap<>(values);
        if (!values.containsKey("flight") && values.keySet().stream().noneMatch(ReachForm::need)) {
            PROTECTION.forEach(need -> said.put(field(need), TICKED));
        }
        said.putIfAbsent("flight", View.code(flight));
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

    /// Whether an answer can be worked out; else the form says at its fields what is wrong.
    boolean good() {
        return typed.good();
    }

    private static <E extends Enum<E>> E chosen(Typed typed, String field, Class<E> type) {
        var chosen = typed.choice(field, type);
        if (chosen == null) {
            throw new BadInput(field, typed.value(field), "one of the choices of the form");
        }
        return chosen;
    }

    /// Whether this parameter is about what is needed.
    private static boolean need(String name) {
        return name.equals("needs") || name.startsWith("need-");
    }

    /// The name of the box of a need.
    static String field(String need) {
        return "need-" + need;
    }

    boolean ticked(String need) {
        return needs.contains(need);
    }

    /// The form, to be sent again with another answer.
    ///
    /// @param before what stands in it before the needs
    Html asked(View view, Html before) {
        var fields = new Fields(view, typed);
        return Html.of(
                "<form class=\"filter\" method=\"get\" action=\"{}\">{}{}<fieldset class=\"needs\"><legend>{}</legend>{}{}<span"
                        + " class=\"note\">{}</span></fieldset>{}{}{}{}<button class=\"do\">{}</button></form>",
                view.address().path(),
                Frame.hidden(view, List.of()),
                before,
                view.words().say("form.needs"),
                typed.problems().containsKey("needs")
                        ? Html.of(
                                "<p class=\"late\" role=\"alert\">{}.</p>",
                                typed.problem("needs", view.words()))
                        : Html.EMPTY,
                boxes(view.words()),
                view.words().say("reach.anybody"),
                fields.choice("flight", Arrays.asList(Clearance.values())),
                fields.choice("danger", Arrays.asList(RouteState.Danger.values())),
                fields.choice("season", Arrays.asList(RouteState.Season.values())),
                fields.line("within"),
                view.words().say("reach.ask"));
    }

    /// A box for each need.
    private Html boxes(Words words) {
        var boxes = new ArrayList<Html>();
        for (var need : NEEDS) {
            boxes.add(
                    Html.of(
                            "<label><input type=\"checkbox\" name=\"{}\" value=\"on\"{}>{}</label> ",
                            field(need),
                            Html.attribute("checked", ticked(need)),
                            words.say("need." + need)));
        }
        return Html.join(boxes);
    }

    private static Set<String> needs(Typed typed) {
        var needs = new LinkedHashSet<String>();
        NEEDS.stream().filter(need -> typed.value(field(need)).equals(TICKED)).forEach(needs::add);
        Arrays.stream(typed.optional("needs", LINE_MAX).split(",", -1))
                .map(String::strip)
                .filter(need -> !need.isEmpty())
                .forEach(needs::add);
        if (needs.size() > Task.NEEDS_MAX) {
            typed.problem("needs", "problem.needs", needs.size(), Task.NEEDS_MAX);
        }
        return needs;
    }

    private static @Nullable Duration within(Typed typed) {
        var text = typed.value("within");
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > MINUTES_MAX) {
            typed.problem("within", "problem.minutes", MINUTES_MAX);
            return null;
        }
        return Duration.ofMinutes(Integer.parseInt(text));
    }
}
