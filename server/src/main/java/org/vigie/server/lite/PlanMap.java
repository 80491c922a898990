package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.render.Outline;
import org.vigie.exchange.render.SvgPlan;
import org.vigie.exchange.render.SvgPlan.Shape;
import org.vigie.exchange.words.Words;
import org.vigie.geo.Position;
import org.vigie.plan.activity.Activity;
import org.vigie.plan.activity.PlanCheck;
import org.vigie.record.Activities;

/// Where a plan takes place.
record PlanMap(PlanCheck check, Words words) {

    /// So that the drawing stays within its bytes.
    private static final int MARKS_MAX = 24;

    private static final int NAMED_MAX = 3;

    private record Where(Position position, Shape shape) {}

    Html figure(List<Outline> outlines) {
        Map<Where, List<Activity>> places = new LinkedHashMap<>();
        int unplaced = 0;
        for (var activity : check.plan().activities()) {
            var position = activity.site().position();
            if (position == null) {
                unplaced++;
            } else if (activity.stands()) {
                places.computeIfAbsent(
                                new Where(position, shape(activity)), where -> new ArrayList<>())
                        .add(activity);
            }
        }
        var marks = new ArrayList<SvgPlan.Mark>();
        places.entrySet().stream()
                .limit(MARKS_MAX)
                .forEach(place -> marks.add(mark(place.getKey(), place.getValue())));
        var svg = SvgPlan.of(outlines, marks, words);
        return marks.isEmpty()
                ? Html.EMPTY
                : Html.of(
                        "<figure class=\"mid\">{}<figcaption>{} {}{}</figcaption></figure>",
                        svg,
                        words.say("plan.legend"),
                        unplaced == 0 ? "" : words.say("plan.unplaced", unplaced) + " ",
                        places.size() > MARKS_MAX
                                ? words.say("register.more", places.size() - MARKS_MAX)
                                : "");
    }

    private SvgPlan.Mark mark(Where where, List<Activity> there) {
        var keys =
                there.stream()
                        .limit(NAMED_MAX)
                        .map(one -> one.key() + " " + words.of(one.kind()))
                        .collect(Collectors.joining(", "));
        boolean against =
                check.findings().stream()
                        .flatMap(finding -> finding.activities().stream())
                        .anyMatch(there::contains);
        return new SvgPlan.Mark(
                there.getFirst().site().name(),
                where.position(),
                where.shape(),
                there.size() > NAMED_MAX
                        ? words.say("plan.and-more", keys, there.size() - NAMED_MAX)
                        : keys,
                "#a" + there.getFirst().seq(),
                against);
    }

    private static Shape shape(Activity activity) {
        return activity.kind() == Activities.Kind.FLIGHT
                ? Shape.FLIES
                : activity.protects() ? Shape.PROTECTS : Shape.CIVIL;
    }
}
