package org.vigie.server.lite;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.packs.Capabilities;
import org.vigie.exchange.packs.ForceList;
import org.vigie.force.WayText;
import org.vigie.geo.BadInput;
import org.vigie.geo.Mode;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Forces;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.weigh.Judgements;

/// Reads the forms of the force register: a unit that is added or changed or has gone, a caveat,
/// how ready a unit is, and the taking back of each. What cannot be so comes back with its reason.
record ForceForms(Typed typed, Picture picture, View view) {

    static final Set<String> ACTS =
            Set.of("unit", "gone", "caveat", "caveat-end", "readiness", "take-back");

    private static final String ID = "[A-Za-z0-9][A-Za-z0-9-]{0,79}";
    private static final int LINE_MAX = 300;
    private static final int PERCENT_MAX = 100;

    /// What is to be written.
    ///
    /// @param happened when it was so, null where the body says it
    /// @param older the entry that it takes back, null for none
    record Act(UUID subject, @Nullable Happened happened, Body body, @Nullable UUID older) {}

    /// What the form says, or empty with its problems noted.
    Optional<Act> read(String act) {
        return switch (act) {
            case "unit" -> unit();
            case "gone" -> gone();
            case "caveat" -> caveat();
            case "caveat-end" -> caveatEnd();
            case "readiness" -> readiness();
            default -> takeBack();
        };
    }

    /// What this form may have been written about when it was sent before.
    List<UUID> subjects() {
        return List.of(
                Ids.subject("unit", typed.value("unit-code")), Ids.subject("caveat", caveatCode()));
    }

    /// The code that was typed, or one of the form's own.
    private String caveatCode() {
        var code = typed.value("caveat-code");
        return code.isEmpty() ? "cav-" + typed.id().toString().substring(24) : code;
    }

    private Optional<Act> unit() {
        var code = code("unit-code");
        var before = picture.latest(Forces.UnitDeclared.class).get(Ids.subject("unit", code));
        var name = typed.required("unit-name", LINE_MAX);
        var base = base();
        var part = typed.choice("part", Forces.Part.class);
        var mode = typed.choice("mode", Mode.class);
        var words = capabilities();
        var speed = span("speed-low", "speed-high", 1_000);
        var notice = span("notice-low", "notice-high", 50_000);
        boolean night = typed.either("night", "yes", "no");
        var range = number("range-km", 20_000);
        var seats = number("seats", 1_000);
        var strength = number("strength", 50_000);
        var measure = typed.optional("strength-measure", LINE_MAX);
        if (strength != null && measure.isEmpty()) {
            typed.problem("strength-measure", "problem.measure");
        }
        var strengthOn = day("strength-on");
        if (strengthOn != null && strength == null) {
            typed.problem("strength-on", "problem.strength-on");
        }
        var ways = ways(mode);
        var crewHours = number("crew-hours", 24);
        if (crewHours != null && mode != Mode.HELICOPTER && mode != Mode.FIXED_WING) {
            typed.problem("crew-hours", "problem.crew-hours");
        }
        var from = day("holds-from");
        var contributor = typed.optional("contributor", LINE_MAX);
        var provider = typed.optional("provider", LINE_MAX);
        var basis = typed.optional("basis-source", LINE_MAX);
        var note = typed.optional("note", LINE_MAX);
        if (!typed.good() || part == null || mode == null || speed == null || notice == null) {
            return Optional.empty();
        }
        var body =
                new Forces.UnitDeclared(
                        code,
                        name,
                        contributor,
                        before == null ? component(part) : before.component(),
                        base,
                        part,
                        Capabilities.of(part, words),
                        mode,
                        speed,
                        notice,
                        night,
                        range,
                        seats,
                        strength,
                        measure,
                        from == null && before != null ? before.from() : from,
                        before == null ? null : before.to(),
                        provider,
                        basis,
                        note,
                        ways,
                        crewHours,
                        strengthOn);
        return Optional.of(
                new Act(
                        Ids.subject("unit", code),
                        from == null ? null : Happened.on(from),
                        body,
                        null));
    }

    private List<Forces.Way> ways(@Nullable Mode mode) {
        try {
            return WayText.parse("ways", typed.optional("ways", LINE_MAX), mode);
        } catch (BadInput e) {
            var word = String.valueOf(e.value());
            typed.problem("ways", "problem.ways", word.substring(0, Math.min(40, word.length())));
            return List.of();
        }
    }

    private static Component component(Forces.Part part) {
        return switch (part) {
            case POLICE -> Component.POLICE;
            case CIVIL -> Component.CIVIL_AFFAIRS;
            case SURGICAL -> Component.MISSION_SUPPORT;
            case QUICK_REACTION,
                    ISR,
                    EOD,
                    ATTACK_HELICOPTER,
                    TRANSPORT_HELICOPTER,
                    INFANTRY,
                    OTHER ->
                    Component.FORCE;
        };
    }

    private String code(String field) {
        if (!typed.value(field).matches(ID)) {
            typed.problem(field, "problem.code");
        }
        return typed.value(field);
    }

    private String base() {
        var base = typed.value("base-code");
        boolean known =
                picture.latest(Forces.BaseOpened.class).values().stream()
                        .anyMatch(one -> one.code().equals(base));
        if (!known) {
            typed.problem("base-code", "problem.base");
        }
        return base;
    }

    private List<String> capabilities() {
        var words = new ArrayList<String>();
        for (var word : typed.value("capabilities").split("[|,; ]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
                if (!Capabilities.known(word)) {
                    typed.problem(
                            "capabilities",
                            "problem.capability",
                            word.substring(0, Math.min(word.length(), 40)),
                            String.join(", ", Capabilities.words()));
                }
            }
        }
        return words;
    }

    private Forces.@Nullable Span span(String low, String high, int max) {
        var least = number(low, max);
        var most = number(high, max);
        if (least == null || most == null) {
            typed.problem(least == null ? low : high, "problem.missing");
            return null;
        }
        if (most < least) {
            typed.problem(high, "problem.below");
        }
        return new Forces.Span(least, most);
    }

    private @Nullable Integer number(String field, int max) {
        var text = typed.value(field);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) > max) {
            typed.problem(field, "problem.up-to", max);
            return null;
        }
        return Integer.valueOf(text);
    }

    private @Nullable LocalDate day(String field) {
        var text = typed.value(field);
        try {
            return text.isEmpty() ? null : View.day(field, text);
        } catch (BadInput e) {
            typed.problem(field, "problem.day");
            return null;
        }
    }

    private @Nullable LocalDate neededDay(String field) {
        if (typed.value(field).isEmpty()) {
            typed.problem(field, "problem.day");
        }
        return day(field);
    }

    private String knownUnit() {
        var code = typed.value("unit-code");
        boolean known =
                code.equals("*")
                        || picture.latest(Forces.UnitDeclared.class)
                                .containsKey(Ids.subject("unit", code));
        if (!known) {
            typed.problem("unit-code", "problem.unit", code);
        }
        return code;
    }

    private Optional<Act> gone() {
        var unit = knownUnit();
        var last = neededDay("last-day");
        var why = typed.optional("why", LINE_MAX);
        return typed.good() && last != null
                ? Optional.of(
                        new Act(
                                Ids.subject("unit", unit),
                                Happened.on(last),
                                new Forces.UnitGone(why),
                                null))
                : Optional.empty();
    }

    private Optional<Act> caveat() {
        var unit = knownUnit();
        var code = caveatCode();
        var kind = typed.choice("caveat-kind", Forces.CaveatKind.class);
        var value = typed.optional("caveat-value", LINE_MAX);
        boolean declared = typed.either("caveat-status", "declared", "observed");
        var from = day("holds-from");
        var to = day("last-day");
        if (from != null && to != null && to.isBefore(from)) {
            typed.problem("last-day", "problem.period");
        }
        var basis = typed.optional("basis-source", LINE_MAX);
        var note = typed.optional("note", LINE_MAX);
        if (kind != null) {
            var allowed = ForceList.caveatAllowed(View.code(kind), value);
            if (!allowed.isEmpty()) {
                typed.problem("caveat-value", "problem.caveat-value", allowed);
            }
        }
        return typed.good() && kind != null
                ? Optional.of(
                        new Act(
                                Ids.subject("caveat", code),
                                from == null ? null : Happened.on(from),
                                new Forces.CaveatDeclared(
                                        code, unit, kind, value, declared, from, to, basis, note),
                                null))
                : Optional.empty();
    }

    private Optional<Act> caveatEnd() {
        var caveat =
                picture.latest(Forces.CaveatDeclared.class)
                        .get(Ids.subject("caveat", typed.value("caveat-code")));
        if (caveat == null) {
            typed.problem("caveat-code", "problem.choose");
        }
        var last = neededDay("last-day");
        return typed.good() && caveat != null && last != null
                ? Optional.of(
                        new Act(
                                Ids.subject("caveat", caveat.code()),
                                Happened.on(last),
                                new Forces.CaveatDeclared(
                                        caveat.code(),
                                        caveat.unit(),
                                        caveat.caveat(),
                                        caveat.value(),
                                        caveat.declared(),
                                        caveat.from(),
                                        last,
                                        caveat.basis(),
                                        caveat.note()),
                                null))
                : Optional.empty();
    }

    private Optional<Act> readiness() {
        var unit = knownUnit();
        boolean verified = typed.either("said-as", "verified", "declared");
        var readiness = typed.choice("readiness", Forces.Readiness.class);
        var percent = number("serviceable", PERCENT_MAX);
        var on = day("on-day");
        if (on != null && on.isAfter(Say.dayOf(view.now()))) {
            typed.problem("on-day", "problem.future");
        }
        var note = typed.optional("note", LINE_MAX);
        return typed.good() && readiness != null
                ? Optional.of(
                        new Act(
                                Ids.subject("unit", unit),
                                on == null ? Happened.at(view.now()) : Happened.on(on),
                                new Forces.ReadinessStated(
                                        unit,
                                        verified,
                                        readiness,
                                        percent,
                                        view.officer().post(),
                                        note),
                                null))
                : Optional.empty();
    }

    /// What somebody wrote into this register on a page, and still holds.
    static List<Recorded> byHand(Picture picture, Set<UUID> subjects) {
        return picture.entries(Forces.class).stream()
                .filter(entry -> entry.entry().origin().lane().equals("form"))
                .filter(entry -> subjects.contains(entry.entry().subject()))
                .filter(entry ->
                        switch (entry.body()) {
                            case Forces.UnitDeclared unit -> true;
                            case Forces.UnitGone gone -> true;
                            case Forces.CaveatDeclared caveat -> true;
                            case Forces.ReadinessStated stated -> true;
                            case Forces.ForceNeeded needed -> true;
                            default -> false;
                        })
                .toList();
    }

    private Optional<Act> takeBack() {
        var older =
                picture.entries(Forces.class).stream()
                        .filter(entry -> entry.entry().origin().lane().equals("form"))
                        .filter(entry ->
                                entry.entry().id().toString().equals(typed.value("entry-id")))
                        .findFirst();
        if (older.isEmpty()) {
            typed.problem("entry-id", "problem.choose");
        }
        var why = typed.required("why", LINE_MAX);
        return typed.good() && older.isPresent()
                ? Optional.of(
                        new Act(
                                older.get().entry().subject(),
                                null,
                                Judgements.takenBack(older.get(), why),
                                older.get().entry().id()))
                : Optional.empty();
    }

    /// The fields of a unit as they stand, for the form that changes it.
    static Typed of(Forces.UnitDeclared unit) {
        return Typed.nothing()
                .with("unit-code", unit.code())
                .with("unit-name", unit.name())
                .with("contributor", unit.contributor())
                .with("base-code", unit.base())
                .with("part", View.code(unit.part()))
                .with("capabilities", String.join(", ", unit.capabilities()))
                .with("mode", View.code(unit.mode()))
                .with("speed-low", "" + unit.speedKmh().low())
                .with("speed-high", "" + unit.speedKmh().high())
                .with("notice-low", "" + unit.noticeMinutes().low())
                .with("notice-high", "" + unit.noticeMinutes().high())
                .with("night", unit.night() ? "yes" : "no")
                .with("range-km", text(unit.rangeKm()))
                .with("seats", text(unit.seats()))
                .with("strength", text(unit.strength()))
                .with("strength-measure", unit.strengthMeasure())
                .with("strength-on", unit.strengthOn() == null ? "" : unit.strengthOn().toString())
                .with("ways", WayText.text(unit.listWays()))
                .with("crew-hours", text(unit.crewHours()))
                .with("provider", unit.provider())
                .with("basis-source", unit.basis());
    }

    private static String text(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }
}
