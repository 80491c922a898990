package org.vigie.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Saying;
import org.vigie.plan.posture.CoverAnswer;
import org.vigie.plan.posture.CoverProblem;
import org.vigie.plan.posture.ForcePosture;
import org.vigie.plan.posture.PostureAdvice;

/// Where units should stand, as text for a person and as JSON.
///
/// @param day of the force register
record PostureReport(
        ForcePosture force, CoverProblem problem, PostureAdvice advice, LocalDate day) {

    private static final MathContext DIGITS = new MathContext(10, RoundingMode.HALF_EVEN);
    private static final String NONE_IN_REACH =
            "No place of the file can be reached in time from any base, so this says nothing: are they"
                    + " the places of this mission's country?";
    private static final String ADVICE =
            "A model's advice, computed from the register: a named officer decides; nobody is moved by"
                    + " this answer.";

    Map<String, @Nullable Object> object(int places, int events) {
        var certificate = advice.posture().certificate();
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("value", number(certificate.value()));
        object.put("bound", number(certificate.bound()));
        object.put("gap", number(certificate.gap()));
        object.put("proven", certificate.isProven());
        object.put("boundWithoutSolver", number(shown()));
        object.put("solver", certificate.solver());
        object.put("version", certificate.version());
        object.put("seconds", number(certificate.seconds()));
        object.put("seed", certificate.seed());
        object.put("modelHash", certificate.modelHash());
        object.put("day", day);
        object.put("places", places);
        object.put("lethalEvents", events);
        object.put("rows", problem.rows().size());
        object.put("valueToday", number(problem.value(force.today())));
        object.put("ofGreatest", number(part(certificate.value(), problem.greatest())));
        object.put("asked", problem.words().said());
        object.put("services", services());
        object.put("scenarios", scenarios());
        object.put("floors", floors());
        object.put("plan", plan());
        object.put("oneMore", oneMore());
        object.put("alternatives", alternatives());
        object.put("binding", plain(advice.binding()));
        object.put("notes", notes());
        object.put("advice", ADVICE);
        return object;
    }

    private double shown() {
        return advice.posture().multipliers().bound(problem);
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        if (advice.posture().certificate().bound() == 0) {
            notes.add(NONE_IN_REACH);
        }
        notes.addAll(plain(force.notes()));
        notes.addAll(plain(advice.posture().notes()));
        notes.addAll(
                plain(org.vigie.plan.posture.CoverCheck.of(problem, advice.posture()).notes()));
        return notes;
    }

    private List<Map<String, Object>> services() {
        var services = new ArrayList<Map<String, Object>>();
        for (int s = 0; s < problem.services().size(); s++) {
            var service = new LinkedHashMap<String, Object>();
            service.put("service", problem.services().get(s).code());
            service.put("covered", number(problem.coveredPart(s, advice.posture().units())));
            services.add(service);
        }
        return services;
    }

    /// What the one plan covers in each scenario.
    private List<Map<String, Object>> scenarios() {
        var rows = new ArrayList<Map<String, Object>>();
        var cases = force.wishes().cases();
        for (int at = 0; at < cases.size(); at++) {
            var row = new LinkedHashMap<String, Object>();
            row.put("scenario", cases.get(at).code());
            row.put("weight", number(force.wishes().part(cases.get(at))));
            for (int s = 0; s < problem.services().size(); s++) {
                row.put(
                        problem.services().get(s).code(),
                        number(force.question().coveredPart(at, s, advice.posture().units())));
            }
            rows.add(row);
        }
        return rows;
    }

    private static Object cell(Object value) {
        return value instanceof BigDecimal number
                ? number.setScale(3, RoundingMode.HALF_EVEN).toPlainString()
                : value;
    }

    private List<Map<String, Object>> floors() {
        var rows = new ArrayList<Map<String, Object>>();
        var words = problem.words();
        for (int area = 0; area < words.areas().size(); area++) {
            var row = new LinkedHashMap<String, Object>();
            row.put("area", words.areas().get(area));
            row.put("floor", number(words.floors().get(area)));
            row.put("covered", number(problem.coveredOfArea(area, advice.posture().units())));
            row.put("coveredToday", number(problem.coveredOfArea(area, force.today())));
            rows.add(row);
        }
        return rows;
    }

    private void print(PrintWriter out, List<Map<String, Object>> rows) {
        if (!rows.isEmpty()) {
            var table = new Table(rows.getFirst().keySet().toArray(String[]::new));
            for (var row : rows) {
                table.add(row.values().stream().map(PostureReport::cell).toArray());
            }
            table.print(out);
        }
    }

    private List<Map<String, Object>> plan() {
        var plan = new ArrayList<Map<String, Object>>();
        var units = advice.posture().units();
        for (int station = 0; station < units.length; station++) {
            if (units[station] > 0) {
                var unit = force.units().get(problem.typeOf(station));
                var base = force.bases().get(problem.baseOf(station));
                var row = new LinkedHashMap<String, Object>();
                row.put("unit", unit.code());
                row.put("base", base.code());
                row.put("today", unit.base().code());
                row.put("moves", !base.code().equals(unit.base().code()));
                plan.add(row);
            }
        }
        return plan;
    }

    private List<Map<String, Object>> oneMore() {
        var rows = new ArrayList<Map<String, Object>>();
        for (var worth : advice.worth()) {
            var row = new LinkedHashMap<String, Object>();
            row.put("like", force.units().get(worth.type()).code());
            row.put("atLeast", number(worth.atLeast()));
            row.put("atMost", number(worth.atMost()));
            rows.add(row);
        }
        return rows;
    }

    private List<Map<String, Object>> alternatives() {
        var rows = new ArrayList<Map<String, Object>>();
        for (var other : advice.alternatives()) {
            var row = new LinkedHashMap<String, Object>();
            row.put("unit", force.units().get(problem.typeOf(other.from())).code());
            row.put("base", force.bases().get(problem.baseOf(other.to())).code());
            row.put("insteadOf", force.bases().get(problem.baseOf(other.from())).code());
            row.put("value", number(other.value()));
            rows.add(row);
        }
        return rows;
    }

    void print(PrintWriter out) {
        var certificate = advice.posture().certificate();
        out.printf(
                Locale.ROOT,
                "Posture for %s: worth %s of at most %s (gap %.3f %%), %s, %.2f s%n",
                day,
                number(certificate.value()).toPlainString(),
                number(certificate.bound()).toPlainString(),
                100 * certificate.gap(),
                certificate.solver(),
                certificate.seconds());
        out.printf(
                "as it stands today: %s%n", number(problem.value(force.today())).toPlainString());
        for (var service : services()) {
            out.printf(
                    Locale.ROOT,
                    "%s: %.1f %% of the weight is covered%n",
                    service.get("service"),
                    100 * Double.parseDouble(String.valueOf(service.get("covered"))));
        }
        if (!force.wishes().isNone()) {
            print(out, scenarios());
            print(out, floors());
        }
        var table = new Table("unit", "base", "today");
        for (var row : plan()) {
            table.add(row.get("unit"), row.get("base"), row.get("today"));
        }
        table.print(out);
        advice.binding().forEach(one -> out.println(one.plain()));
        notes().forEach(out::println);
        out.println(ADVICE);
        out.flush();
    }

    /// Why there is no posture.
    static void print(PrintWriter out, CoverAnswer.None none, boolean json) {
        if (json) {
            var object = new LinkedHashMap<String, Object>();
            object.put("plan", List.of());
            object.put("why", plain(none.why()));
            object.put("proven", none.proven());
            Json.print(out, object);
        } else {
            plain(none.why()).forEach(out::println);
            out.flush();
        }
    }

    private static double part(double value, double whole) {
        return whole == 0 ? 0 : value / whole;
    }

    private static List<String> plain(List<Saying> sayings) {
        return sayings.stream().map(Saying::plain).toList();
    }

    private static BigDecimal number(double value) {
        var rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
