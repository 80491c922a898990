package org.vigie.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Saying;
import org.vigie.plan.medical.CareHours;
import org.vigie.plan.medical.Civilians;
import org.vigie.plan.medical.Link;
import org.vigie.plan.medical.Means;
import org.vigie.plan.medical.MedicalChain;
import org.vigie.plan.medical.OneMore;
import org.vigie.plan.medical.Verdict;

/// The medical chain as text for a person and as JSON.
///
/// @param asked the moment that somebody gave; with `--night` the answer may be for another
record CasevacAnswer(
        MedicalChain chain,
        CareHours hours,
        List<OneMore> oneMore,
        List<Saying> faults,
        Instant asked) {

    private static final int SHOWN = 5;

    Map<String, @Nullable Object> object() {
        var task = chain.casualty().task();
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("at", task.placeName());
        object.put("when", task.when());
        object.put("clearance", Words.of(task.conditions().flight()));
        object.put("grounded", chain.casualty().grounded());
        object.put("links", chain.links().stream().map(CasevacAnswer::object).toList());
        object.put("met", code(chain.met()));
        object.put("bestMinutes", minutes(chain.best().orElse(null)));
        object.put("worstMinutes", minutes(chain.worst().orElse(null)));
        object.put("hours", hours.hours().stream().map(CasevacAnswer::object).toList());
        object.put("civilians", object(chain.civilians()));
        object.put("oneMore", oneMore.stream().map(CasevacAnswer::object).toList());
        object.put("notes", plain(chain.notes()));
        object.put("faults", plain(faults));
        object.put("advice", "A planning check: it treats nobody and orders nothing.");
        return object;
    }

    private static Map<String, @Nullable Object> object(Link link) {
        var best = link.best().orElse(null);
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("link", code(link.kind()));
        object.put("limitMinutes", link.kind().limit().toMinutes());
        object.put("earliestMinutes", best == null ? null : best.earliest().toMinutes());
        object.put("latestMinutes", best == null ? null : best.latest().toMinutes());
        object.put("by", best == null ? null : best.by());
        object.put("units", best == null ? List.of() : best.units());
        object.put("met", code(link.met()));
        object.put("reasons", plain(link.reasons()));
        object.put("others", link.others().stream().map(CasevacAnswer::object).toList());
        object.put("assumptions", best == null ? List.of() : plain(best.assumptions()));
        return object;
    }

    private static Map<String, @Nullable Object> object(CareHours.Hour hour) {
        var best = hour.surgery().best().orElse(null);
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("at", hour.at());
        object.put("met", code(hour.surgery().met()));
        object.put("earliestMinutes", best == null ? null : best.earliest().toMinutes());
        object.put("latestMinutes", best == null ? null : best.latest().toMinutes());
        return object;
    }

    private static Map<String, @Nullable Object> object(Means means) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("by", means.by());
        object.put("earliestMinutes", means.earliest().toMinutes());
        object.put("latestMinutes", means.latest().toMinutes());
        return object;
    }

    private static Map<String, @Nullable Object> object(Civilians civilians) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("carried", civilians.carried() == Verdict.NO ? "no" : code(civilians.carried()));
        object.put("rules", plain(civilians.rules()));
        object.put("firstAid", object(civilians.firstAid()));
        object.put("metIfCarried", code(civilians.ifCarried()));
        return object;
    }

    private static Map<String, @Nullable Object> object(OneMore one) {
        var best = one.surgery().best().orElse(null);
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("what", Words.of(one.what()));
        object.put("base", one.base().code());
        object.put("earliestMinutes", best == null ? null : best.earliest().toMinutes());
        object.put("latestMinutes", best == null ? null : best.latest().toMinutes());
        object.put("met", code(one.surgery().met()));
        object.put("gainMinutes", one.gain().map(Duration::toMinutes).orElse(null));
        object.put("like", one.like().plain());
        return object;
    }

    void print(PrintWriter out) {
        var task = chain.casualty().task();
        out.printf(
                Locale.ROOT,
                "%s, hurt at %s%s: %s%n",
                task.placeName(),
                Spoken.moment(task.when()),
                task.when().equals(asked)
                        ? ""
                        : ", nightfall (" + Spoken.moment(asked) + " is light)",
                chain.met().english());
        for (var link : chain.links()) {
            print(out, link);
        }
        out.printf(
                Locale.ROOT,
                "Surgery through 24 hours: met at %d, cannot tell at %d, not met at %d%s%n",
                hours.count(Verdict.YES),
                hours.count(Verdict.CANNOT_TELL),
                hours.count(Verdict.NO),
                hours.worst().map(CasevacAnswer::worst).orElse(""));
        var civilians = chain.civilians();
        out.printf(
                "Civilians: may they be carried: %s; the chain if they were: %s%n",
                civilians.carried() == Verdict.NO
                        ? "nobody could carry them"
                        : civilians.carried().english(),
                civilians.ifCarried().english());
        civilians.rules().forEach(rule -> out.println("    " + Spoken.of(rule)));
        printMore(out);
        chain.notes().forEach(note -> out.println(Spoken.of(note)));
        faults.forEach(fault -> out.println("register: " + Spoken.of(fault)));
        out.println(
                "A planning check: it treats nobody and orders nothing; --json lists all of it.");
        out.flush();
    }

    private static String worst(CareHours.Hour hour) {
        return "; the worst hour is "
                + Spoken.moment(hour.at())
                + hour.surgery()
                        .best()
                        .map(best -> ", by " + Spoken.length(best.latest()))
                        .orElse(", never");
    }

    private void printMore(PrintWriter out) {
        var helping = oneMore.stream().filter(OneMore::helps).limit(SHOWN).toList();
        boolean tooLate = helping.stream().allMatch(one -> one.surgery().met() == Verdict.NO);
        if (helping.isEmpty()) {
            out.println(
                    "One more helicopter or surgical team would bring the latest moment of surgery nearer nowhere.");
        } else {
            out.println(
                    tooLate
                            ? "One more would bring the latest moment of surgery nearer, and still not in time:"
                            : "One more would bring the latest moment of surgery nearer:");
        }
        for (var one : helping) {
            out.printf(
                    "    %s at %s: %s, %s%n",
                    one.what().english(),
                    one.base().name(),
                    one.surgery().best().map(this::range).orElse("nobody"),
                    one.surgery().met().english());
        }
    }

    private void print(PrintWriter out, Link link) {
        out.printf(
                Locale.ROOT,
                "%-24s limit %-7s %s  %s%n",
                link.kind().english(),
                Spoken.length(link.kind().limit()),
                link.best().map(this::range).orElse("nobody"),
                link.met().english());
        link.reasons().forEach(reason -> out.println("    " + Spoken.of(reason)));
    }

    private String range(Means means) {
        return Spoken.range(chain.casualty().task().when(), means.earliest(), means.latest());
    }

    private static List<String> plain(List<Saying> sayings) {
        return sayings.stream().map(Saying::plain).toList();
    }

    private static @Nullable Long minutes(@Nullable Duration duration) {
        return duration == null ? null : duration.toMinutes();
    }

    private static String code(Enum<?> value) {
        return Words.of(value);
    }
}
