package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.render.SvgStrength;
import org.vigie.exchange.words.Words;
import org.vigie.record.Claim;
import org.vigie.register.RegisterSheet;
import org.vigie.register.StrengthRegister;
import org.vigie.register.StrengthRegister.Strength;

/// The mission's strength claim by claim, on a time axis beside what was authorised; other forces'
/// below.
final class StrengthPage {

    private static final int SHOWN_MAX = 40;
    private static final int MISSION_BYTES = 10_000;
    private static final int OTHERS_BYTES = 4_500;
    private static final int OVERSHOOTS_MAX = 12;

    /// What a ceiling is claimed as: drawn as the line of steps, not as a point.
    private static final String AUTHORISED = "strength-authorised";

    private final RegisterView at;
    private final Words words;
    private final StrengthRegister register;

    StrengthPage(RegisterView at, StrengthRegister register) {
        this.at = at;
        this.words = at.words();
        this.register = register;
    }

    Html body() {
        var mission = register.claims().stream().filter(Strength::ofMission).toList();
        var others = register.claims().stream().filter(it -> !it.ofMission()).toList();
        return at.around(
                Html.of(
                        "<p class=\"says\">{}</p>{}<p class=\"note\">{}</p>{}{}{}",
                        words.say("strength.says"),
                        chart(mission),
                        words.say("strength.note"),
                        overshoots(),
                        mission.isEmpty()
                                ? Html.of("<p>{}</p>", words.say("strength.none"))
                                : table(mission, 0),
                        others.isEmpty()
                                ? Html.EMPTY
                                : Html.of(
                                        "<h2>{}</h2>{}",
                                        words.say("strength.others"),
                                        table(others, mission.size()))),
                List.of(RegisterSheet.Name.STRENGTH));
    }

    private Html chart(List<Strength> claims) {
        var points = new ArrayList<SvgStrength.Point>();
        for (int i = 0; i < Math.min(SHOWN_MAX, claims.size()); i++) {
            var claim = claims.get(i).claim();
            var asOf = claim.asOf();
            if (asOf != null && !claim.figures().empty() && !claim.measure().equals(AUTHORISED)) {
                points.add(
                        new SvgStrength.Point(
                                i + 1,
                                asOf,
                                claim.figures(),
                                String.join(
                                        " · ",
                                        words.figures(claim.figures()),
                                        claim.population(),
                                        at.day(asOf),
                                        at.say().name(claim.source()))));
            }
        }
        var ceilings = new ArrayList<SvgStrength.Ceiling>();
        for (var resolution : register.mandate().resolutions()) {
            var ceiling = resolution.ceiling();
            if (ceiling != null && !resolution.adopted().isAfter(at.day())) {
                ceilings.add(
                        new SvgStrength.Ceiling(resolution.adopted(), resolution.until(), ceiling));
            }
        }
        return Html.of(
                "<figure class=\"mid\">{}</figure>", SvgStrength.of(points, ceilings, words));
    }

    private Html overshoots() {
        var overshoots = register.overshoots();
        if (overshoots.isEmpty()) {
            return Html.EMPTY;
        }
        var lines = new ArrayList<Html>();
        overshoots.reversed().stream()
                .limit(OVERSHOOTS_MAX)
                .forEach(one ->
                        lines.add(
                                Html.of(
                                        "<li>{}",
                                        words.say(
                                                "strength.overshoot",
                                                words.month(one.month()),
                                                one.mapped(),
                                                one.ceiling(),
                                                one.resolution(),
                                                one.mapped() - one.ceiling()))));
        return Html.of(
                "<div class=\"due\"><b>{}</b><p>{}</p><ul>{}</ul>{}</div>",
                words.say("strength.overshoots"),
                words.say(
                        "strength.imputed",
                        overshoots.stream()
                                .map(StrengthRegister.Overshoot::source)
                                .distinct()
                                .map(at.say()::name)
                                .collect(Collectors.joining("; "))),
                lines,
                overshoots.size() > lines.size()
                        ? Html.of(
                                "<p>{}</p>",
                                words.say("changes.more", overshoots.size() - lines.size()))
                        : Html.EMPTY);
    }

    private Html table(List<Strength> claims, int before) {
        var rows = new ArrayList<Html>();
        for (int i = 0; i < Math.min(SHOWN_MAX, claims.size()); i++) {
            rows.add(row(before + i + 1, claims.get(i)));
        }
        var shown = RegisterView.fitting(rows, before == 0 ? MISSION_BYTES : OTHERS_BYTES);
        return Html.of(
                "<table class=\"rows\"><thead><tr><th>#<th>{}<th class=\"r\">{}<th>{}<th>{}<th>{}<th>{}</thead><tbody>{}</tbody></table>{}",
                words.say("strength.whose"),
                words.say("claims.figure"),
                words.say("claims.population"),
                words.say("claims.definition"),
                words.say("claims.date"),
                words.say("col.source"),
                shown,
                at.more(claims.size() - shown.size()));
    }

    private Html row(int number, Strength strength) {
        var claim = strength.claim();
        return Html.of(
                "<tr id=\"s{}\"><td>{}<td>{}{} {}<td class=\"r\"><b>{}</b><td data-l=\"{}\""
                        + " dir=\"auto\">{}<td dir=\"auto\">{}<td data-l=\"{}\">{}<td class=\"src\" data-l=\"{}\">{} {}",
                number,
                number,
                at.actor(strength.actor()),
                words.say("colon.sign"),
                at.say().coded("measure-name.", claim.measure()),
                words.figures(claim.figures()),
                words.say("claims.population"),
                claim.population(),
                claim.definition(),
                words.say("claims.date"),
                day(claim),
                words.say("col.source"),
                at.source(claim.source(), claim.locator()),
                at.say().entry(strength.seq()));
    }

    private String day(Claim claim) {
        return at.day(claim.asOf());
    }
}
