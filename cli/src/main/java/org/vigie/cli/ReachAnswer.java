package org.vigie.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Saying;
import org.vigie.plan.ClosedArea;
import org.vigie.plan.Objection;
import org.vigie.plan.Option;
import org.vigie.plan.Options;
import org.vigie.plan.Price;
import org.vigie.plan.Prices;
import org.vigie.plan.Reach;
import org.vigie.plan.Register;
import org.vigie.plan.RulePrice;
import org.vigie.plan.TaskForce.Filling;
import org.vigie.plan.Unknown;

/// Who can go, as text for a person and as JSON.
///
/// @param price what a refused clearance for flights costs, all else equal
/// @param limits what all that is closed or refused on record costs; empty when nothing
/// @param prices what each rule costs that leaves a unit out
record ReachAnswer(
        Register register, Options options, Price price, Optional<Price> limits, Prices prices) {

    Map<String, @Nullable Object> object() {
        var task = options.task();
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("at", task.placeName());
        object.put("when", task.when());
        object.put("needs", List.copyOf(task.needs()));
        object.put("clearance", Words.of(task.conditions().flight()));
        object.put("options", options.options().stream().map(ReachAnswer::object).toList());
        object.put("excluded", options.excluded().stream().map(this::priced).toList());
        object.put("uncovered", options.uncovered());
        object.put("apart", options.apart().map(Saying::plain).orElse(null));
        object.put("partial", options.partial().stream().map(ReachAnswer::object).toList());
        object.put("package", taskForce());
        object.put("clearancePrice", price.saying().plain());
        object.put("limits", closed());
        object.put("limitsPrice", limits.map(one -> one.saying().plain()).orElse(null));
        object.put("proven", options.proof().proven());
        object.put("notBeforeMinutes", minutes(options.proof().notBefore()));
        object.put("lowerBoundMinutes", minutes(prices.bound().earliest()));
        object.put("lowerBoundLatestMinutes", minutes(prices.bound().latest()));
        object.put("lowerBound", prices.bound().saying().plain());
        object.put(
                "wouldChangeMost", prices.wouldChangeMost().map(ReachAnswer::object).orElse(null));
        object.put("notes", plain(options.notes()));
        object.put("faults", plain(register.faults()));
        object.put(
                "advice",
                "A named officer decides and asks the unit first; nothing is ordered by this answer.");
        return object;
    }

    /// What the restriction register has closed, in force or beginning later.
    private List<Map<String, @Nullable Object>> closed() {
        return options.task().conditions().limits().closed().stream()
                .map(ReachAnswer::object)
                .toList();
    }

    private static Map<String, @Nullable Object> object(ClosedArea area) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("id", area.id().toString());
        object.put("kind", area.kind());
        object.put("asset", area.asset());
        object.put("name", area.name());
        object.put("by", area.by());
        object.put("from", area.from());
        object.put("to", area.to());
        object.put("words", area.words().plain());
        return object;
    }

    private static List<String> plain(List<Saying> sayings) {
        return sayings.stream().map(Saying::plain).toList();
    }

    private static Map<String, @Nullable Object> object(Option option) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("units", option.units().stream().map(can -> can.unit().code()).toList());
        object.put("earliestMinutes", option.earliest().toMinutes());
        object.put("latestMinutes", option.latest().toMinutes());
        object.put("slowest", option.slowest().unit().code());
        object.put("assumptions", plain(option.assumptions()));
        return object;
    }

    private static Map<String, @Nullable Object> object(Reach.Cannot cannot) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("unit", cannot.unit().code());
        object.put("reason", cannot.first().why().plain());
        object.put("couldGo", cannot.couldGo());
        object.put("undecided", cannot.undecided());
        object.put(
                "code",
                cannot.couldGo() || cannot.undecided() ? null : cannot.first().reason().code());
        object.put("clearance", cannot.first().findClearance().map(Words::of).orElse(null));
        object.put("allReasons", plain(cannot.objections().stream().map(Objection::why).toList()));
        return object;
    }

    /// With what each of its rules costs; the unit's own price is that of the first.
    private Map<String, @Nullable Object> priced(Reach.Cannot cannot) {
        var rules = prices.of(cannot.unit());
        var object = object(cannot);
        object.put("priceMinutes", rules.isEmpty() ? null : minutes(rules.getFirst()));
        object.put("rules", rules.stream().map(ReachAnswer::object).toList());
        return object;
    }

    private static Map<String, @Nullable Object> object(RulePrice price) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("rule", price.rule().rule());
        object.put("reason", price.rule().why().plain());
        object.put("priceMinutes", minutes(price));
        object.put("price", price.words().plain());
        var closed = price.rule().closed();
        object.put("limit", closed == null ? null : closed.id().toString());
        return object;
    }

    private static @Nullable Object minutes(RulePrice price) {
        if (price.earliestMinutes() == null) {
            return null;
        }
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("earliest", price.earliestMinutes());
        object.put("latest", price.latestMinutes());
        return object;
    }

    private static @Nullable Long minutes(@Nullable Duration duration) {
        return duration == null ? null : duration.toMinutes();
    }

    private static Map<String, @Nullable Object> object(Unknown open) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("about", open.about());
        object.put("unit", open.unit());
        object.put("question", open.question().plain());
        object.put("best", open.best().map(ReachAnswer::range).orElse(null));
        object.put("worst", open.worst().map(ReachAnswer::range).orElse(null));
        object.put("words", open.saying().plain());
        return object;
    }

    private static Map<String, Object> range(Option option) {
        var object = new LinkedHashMap<String, Object>();
        object.put("units", option.units().stream().map(can -> can.unit().code()).toList());
        object.put("earliestMinutes", option.earliest().toMinutes());
        object.put("latestMinutes", option.latest().toMinutes());
        return object;
    }

    private Map<String, @Nullable Object> taskForce() {
        var force = options.taskForce();
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("parts", force.parts().stream().map(ReachAnswer::object).toList());
        object.put("missing", force.missing().stream().map(Words::of).toList());
        object.put("slowest", force.findSlowest().map(one -> Words.of(one.part())).orElse(null));
        object.put("earliestMinutes", force.findEarliest().map(Duration::toMinutes).orElse(null));
        object.put("latestMinutes", force.findLatest().map(Duration::toMinutes).orElse(null));
        return object;
    }

    private static Map<String, @Nullable Object> object(Filling filling) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("part", Words.of(filling.part()));
        switch (filling) {
            case Filling.Filled filled -> {
                object.put("unit", filled.unit().unit().code());
                object.put("earliestMinutes", filled.with().earliest().toMinutes());
                object.put("latestMinutes", filled.with().latest().toMinutes());
            }
            case Filling.Missing missing -> {
                object.put("unit", null);
                object.put("why", missing.why().stream().map(ReachAnswer::object).toList());
            }
        }
        return object;
    }

    private void print(PrintWriter out, Option option) {
        out.println(range(option.earliest(), option.latest()) + "  " + names(option));
    }

    void print(PrintWriter out) {
        var task = options.task();
        out.printf(
                Locale.ROOT,
                "%s, order at %s, needs %s%n",
                task.placeName(),
                Spoken.moment(task.when()),
                task.needs().isEmpty() ? "anybody" : needs(task.needs()));
        register.findEnd()
                .ifPresent(end ->
                        out.println(
                                "no unit of this register is in the mission on %s, the last left on %s: ask --when that day or before, or of a force of today with --mission ostrelle"
                                        .formatted(task.day(), end)));
        options.options().forEach(option -> print(out, option));
        if (!options.proof().proven()) {
            out.println(Spoken.of(options.proof().saying(!options.options().isEmpty())));
        }
        options.apart().ifPresent(why -> out.println(Spoken.of(why)));
        if (!options.partial().isEmpty()) {
            out.println("without " + needs(options.uncovered()) + ":");
            options.partial().forEach(option -> print(out, option));
        } else if (options.options().isEmpty() && options.proof().proven()) {
            out.println("nobody can go");
        }
        options.excluded().forEach(cannot -> print(out, cannot));
        out.println("Mobile task force:");
        options.taskForce().parts().forEach(filling -> out.println("  " + text(filling)));
        out.println(Spoken.of(price.saying(ReachAnswer::names)));
        limits.ifPresent(one -> out.println(Spoken.of(one.saying(ReachAnswer::names))));
        out.println(Spoken.of(prices.bound().saying()));
        out.println(
                "What would change the answer most: " + Spoken.of(prices.wouldChangeMostSaying()));
        options.notes().forEach(note -> out.println(Spoken.of(note)));
        register.faults().forEach(fault -> out.println("register: " + Spoken.of(fault)));
        out.println("Advice only; --json lists every assumption.");
        out.flush();
    }

    private static String needs(Collection<String> needs) {
        return needs.stream().map(Spoken::need).collect(Collectors.joining(", "));
    }

    private String text(Filling filling) {
        return switch (filling) {
            case Filling.Filled filled ->
                    Words.of(filled.part())
                            + ": "
                            + filled.unit().unit().name()
                            + ", "
                            + range(filled.with().earliest(), filled.with().latest());
            case Filling.Missing missing ->
                    Words.of(missing.part())
                            + ": MISSING"
                            + (missing.why().isEmpty()
                                    ? ", none in the register"
                                    : ", " + first(missing.why().getFirst()));
        };
    }

    /// Every rule that stops it, each with what it costs; where none does, why it is in no option.
    private void print(PrintWriter out, Reach.Cannot cannot) {
        if (cannot.couldGo()) {
            out.println("could go: " + cannot.unit().name());
            out.println("    " + Spoken.of(cannot.first().why()));
            return;
        }
        out.println((cannot.undecided() ? "not decided: " : "cannot: ") + cannot.unit().name());
        for (var price : prices.of(cannot.unit())) {
            out.println("    " + Spoken.of(price.rule().why()));
            out.println("        " + Spoken.of(price.words()));
        }
    }

    private static String first(Reach.Cannot cannot) {
        return cannot.unit().name() + ": " + Spoken.of(cannot.first().why());
    }

    private static String names(Option option) {
        return String.join(" + ", option.units().stream().map(can -> can.unit().name()).toList());
    }

    private String range(Duration earliest, Duration latest) {
        return Spoken.range(options.task().when(), earliest, latest);
    }
}
