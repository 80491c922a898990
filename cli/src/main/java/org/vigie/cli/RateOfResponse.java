package org.vigie.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.assess.Answers;
import org.vigie.assess.Attacks;
import org.vigie.assess.Figure;
import org.vigie.assess.Funnel;
import org.vigie.assess.RateTable;
import org.vigie.assess.ResponseGroup;
import org.vigie.assess.ResponseRate;
import org.vigie.assess.Share;
import org.vigie.assess.StepTimes;
import org.vigie.exchange.packs.PackNames;
import org.vigie.record.Filter;
import org.vigie.record.Viewer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Prints the mission's rate of response: both measures, never mixed, with the times of the steps
/// and the reasons.
@Command(
        name = "response",
        mixinStandardHelpOptions = true,
        description =
                "Of all the warnings, how many were answered, how fast, and if not, why not; and which"
                        + " attacks came without any.")
final class RateOfResponse implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();
    @Mixin private Clocks clocks = new Clocks();

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "Warnings that came in, and attacks that ended, on this day or later.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DAY", description = "… on this day or earlier.")
    private @Nullable String to;

    @Option(names = "--area", paramLabel = "NAME", description = "Of this area.")
    private @Nullable String area;

    @Option(
            names = "--by",
            paramLabel = "KEY",
            description =
                    "Split it by reason, sector, area, component, tier, lane, month or alleged; sector: of the"
                            + " mission, by the areas that its pack lists.")
    private @Nullable String by;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    RateOfResponse(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var filter =
                new Filter(
                        from == null ? null : Clocks.parseDay("from", from),
                        to == null ? null : Clocks.parseDay("to", to),
                        area,
                        null,
                        null,
                        null);
        var split = by == null ? null : RateTable.By.ofCode(by);
        var now = head.clock().instant();
        var out = Commands.line(spec).getOut();
        ResponseRate rate;
        try (var open = which.openExisting(head)) {
            var picture =
                    open.ledger().asOf(clocks.known(now), clocks.recorded(now), Viewer.owner());
            var spelled = Spelled.of(filter, picture.standpoint(), open.ledger());
            if (split != null) {
                var table = RateTable.of(picture, spelled, split, PackNames.of(picture));
                new RateTables(table).answer(out, json, which.exercise());
                return 0;
            }
            rate = ResponseRate.of(picture, spelled);
        }
        if (json) {
            Json.print(out, object(rate));
        } else {
            print(out, rate);
        }
        return 0;
    }

    private void print(PrintWriter out, ResponseRate rate) {
        if (which.exercise()) {
            out.println("EXERCISE");
        }
        printUnreadable(out, rate);
        printWarnings(out, rate);
        printAttacks(out, rate.attacks());
        var steps =
                new Table(
                        "from the warning to",
                        "n",
                        "median min",
                        "p90 min",
                        "too rough",
                        "before the warning",
                        "back-dated");
        for (var step : rate.steps()) {
            steps.add(
                    step.step().code(),
                    step.n(),
                    orDash(step.medianMinutes()),
                    orDash(step.p90Minutes()),
                    step.tooVague().size(),
                    step.beforeWarning().size(),
                    step.backDated().size());
        }
        out.println();
        steps.print(out);
        out.println(
                "arrive: on scene, or done where nobody logged an arrival; times only known to the day"
                        + " are too rough");
        printFunnel(out, rate.funnel());
        for (var reason : rate.byReason()) {
            out.printf(
                    Locale.ROOT,
                    "not possible, %s: %,d%n",
                    reason.reason().code(),
                    reason.notPossible().n());
        }
        out.printf(
                Locale.ROOT,
                "as of %s (recorded as of %s); --json gives every definition and the rows behind each figure%n",
                rate.knownAsOf(),
                rate.recordedAsOf());
        out.flush();
    }

    static void printUnreadable(PrintWriter out, ResponseRate rate) {
        if (rate.unreadable() > 0) {
            out.println(
                    "%s entries of warnings and responses cannot be read (their keys were destroyed or are not here) and are in no figure"
                            .formatted(rate.unreadable()));
        }
    }

    private static void printWarnings(PrintWriter out, ResponseRate rate) {
        var warnings = rate.warnings();
        out.printf(
                Locale.ROOT,
                "Warnings: %,d received, %,d answered%s, before the attack %,d of %,d; %,d unanswered, %,d open%n",
                warnings.received().n(),
                warnings.answered().n(),
                percent(warnings.rate()),
                warnings.beforeAttack().n(),
                warnings.rate().whole().n(),
                warnings.unanswered().n(),
                warnings.open().n());
        out.printf(
                Locale.ROOT,
                "  answered before the attack %,d, after it had begun %,d, times unclear %,d, no attack linked %,d%n",
                warnings.beforeAttack().n(),
                warnings.afterAttack().n(),
                warnings.unclear().n(),
                warnings.noAttack().n());
    }

    private static void printFunnel(PrintWriter out, Funnel funnel) {
        out.println();
        out.println(
                "how far warnings came: "
                        + funnel.stages().stream()
                                .map(stage -> name(stage) + " " + stage.n())
                                .collect(Collectors.joining(" > ")));
        var legs = new Table("from", "to", "n", "median min", "other way round");
        for (var leg : funnel.legs()) {
            var from = leg.from();
            legs.add(
                    from == null ? "warning" : from.code(),
                    leg.to().code(),
                    leg.times().n(),
                    orDash(leg.times().medianMinutes()),
                    leg.times().beforeWarning().size());
        }
        legs.print(out);
        out.println(
                "each leg on the alerts that took both steps; medians of legs do not add up to that of the whole way");
    }

    private static void printAttacks(PrintWriter out, Attacks attacks) {
        out.printf(
                Locale.ROOT,
                "Attacks on civilians (another measure): %,d known, %,d drew a response%s, %,d without any warning, %,d unclear%n",
                attacks.known().n(),
                attacks.responded().n(),
                percent(attacks.rate()),
                attacks.withoutWarning().n(),
                attacks.unclear().n());
    }

    static String percent(Share share) {
        return share.percent().isEmpty()
                ? ""
                : String.format(Locale.ROOT, " (%.0f %%)", share.percent().getAsDouble());
    }

    static Object orDash(@Nullable Long minutes) {
        return minutes == null ? "-" : minutes;
    }

    private static Map<String, @Nullable Object> object(ResponseRate rate) {
        var steps = new LinkedHashMap<String, Object>();
        rate.steps().forEach(step -> steps.put(step.step().code(), object(step)));
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("knownAsOf", rate.knownAsOf());
        object.put("recordedAsOf", rate.recordedAsOf());
        object.put("warnings", object(rate.warnings()));
        object.put("attacks", object(rate.attacks()));
        object.put("steps", steps);
        object.put("funnel", rate.funnel().stages().stream().map(RateOfResponse::stage).toList());
        object.put("legs", rate.funnel().legs().stream().map(RateOfResponse::object).toList());
        object.put("byReason", rate.byReason().stream().map(RateOfResponse::object).toList());
        object.put("byComponent", rate.byComponent().stream().map(RateOfResponse::object).toList());
        object.put("byTier", rate.byTier().stream().map(RateOfResponse::object).toList());
        object.put("unreadable", rate.unreadable());
        object.put("backDatedEntries", rate.backDated());
        object.put("reference", reference(rate));
        return object;
    }

    private static Map<String, @Nullable Object> stage(Figure stage) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("stage", name(stage));
        object.put("n", stage.n());
        object.put("rows", stage.ids());
        object.put("definition", stage.definition());
        return object;
    }

    private static Map<String, @Nullable Object> object(Funnel.Leg leg) {
        var from = leg.from();
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("from", from == null ? "warning" : from.code());
        object.put("to", leg.to().code());
        object.put("n", leg.times().n());
        object.put("medianMinutes", leg.times().medianMinutes());
        object.put("p90Minutes", leg.times().p90Minutes());
        object.put("otherWayRound", leg.times().beforeWarning().size());
        object.put("rows", leg.times().ids());
        object.put("definition", leg.definition());
        return object;
    }

    private static Map<String, @Nullable Object> object(Answers answers) {
        return figures(
                List.of(
                        answers.received(),
                        answers.answered(),
                        answers.unanswered(),
                        answers.open(),
                        answers.beforeAttack(),
                        answers.afterAttack(),
                        answers.unclear(),
                        answers.noAttack(),
                        answers.neverOrdered(),
                        answers.judgedFalse()));
    }

    private static Map<String, @Nullable Object> object(Attacks attacks) {
        return figures(
                List.of(
                        attacks.known(),
                        attacks.responded(),
                        attacks.withoutWarning(),
                        attacks.warned(),
                        attacks.unclear(),
                        attacks.arrivedBefore()));
    }

    /// The numbers first, by name; then what each means and the rows that it counts.
    private static Map<String, @Nullable Object> figures(List<Figure> figures) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        figures.forEach(figure -> object.put(name(figure), figure.n()));
        var definitions = new LinkedHashMap<String, Object>();
        figures.forEach(figure -> definitions.put(name(figure), figure.definition()));
        object.put("definitions", definitions);
        var rows = new LinkedHashMap<String, Object>();
        figures.forEach(figure -> rows.put(name(figure), figure.ids()));
        object.put("rows", rows);
        return object;
    }

    /// `warnings.answeredBeforeAttack` is `answeredBeforeAttack` among the warnings.
    static String name(Figure figure) {
        var code = figure.measure().code();
        return code.substring(code.indexOf('.') + 1);
    }

    static Map<String, @Nullable Object> object(StepTimes step) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("n", step.n());
        object.put("medianMinutes", step.medianMinutes());
        object.put("p90Minutes", step.p90Minutes());
        object.put("backDated", step.backDated().size());
        object.put("toTheHour", step.toTheHour());
        object.put("tooVague", step.tooVague().size());
        object.put("beforeWarning", step.beforeWarning().size());
        object.put("rows", step.ids());
        object.put("entries", step.entries());
        object.put("definition", step.definition());
        return object;
    }

    private static Map<String, @Nullable Object> object(ResponseGroup.ForReason reason) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("reason", reason.reason().code());
        object.put("n", reason.notPossible().n());
        object.put("rows", reason.notPossible().ids());
        object.put("arrivedAllTheSame", reason.arrived().n());
        return object;
    }

    private static Map<String, @Nullable Object> object(ResponseGroup group) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("key", group.key());
        object.put("ordered", group.ordered().n());
        object.put("arrived", group.arrived().n());
        object.put("notPossible", group.notPossible().n());
        object.put("running", group.running().n());
        object.put("arrival", object(group.arrival()));
        return object;
    }

    private static Map<String, @Nullable Object> reference(ResponseRate rate) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("name", rate.reference().name());
        object.put("percent", rate.reference().percent());
        object.put("n", rate.reference().cases());
        object.put("population", rate.reference().population());
        object.put("source", rate.reference().source());
        object.put("warning", rate.reference().warning());
        return object;
    }
}
