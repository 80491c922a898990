package org.vigie.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.plan.medical.CareClock;
import org.vigie.plan.medical.CareClocks;
import org.vigie.record.Casualties.Who;
import org.vigie.record.Picture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Casualties with their clocks of 10-1-2.
@Command(
        name = "casualties",
        mixinStandardHelpOptions = true,
        description =
                "Casualties of alerts with their clocks: first aid in 10 minutes, care in one hour,"
                        + " surgery in two, from the injury. A casualty is a number; who it is, nobody"
                        + " keeps. They are written down on the page of their alert.")
final class ShowCasualties implements Callable<Integer> {

    private static final String DEFINITION =
            "clocks run from the injury; care is a facility or a surgical table; medians are of"
                    + " casualties of whom both times are known, all steps in order and none erased; civilians are never counted"
                    + " among the mission";

    /// So many digits of an alert's id are printed.
    private static final int SHORT_ID = 8;

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();
    @Mixin private Clocks clocks = new Clocks();

    @Option(names = "--alert", paramLabel = "ID", description = "Those of one alert.")
    private @Nullable String alert;

    @Option(
            names = "--who",
            paramLabel = "CLASS",
            description =
                    "Those of one class: mission, civilian, host-force, other-force, not-stated.")
    private @Nullable String who;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ShowCasualties(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var picture = which.picture(head, clocks);
        var shown = CareClocks.of(picture);
        if (alert != null) {
            shown = shown.about(id(alert, shown));
        }
        if (who != null) {
            shown = shown.of(one(who));
        }
        var out = Commands.line(spec).getOut();
        if (json) {
            Json.print(out, object(picture, shown));
        } else {
            if (which.exercise()) {
                out.println("EXERCISE");
            }
            print(
                    out,
                    shown,
                    picture.knownAsOf(),
                    clocks.given()
                            ? "no casualty was known then"
                            : "no casualty is written down: they are written on the page of an"
                                    + " alert");
            out.printf(
                    "as of %s (recorded as of %s); definition: %s%n",
                    picture.knownAsOf(), picture.recordedAsOf(), DEFINITION);
            out.flush();
        }
        return 0;
    }

    /// The alert whose id is or begins so: the table shows the first digits of it.
    private static UUID id(String text, CareClocks all) {
        var begun =
                all.casualties().stream()
                        .map(one -> one.what().about())
                        .distinct()
                        .filter(id -> id.toString().startsWith(text.toLowerCase(Locale.ROOT)))
                        .toList();
        if (text.length() >= SHORT_ID && begun.size() == 1) {
            return begun.getFirst();
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new BadInput(
                    "alert",
                    text,
                    begun.size() > 1 && text.length() >= SHORT_ID
                            ? "more of the id: several alerts with casualties begin so"
                            : "the id of an alert, as its page's address has it, or its first "
                                    + SHORT_ID
                                    + " digits as this command prints them",
                    e);
        }
    }

    private static Who one(String code) {
        return Arrays.stream(Who.values())
                .filter(who -> who.code().equals(code))
                .findFirst()
                .orElseThrow(() ->
                        new BadInput(
                                "who",
                                code,
                                String.join(
                                        ", ",
                                        Arrays.stream(Who.values()).map(Who::code).toList())));
    }

    private static Map<String, @Nullable Object> object(Picture picture, CareClocks shown) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("knownAsOf", picture.knownAsOf());
        object.put("recordedAsOf", picture.recordedAsOf());
        object.put("n", shown.casualties().size());
        object.put(
                "casualties",
                shown.casualties().stream().map(one -> object(one, picture.knownAsOf())).toList());
        object.put(
                "classes",
                Arrays.stream(Who.values())
                        .filter(who -> !shown.of(who).casualties().isEmpty())
                        .map(who -> object(who, shown.of(who), picture.knownAsOf()))
                        .toList());
        object.put("definition", DEFINITION);
        return object;
    }

    private static Map<String, @Nullable Object> object(CareClock one, Instant now) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("alert", one.what().about().toString());
        row.put("number", one.what().number());
        row.put("who", one.what().who().code());
        row.put(
                "steps",
                one.steps().stream()
                        .map(taken -> {
                            var step = new LinkedHashMap<String, @Nullable Object>();
                            step.put("step", taken.step().code());
                            step.put("at", taken.at().orElse(null));
                            step.put("knownAt", taken.by().knownAt());
                            step.put("backDated", taken.by().backDated());
                            step.put("outOfOrder", taken.outOfOrder());
                            step.put("note", taken.note());
                            return step;
                        })
                        .toList());
        row.put(
                "clocks",
                one.clocks(now).stream()
                        .map(clock -> {
                            var cell = new LinkedHashMap<String, @Nullable Object>();
                            cell.put("withinMinutes", clock.kind().limit().toMinutes());
                            cell.put("state", code(clock.state()));
                            cell.put("minutes", clock.took().map(Duration::toMinutes).orElse(null));
                            cell.put("due", clock.due().orElse(null));
                            return cell;
                        })
                        .toList());
        return row;
    }

    private static Map<String, @Nullable Object> object(Who who, CareClocks those, Instant now) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("who", who.code());
        row.put("n", those.casualties().size());
        var links = new ArrayList<Map<String, @Nullable Object>>();
        for (var kind : org.vigie.plan.medical.Link.Kind.values()) {
            var link = new LinkedHashMap<String, @Nullable Object>();
            link.put("withinMinutes", kind.limit().toMinutes());
            for (var state : CareClock.State.values()) {
                link.put(code(state), those.count(kind, state, now));
            }
            links.add(link);
        }
        row.put("links", links);
        row.put(
                "medians",
                those.medians().stream()
                        .map(median -> {
                            var cell = new LinkedHashMap<String, @Nullable Object>();
                            cell.put("part", median.span().code());
                            cell.put("n", median.n());
                            cell.put(
                                    "medianMinutes",
                                    median.median().map(Duration::toMinutes).orElse(null));
                            cell.put(
                                    "longestMinutes",
                                    median.longest().map(Duration::toMinutes).orElse(null));
                            cell.put("few", median.few());
                            return cell;
                        })
                        .toList());
        return row;
    }

    private static void print(PrintWriter out, CareClocks shown, Instant now, String none) {
        if (shown.casualties().isEmpty()) {
            out.println(none);
            return;
        }
        var table =
                new Table(
                        "alert",
                        "no",
                        "class",
                        "first aid (10 min)",
                        "care (60 min)",
                        "surgery (120 min)",
                        "last step");
        for (var one : shown.casualties()) {
            var cells = new ArrayList<Object>();
            cells.add(one.what().about().toString().substring(0, SHORT_ID));
            cells.add(one.what().number());
            cells.add(one.what().who().code());
            one.clocks(now).forEach(clock -> cells.add(cell(clock)));
            cells.add(one.steps().getLast().step().code());
            table.add(cells.toArray());
        }
        table.print(out);
        for (var who : Who.values()) {
            var medians = shown.of(who).medians().stream().filter(one -> one.n() > 0).toList();
            for (var median : medians) {
                out.printf(
                        Locale.ROOT,
                        "%s, %s: median %d min, longest %d min, n %d%s%n",
                        who.code(),
                        median.span().code(),
                        median.median().map(Duration::toMinutes).orElse(0L),
                        median.longest().map(Duration::toMinutes).orElse(0L),
                        median.n(),
                        median.few() ? " (few: the next may be quite different)" : "");
            }
        }
    }

    private static String cell(CareClock.Clock clock) {
        return code(clock.state())
                + clock.took().map(took -> " (" + took.toMinutes() + " min)").orElse("");
    }

    private static String code(CareClock.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
