package org.vigie.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.force.ForceGeneration;
import org.vigie.force.ForceGeneration.Need;
import org.vigie.force.ForceGeneration.State;
import org.vigie.force.ForceGeneration.Step;
import org.vigie.record.Picture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Shows what was needed of forces, asked, pledged, refused, and what came.
@Command(
        name = "generation",
        mixinStandardHelpOptions = true,
        description =
                "What the mission needed of forces, whom it asked, what was pledged or refused and why,"
                        + " what came, and how many days each step took.")
final class ShowGeneration implements Callable<Integer> {

    private static final String DEFINITION =
            "days from one step to the next; + where the step still lasts; median: of the steps that"
                    + " ended";

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();
    @Mixin private Clocks clocks = new Clocks();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ShowGeneration(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var picture = which.picture(head, clocks);
        var generation =
                ForceGeneration.of(
                        picture, picture.knownAsOf().atZone(ZoneOffset.UTC).toLocalDate());
        var out = Commands.line(spec).getOut();
        if (json) {
            Json.print(out, object(picture, generation));
        } else {
            if (which.exercise()) {
                out.println("EXERCISE");
            }
            print(out, picture, generation);
        }
        return 0;
    }

    private static Map<String, @Nullable Object> object(
            Picture picture, ForceGeneration generation) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("knownAsOf", picture.knownAsOf());
        object.put("recordedAsOf", picture.recordedAsOf());
        object.put("needs", generation.needs().size());
        for (var state : State.values()) {
            object.put(code(state), generation.count(state));
        }
        for (var step : Step.values()) {
            object.put("medianDays-" + code(step), generation.median(step).orElse(null));
        }
        object.put("rows", generation.needs().stream().map(ShowGeneration::object).toList());
        object.put("definition", DEFINITION);
        return object;
    }

    private static Map<String, @Nullable Object> object(Need need) {
        var said = need.said();
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("need", said.code());
        object.put("capability", said.capability());
        object.put("count", said.count());
        object.put("base", said.base());
        object.put("state", code(need.state()));
        object.put("asked", said.asked());
        object.put("needed", need.needed());
        object.put("requested", said.requested());
        object.put("answered", said.answered());
        object.put("reason", said.reason());
        object.put("inPlace", said.inPlace());
        object.put("unit", said.unit());
        for (var step : Step.values()) {
            var days = need.days(step);
            object.put("days-" + code(step), days.map(one -> one.days()).orElse(null));
            object.put("open-" + code(step), days.map(one -> one.open()).orElse(null));
        }
        object.put("entry", need.by().seq());
        return object;
    }

    private static void print(PrintWriter out, Picture picture, ForceGeneration generation) {
        if (generation.needs().isEmpty()) {
            out.println(
                    "no need is on record; that does not say that nothing was needed. Import a list"
                            + " (columns need, capability, needed, requested, answer …)");
        } else {
            var table =
                    new Table(
                            "need",
                            "what",
                            "asked",
                            "state",
                            "needed",
                            "to request",
                            "to answer",
                            "to place",
                            "reason");
            for (var need : generation.needs()) {
                table.add(
                        need.said().code(),
                        need.said().count() + " x " + need.said().capability(),
                        plain(need.said().asked()),
                        code(need.state()),
                        Objects.toString(need.needed(), "?"),
                        days(need, Step.TO_REQUEST),
                        days(need, Step.TO_ANSWER),
                        days(need, Step.TO_PLACE),
                        plain(need.said().reason()));
            }
            table.print(out);
        }
        out.printf(
                Locale.ROOT,
                "n %,d; refused %,d; in place %,d; median days %s, %s, %s%n",
                generation.needs().size(),
                generation.count(State.REFUSED),
                generation.count(State.IN_PLACE),
                median(generation, Step.TO_REQUEST),
                median(generation, Step.TO_ANSWER),
                median(generation, Step.TO_PLACE));
        out.printf(
                "as of %s (recorded as of %s); definition: %s%n",
                picture.knownAsOf(), picture.recordedAsOf(), DEFINITION);
        out.flush();
    }

    private static String days(Need need, Step step) {
        return need.days(step).map(days -> days.days() + (days.open() ? "+" : "")).orElse("");
    }

    private static String median(ForceGeneration generation, Step step) {
        return generation.median(step).map(days -> "" + days).orElse("?");
    }

    /// Texts of the record come from outside: none may move the cursor of a terminal.
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]", "␣");
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
