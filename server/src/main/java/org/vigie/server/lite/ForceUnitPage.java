package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.force.ForceUnit;
import org.vigie.force.UnitHistory;
import org.vigie.plan.UnitWay;
import org.vigie.record.Forces;
import org.vigie.record.Housekeeping;
import org.vigie.record.Recorded;

/// One unit: what is said of it now, and how that changed, with who said so and when.
final class ForceUnitPage {

    static final String PATH = "/lite/force/unit";

    private static final int STEPS_BYTES = 9_000;

    private final RegisterView at;
    private final Words words;
    private final String code;

    ForceUnitPage(RegisterView at, String code) {
        this.at = at;
        this.words = at.words();
        this.code = code;
    }

    /// @param unit null where it is not in the mission on the day
    /// @param entries about it and about its caveats, superseded ones too
    Html body(@Nullable ForceUnit unit, List<Recorded> entries) {
        return at.around(
                Html.of(
                        "{}<p><a href=\"{}\">{}</a> · <a class=\"b\" href=\"{}\">{}</a></p>{}{}",
                        at.form(Html.of("<input type=\"hidden\" name=\"id\" value=\"{}\">", code)),
                        at.page(ForcePage.PATH),
                        words.say("page.force"),
                        at.page(ForcePage.PATH + "/new").with("unit", code),
                        words.say("force.write-unit"),
                        unit == null
                                ? Html.of("<p class=\"due\">{}</p>", words.say("force.not-then"))
                                : facts(unit),
                        history(UnitHistory.of(entries))),
                List.of());
    }

    private Html facts(ForceUnit unit) {
        var said = unit.said();
        var range = said.rangeKm();
        var seats = said.seats();
        var strength = said.strength();
        return Html.of(
                "<dl>{}{}{}{}{}{}{}{}{}{}{}{}{}{}{}{}{}</dl>",
                fact("contributor", said.contributor()),
                fact("provider", unit.provider()),
                fact("base", unit.unit().base().name()),
                fact("part", words.of(said.part())),
                fact(
                        "capabilities",
                        said.capabilities().stream()
                                .map(word -> at.say().coded("need.", word))
                                .collect(Collectors.joining(", "))),
                fact(
                        "strength",
                        strength == null
                                ? ""
                                : words.number(strength)
                                        + " "
                                        + said.strengthMeasure()
                                        + (said.strengthOn() == null
                                                ? ""
                                                : " · " + words.day(said.strengthOn()))),
                fact("notice", ForcePage.notice(words, unit)),
                fact(
                        "speed",
                        said.speedKmh().high() == 0
                                ? words.say("plan-words.stays")
                                : words.say(
                                        "force.kmh",
                                        words.of(said.mode()),
                                        said.speedKmh().low(),
                                        said.speedKmh().high())),
                fact(
                        "night",
                        words.say(said.night() ? "register.yes-no.yes" : "register.yes-no.no")),
                ways(said),
                fact("range", range == null ? "" : words.number(range) + " km"),
                fact("seats", seats == null ? "" : words.number(seats)),
                fact(
                        "medical",
                        unit.medicalLevel() == 0
                                ? words.say("force.no-care")
                                : words.say("force.care", unit.medicalLevel())),
                Html.of(
                        "<dt>{}<dd>{}{}",
                        words.say("force.caveats"),
                        unit.caveats().isEmpty() ? "–" : "",
                        caveats(unit)),
                readiness("declared", unit.declared()),
                readiness("verified", unit.verified()),
                Html.of(
                        "<dt>{}<dd>{} {}",
                        words.say("col.source"),
                        at.source(said.basis(), said.note()),
                        at.say().entry(unit.by().seq())));
    }

    /// What was stated of how it moves, and how long its crews may fly.
    private Html ways(Forces.UnitDeclared said) {
        var hours = said.crewHours();
        var lines =
                said.listWays().stream()
                        .map(way -> Html.of("<li>{}", at.say().said(UnitWay.of(way).words())))
                        .toList();
        return Html.of(
                "{}{}",
                lines.isEmpty()
                        ? Html.EMPTY
                        : Html.of("<dt>{}<dd><ul>{}</ul>", words.say("force.fact-ways"), lines),
                hours == null ? Html.EMPTY : fact("crew", words.say("force.crew-hours", hours)));
    }

    private Html fact(String name, String value) {
        return Html.of(
                "<dt>{}<dd dir=\"auto\">{}",
                words.say("force.fact-" + name),
                value.isEmpty() ? words.say("not-stated") : value);
    }

    private Html caveats(ForceUnit unit) {
        var lines = new ArrayList<Html>();
        for (var caveat : unit.caveats()) {
            lines.add(
                    Html.of(
                            "<li>{} <small class=\"z\">{} · {}</small>",
                            at.say().said(caveat.words()),
                            caveat.code(),
                            words.say(caveat.declared() ? "force.declared" : "force.observed")));
        }
        return lines.isEmpty() ? Html.EMPTY : Html.of("<ul>{}</ul>", lines);
    }

    private Html readiness(String which, @Nullable Recorded entry) {
        var stated = ForceUnit.stated(entry);
        if (entry == null || stated.isEmpty()) {
            return Html.of(
                    "<dt>{}<dd>{}",
                    words.say("force.readiness-" + which),
                    words.say("force.nobody-said"));
        }
        var percent = stated.get().serviceablePercent();
        return Html.of(
                "<dt>{}<dd dir=\"auto\">{}, {} · {}{} {}",
                words.say("force.readiness-" + which),
                words.of(stated.get().readiness()),
                words.day(entry.happened().lastDay()),
                words.say("force.said-by", stated.get().by()),
                percent == null ? "" : " · " + words.say("force.serviceable", percent),
                at.say().entry(entry.seq()));
    }

    private Html history(UnitHistory history) {
        var rows = new ArrayList<Html>();
        history.steps().reversed().forEach(step -> rows.add(row(step)));
        var shown = RegisterView.fitting(rows, STEPS_BYTES);
        return Html.of(
                "<h2>{}</h2><table class=\"rows\"><thead><tr><th>#<th>{}<th>{}<th>{}<th>{}</thead><tbody>{}</tbody></table>{}",
                words.say("force.history"),
                words.say("force.change"),
                words.say("entries.known"),
                words.say("entries.recorded"),
                words.say("entries.by"),
                shown,
                at.more(rows.size() - shown.size()));
    }

    private Html row(UnitHistory.Step step) {
        var entry = step.entry();
        return Html.of(
                "<tr><td>{}<td dir=\"auto\">{}{}<td data-l=\"{}\">{}{}<td data-l=\"{}\">{}<td"
                        + " dir=\"auto\">{}, {}",
                at.say().entry(entry.seq()),
                at.say().kind(entry),
                changes(step),
                words.say("entries.known"),
                at.say().brief(entry.knownAt()),
                at.say().backDated(entry),
                words.say("entries.recorded"),
                at.say().brief(entry.recordedAt()),
                entry.entry().author(),
                words.of(entry.entry().component()));
    }

    private Html changes(UnitHistory.Step step) {
        return switch (step.entry().body()) {
            case Forces.UnitDeclared unit -> changed(step.changes());
            case Forces.UnitGone gone ->
                    Html.of(
                            "<br>{} {}",
                            words.say(
                                    "force.last-day", words.day(step.entry().happened().lastDay())),
                            at.say().after(gone.reason()));
            case Forces.ReadinessStated stated ->
                    Html.of(
                            "<br>{}{} {}",
                            words.say(stated.verified() ? "force.verified" : "force.declared"),
                            words.say("colon.sign"),
                            words.of(stated.readiness()));
            case Forces.CaveatDeclared caveat ->
                    Html.of(
                            "<br>{} {}{}",
                            words.of(caveat.caveat()),
                            caveat.value(),
                            caveat.to() == null
                                    ? ""
                                    : " · " + words.say("register.until", words.day(caveat.to())));
            case Housekeeping.NoteWritten note -> Html.of("<br>{}", note.text());
            default -> Html.EMPTY;
        };
    }

    private Html changed(List<UnitHistory.Change> changes) {
        var lines = new ArrayList<Html>();
        for (var change : changes) {
            lines.add(
                    Html.of(
                            "<br>{}{} {} → <b>{}</b>",
                            words.of(change.field()),
                            words.say("colon.sign"),
                            named(change, change.before()),
                            named(change, change.after())));
        }
        return Html.join(lines);
    }

    private String named(UnitHistory.Change change, String value) {
        if (value.isEmpty()) {
            return words.say("not-stated");
        }
        return change.field() == UnitHistory.Field.BASE ? at.say().name(value) : value;
    }
}
