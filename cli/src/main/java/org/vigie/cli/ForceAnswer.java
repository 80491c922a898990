package org.vigie.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.force.ForceBase;
import org.vigie.force.ForceRegister;
import org.vigie.force.ForceUnit;
import org.vigie.force.Loss;
import org.vigie.geo.Saying;
import org.vigie.plan.Caveat;
import org.vigie.plan.UnitWay;
import org.vigie.record.Forces;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;

/// The force register as text or as one JSON object.
///
/// @param loss what the exit of a partner takes away, null when nobody asked
record ForceAnswer(
        Picture picture,
        ForceRegister register,
        @Nullable Loss loss,
        ForceRegister.Narrowing narrowing) {

    private static final String DEFINITION =
            "units in the mission on that day; strength: sum of what is stated, each with its own"
                    + " measure; the word known last holds";

    Map<String, @Nullable Object> object() {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("knownAsOf", picture.knownAsOf());
        object.put("recordedAsOf", picture.recordedAsOf());
        object.put("day", register.day());
        var strength = register.strength();
        object.put("units", strength.units());
        object.put("strength", strength.stated() == 0 ? null : strength.sum());
        object.put("strengthOf", strength.stated());
        object.put("left", register.left());
        object.put("bases", register.bases().stream().map(ForceAnswer::object).toList());
        object.put("faults", register.faults().stream().map(Saying::plain).toList());
        object.put("loss", loss == null ? null : object(loss));
        object.put("definition", DEFINITION);
        return object;
    }

    private static Map<String, @Nullable Object> object(ForceBase base) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        var said = base.said();
        var position = base.base().position();
        object.put("id", base.base().code());
        object.put("name", base.base().name());
        object.put("sector", said == null ? null : said.sector());
        object.put("latitude", position == null ? null : "" + position.latitude());
        object.put("longitude", position == null ? null : "" + position.longitude());
        object.put("medicalLevel", base.base().medicalLevel());
        object.put("airstrip", said == null ? null : said.airstrip());
        object.put("strength", base.findStrength().orElse(null));
        object.put("units", base.units().stream().map(ForceAnswer::object).toList());
        return object;
    }

    private static Map<String, @Nullable Object> object(ForceUnit unit) {
        var said = unit.said();
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("id", said.code());
        object.put("name", said.name());
        object.put("contributor", said.contributor());
        object.put("provider", unit.provider());
        object.put("part", code(said.part()));
        object.put("capabilities", said.capabilities());
        object.put("mode", code(said.mode()));
        object.put("speedKmhLow", said.speedKmh().low());
        object.put("speedKmhHigh", said.speedKmh().high());
        object.put("ways", said.listWays().stream().map(ForceAnswer::object).toList());
        object.put("crewHours", said.crewHours());
        object.put("noticeMinutesLow", said.noticeMinutes().low());
        object.put("noticeMinutesHigh", said.noticeMinutes().high());
        object.put("night", said.night());
        object.put("rangeKm", said.rangeKm());
        object.put("seats", said.seats());
        object.put("strength", said.strength());
        object.put("strengthMeasure", said.strengthMeasure());
        object.put("strengthOn", said.strengthOn());
        object.put("medicalLevel", unit.medicalLevel());
        object.put("from", said.from());
        object.put("to", said.to());
        object.put("readinessDeclared", object(unit.declared()));
        object.put("readinessVerified", object(unit.verified()));
        object.put("caveats", unit.caveats().stream().map(ForceAnswer::object).toList());
        object.put("basis", said.basis());
        object.put("knownAt", unit.by().knownAt());
        object.put("entry", unit.by().seq());
        return object;
    }

    private static @Nullable Map<String, @Nullable Object> object(@Nullable Recorded entry) {
        if (entry == null || !(entry.body() instanceof Forces.ReadinessStated stated)) {
            return null;
        }
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("readiness", code(stated.readiness()));
        object.put("serviceablePercent", stated.serviceablePercent());
        object.put("by", stated.by());
        object.put("on", entry.happened().lastDay());
        return object;
    }

    private static Map<String, @Nullable Object> object(Forces.Way way) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("mode", code(way.mode()));
        object.put("surface", way.surface() == null ? null : code(way.surface()));
        object.put("season", way.season() == null ? null : code(way.season()));
        object.put("escorted", way.escorted());
        object.put("speedKmhLow", way.speedKmh().low());
        object.put("speedKmhHigh", way.speedKmh().high());
        return object;
    }

    private static Map<String, @Nullable Object> object(Caveat caveat) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("id", caveat.code());
        object.put("kind", code(caveat.kind()));
        object.put("value", caveat.value());
        object.put("declared", caveat.declared());
        object.put("words", caveat.words().plain());
        return object;
    }

    private static Map<String, @Nullable Object> object(Loss loss) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("without", loss.partner());
        object.put("units", loss.units().stream().map(unit -> unit.said().code()).toList());
        object.put("partsLost", loss.lost().stream().map(ForceAnswer::code).toList());
        var parts = new ArrayList<Map<String, @Nullable Object>>();
        for (var left : loss.parts()) {
            var part = new LinkedHashMap<String, @Nullable Object>();
            part.put("part", code(left.part()));
            part.put("before", left.before());
            part.put("after", left.after());
            parts.add(part);
        }
        object.put("parts", parts);
        return object;
    }

    void print(PrintWriter out) {
        if (register.units().isEmpty()) {
            out.println(nobody());
        } else {
            table().print(out);
            register.units().forEach(unit -> caveats(out, unit));
        }
        register.faults().forEach(fault -> out.println("! " + plain(fault.plain())));
        if (loss != null) {
            print(out, loss);
        }
        var strength = register.strength();
        out.printf(
                Locale.ROOT,
                "n %,d units at %,d bases; strength %s; %,d not in the mission on %s%n",
                strength.units(),
                register.bases().size(),
                strength.stated() == 0
                        ? "not stated"
                        : String.format(
                                Locale.ROOT,
                                "%,d (stated of %,d)",
                                strength.sum(),
                                strength.stated()),
                register.left(),
                register.day());
        out.printf(
                "as of %s (recorded as of %s); definition: %s%n",
                picture.knownAsOf(), picture.recordedAsOf(), DEFINITION);
        out.flush();
    }

    /// Nobody is there, and why.
    private String nobody() {
        if (!narrowing.isNone()) {
            return "no unit of the register is so on "
                    + register.day()
                    + "; contributors there: "
                    + (register.contributors().isEmpty()
                            ? "none"
                            : String.join(", ", register.contributors()));
        }
        return register.left() > 0
                ? "none of the %s units of the register is in the mission on %s; ask for another day with --on"
                        .formatted(register.left(), register.day())
                : "the ledger knows no unit: load a mission pack, or import bases.csv and then units.csv";
    }

    private Table table() {
        var table =
                new Table(
                        "base",
                        "unit",
                        "contributor",
                        "part",
                        "strength",
                        "notice min",
                        "ready: declared",
                        "verified",
                        "care",
                        "provider");
        for (var base : register.bases()) {
            for (var unit : base.units()) {
                var said = unit.said();
                table.add(
                        base.base().name(),
                        said.code(),
                        said.contributor(),
                        code(said.part()),
                        said.strength() == null ? "?" : said.strength(),
                        said.noticeMinutes().low() + "-" + said.noticeMinutes().high(),
                        readiness(unit.declared()),
                        readiness(unit.verified()) + (unit.lessThanDeclared() ? " (less)" : ""),
                        unit.medicalLevel() == 0 ? "" : "level " + unit.medicalLevel(),
                        unit.provider());
            }
        }
        return table;
    }

    private static String readiness(@Nullable Recorded entry) {
        return ForceUnit.stated(entry)
                .map(stated ->
                        code(stated.readiness())
                                + (entry == null ? "" : " " + entry.happened().lastDay()))
                .orElse("?");
    }

    /// What was stated of how it moves, and its caveats.
    private static void caveats(PrintWriter out, ForceUnit unit) {
        var said = unit.said();
        said.listWays()
                .forEach(way ->
                        out.println(plain(said.code() + ": " + UnitWay.of(way).words().plain())));
        if (said.crewHours() != null) {
            out.println(
                    plain(said.code() + ": a crew may fly " + said.crewHours() + " hours a day"));
        }
        unit.caveats()
                .forEach(caveat ->
                        out.println(plain(unit.said().code() + ": " + caveat.words().plain())));
    }

    private static void print(PrintWriter out, Loss loss) {
        var units = loss.units().stream().map(unit -> unit.said().code()).toList();
        out.println(
                plain(
                        "without %s: %s"
                                .formatted(
                                        loss.partner(),
                                        units.isEmpty()
                                                ? "no unit is lost; nobody provides one under this name"
                                                : "lost " + String.join(", ", units))));
        List<String> parts =
                loss.parts().stream()
                        .map(left ->
                                "%s %s -> %s%s"
                                        .formatted(
                                                code(left.part()),
                                                left.before(),
                                                left.after(),
                                                left.lost() ? " LOST" : ""))
                        .toList();
        out.println("mobile task force: " + String.join(", ", parts));
    }

    /// Texts of the record come from outside: none may move the cursor of a terminal.
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]", "␣");
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
