package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.packs.Capabilities;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.render.Outline;
import org.vigie.exchange.render.SvgForce;
import org.vigie.exchange.words.Words;
import org.vigie.force.ForceBase;
import org.vigie.force.ForceRegister;
import org.vigie.force.ForceUnit;
import org.vigie.force.Loss;
import org.vigie.record.Recorded;

/// The force register: bases with their units, how strong and how ready they are said to be, what
/// holds them, and what one partner's exit takes away.
final class ForcePage {

    static final String PATH = "/lite/force";

    private static final int ROWS_BYTES = 10_300;
    private static final int CAVEATS_SHOWN = 3;
    private static final int FAULTS_SHOWN = 5;
    private static final int CHOICES_MAX = 30;

    /// What an address asks for.
    ///
    /// @param without the partner that is thought away, empty for none
    record Asked(ForceRegister.Narrowing narrowing, String without) {}

    private final RegisterView at;
    private final Words words;
    private final ForceRegister all;
    private final Asked asked;
    private final List<Outline> outlines;

    ForcePage(RegisterView at, ForceRegister all, Asked asked, List<Outline> outlines) {
        this.at = at;
        this.words = at.words();
        this.all = all;
        this.asked = asked;
        this.outlines = outlines;
    }

    Html body() {
        var loss = asked.without().isEmpty() ? null : all.loss(asked.without());
        var staying = loss == null ? all : all.without(asked.without());
        var shown = staying.narrowed(asked.narrowing());
        return at.around(
                Html.of(
                        "{}{}{}{}{}{}{}",
                        filter(),
                        says(shown),
                        faults(),
                        loss == null ? Html.EMPTY : loss(loss),
                        map(loss),
                        shown.units().isEmpty() ? nobody() : table(shown),
                        Html.of("<p class=\"note\">{}</p>", words.say("force.note"))),
                List.of());
    }

    private Html filter() {
        var bases = new LinkedHashMap<String, String>();
        all.bases().forEach(base -> bases.put(base.base().code(), base.base().name()));
        var needs = new LinkedHashMap<String, String>();
        Capabilities.NEEDS.keySet().forEach(need -> needs.put(need, words.say("need." + need)));
        return at.form(
                Html.of(
                        "{}{}{}{}",
                        select("base", bases, asked.narrowing().base()),
                        select(
                                "contributor",
                                same(all.contributors()),
                                asked.narrowing().contributor()),
                        select("capability", needs, asked.narrowing().capability()),
                        select("without", same(all.partners()), asked.without())));
    }

    private static Map<String, String> same(List<String> names) {
        var choices = new LinkedHashMap<String, String>();
        names.stream().limit(CHOICES_MAX).forEach(name -> choices.put(name, name));
        return choices;
    }

    private Html select(String name, Map<String, String> choices, String chosen) {
        var options = new ArrayList<Html>();
        choices.forEach((code, word) -> options.add(option(code, word, chosen)));
        return Html.of(
                "<label>{} <select name=\"{}\"><option value=\"\">{}</option>{}</select></label>",
                words.say("force.by-" + name),
                name,
                words.say(name.equals("without") ? "force.nobody" : "force.all"),
                options);
    }

    private static Html option(String code, String word, String chosen) {
        var selected = Html.attribute("selected", code.equalsIgnoreCase(chosen));
        return code.equals(word)
                ? Html.of("<option{}>{}</option>", selected, word)
                : Html.of("<option{} value=\"{}\">{}</option>", selected, code, word);
    }

    private Html says(ForceRegister shown) {
        var strength = shown.strength();
        return Html.of(
                "<p class=\"says\">{} · {} · {}</p><p><a class=\"b\" href=\"{}\">{}</a> <a class=\"b\""
                        + " href=\"{}\">{}</a> <a class=\"b\""
                        + " href=\"{}\">{}</a> <a class=\"b\" href=\"{}\">{}</a></p>",
                words.say("register.on-day", words.day(at.day())),
                words.say("force.n", strength.units(), shown.bases().size()),
                strength.stated() == 0
                        ? words.say("force.strength-none")
                        : words.say("force.strength", strength.sum(), strength.stated()),
                at.page(PATH + "/new"),
                words.say("force.write"),
                at.page(GenerationPage.PATH),
                words.say("page.generation"),
                at.page("/lite/posture"),
                words.say("posture.from-reach"),
                at.page("/lite/imports"),
                words.say("posture.import"));
    }

    /// What could not be used, and bases that stand where the mission has no ground.
    private Html faults() {
        var lines = new ArrayList<Html>();
        all.faults().stream()
                .limit(FAULTS_SHOWN)
                .forEach(fault -> lines.add(Html.of("<li>{}", at.say().said(fault))));
        for (var base : all.bases()) {
            if (Ground.isOutside(outlines, base.base().position())) {
                lines.add(Html.of("<li>{}", words.say("force.outside", base.base().name())));
            }
        }
        return lines.isEmpty()
                ? Html.EMPTY
                : Html.of(
                        "<div class=\"due\"><b>{}</b><ul>{}</ul>{}</div>",
                        words.say("force.faults"),
                        lines,
                        at.more(all.faults().size() - FAULTS_SHOWN));
    }

    private Html loss(Loss loss) {
        if (loss.units().isEmpty()) {
            return Html.of(
                    "<p class=\"due\">{}</p>", words.say("force.loses-nothing", loss.partner()));
        }
        var units =
                loss.units().stream()
                        .map(unit -> unit.said().name())
                        .limit(CHOICES_MAX)
                        .collect(Collectors.joining("; "));
        var parts = new ArrayList<Html>();
        for (var left : loss.parts()) {
            parts.add(
                    Html.of(
                            "<li>{}{} {} → <b>{}</b>{}",
                            words.of(left.part()),
                            words.say("colon.sign"),
                            left.before(),
                            left.after(),
                            left.lost()
                                    ? Html.of(" <i class=\"tag\">{}</i>", words.say("force.lost"))
                                    : Html.EMPTY));
        }
        return Html.of(
                "<div class=\"due\"><b>{}</b><p dir=\"auto\">{}</p><p>{}</p><ul>{}</ul></div>",
                words.say("force.without", loss.partner(), loss.units().size()),
                units,
                words.say("force.parts"),
                parts);
    }

    private Html map(@Nullable Loss loss) {
        var posts = new ArrayList<SvgForce.Post>();
        for (var base : all.bases()) {
            var position = base.base().position();
            if (position != null) {
                boolean loses =
                        loss != null
                                && loss.units().stream()
                                        .anyMatch(unit ->
                                                unit.said().base().equals(base.base().code()));
                posts.add(
                        new SvgForce.Post(
                                base.base().name(),
                                position,
                                words.say("force.at-base", base.units().size()),
                                loses));
            }
        }
        return posts.isEmpty()
                ? Html.EMPTY
                : Html.of("<figure class=\"mid\">{}</figure>", SvgForce.of(outlines, posts, words));
    }

    private Html nobody() {
        var why =
                !asked.narrowing().isNone() || !asked.without().isEmpty()
                        ? "force.none-so"
                        : all.left() > 0 ? "force.none-then" : "force.none";
        return Html.of("<p class=\"due\">{}</p>", words.say(why, all.left()));
    }

    private Html table(ForceRegister shown) {
        var rows = new ArrayList<Html>();
        int units = 0;
        int left = ROWS_BYTES;
        for (var base : shown.bases()) {
            if (base.units().isEmpty()) {
                continue;
            }
            var head = head(base);
            left -= head.bytes();
            for (var unit : base.units()) {
                var row = row(unit);
                left -= row.bytes();
                if (left < 0) {
                    break;
                }
                if (unit.equals(base.units().getFirst())) {
                    rows.add(head);
                }
                rows.add(row);
                units++;
            }
        }
        return Html.of(
                "<table class=\"rows\"><thead><tr><th>{}<th class=\"r\">{}<th class=\"r\">{}<th>{}<th>{}<th>{}</thead><tbody>{}</tbody></table>{}{}",
                words.say("force.unit"),
                words.say("force.strength-is"),
                words.say("force.notice"),
                words.say("force.readiness"),
                words.say("force.caveats"),
                words.say("force.provider"),
                rows,
                more(shown.units().size() - units),
                empty(shown));
    }

    private Html more(int left) {
        return left > 0
                ? Html.of("<p class=\"note\">{}</p>", words.say("force.more", left))
                : Html.EMPTY;
    }

    /// Bases at which none of these units stands.
    private Html empty(ForceRegister shown) {
        var names =
                shown.bases().stream()
                        .filter(base -> base.units().isEmpty())
                        .map(base -> base.base().name())
                        .limit(CHOICES_MAX)
                        .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Html.EMPTY
                : Html.of("<p class=\"note\">{}</p>", words.say("force.empty", names));
    }

    private Html head(ForceBase base) {
        var said = base.said();
        return Html.of(
                "<tr><td colspan=\"6\"><b dir=\"auto\">{}</b> <span class=\"z\">{}{}{}</span>",
                base.base().name(),
                said == null || said.sector().isEmpty() ? "" : at.say().name(said.sector()) + " · ",
                base.base().medicalLevel() == 0
                        ? words.say("force.no-care")
                        : words.say("force.care", base.base().medicalLevel()),
                said == null || said.airstrip().isEmpty()
                        ? ""
                        : " · " + at.say().coded("force.airstrip-", said.airstrip()));
    }

    private Html row(ForceUnit unit) {
        var said = unit.said();
        var strength = said.strength();
        return Html.of(
                "<tr><td dir=\"auto\"><a href=\"{}\">{}</a> <small class=\"z\">{}{}</small><td class=\"r\""
                        + " data-l=\"{}\">{}<td class=\"r\" data-l=\"{}\">{}<td data-l=\"{}\">{}<td"
                        + " data-l=\"{}\">{}<td data-l=\"{}\" dir=\"auto\">{}",
                at.page(ForceUnitPage.PATH).with("id", said.code()),
                said.name(),
                words.of(said.part()),
                unit.medicalLevel() == 0
                        ? ""
                        : " · " + words.say("force.care", unit.medicalLevel()),
                words.say("force.strength-is"),
                strength == null
                        ? Html.of("?")
                        : Html.of(
                                "{} <small class=\"z\">{}</small>",
                                words.number(strength),
                                measure(unit)),
                words.say("force.notice"),
                notice(words, unit),
                words.say("force.readiness"),
                readiness(unit),
                words.say("force.caveats"),
                caveats(unit),
                words.say("force.provider"),
                unit.provider().isEmpty() ? "?" : unit.provider());
    }

    /// What a strength counts, and the day of the word.
    private String measure(ForceUnit unit) {
        var measure = unit.said().strengthMeasure();
        int end = measure.indexOf(',');
        return (measure.isEmpty()
                        ? words.say("not-stated")
                        : end < 0 ? measure : measure.substring(0, end))
                + ", "
                + words.day(Say.dayOf(unit.by().knownAt()));
    }

    /// Notice to move, as short as it can be said.
    static String notice(Words words, ForceUnit unit) {
        if (unit.unit().speed() == null) {
            return words.say("plan-words.stays");
        }
        var notice = unit.said().noticeMinutes();
        var least = words.length(java.time.Duration.ofMinutes(notice.low()));
        var most = words.length(java.time.Duration.ofMinutes(notice.high()));
        return least.equals(most) ? most : words.say("force.span", least, most);
    }

    /// Declared beside verified: the two are never made one.
    private Html readiness(ForceUnit unit) {
        if (unit.declared() == null && unit.verified() == null) {
            return Html.of("?");
        }
        return Html.of(
                "{}{} {}<br>{}{} {}{}",
                words.say("force.declared"),
                words.say("colon.sign"),
                stated(unit.declared()),
                words.say("force.verified"),
                words.say("colon.sign"),
                stated(unit.verified()),
                unit.lessThanDeclared()
                        ? Html.of(" <i class=\"tag\">{}</i>", words.say("force.less"))
                        : Html.EMPTY);
    }

    String stated(@Nullable Recorded entry) {
        return ForceUnit.stated(entry)
                .map(stated ->
                        words.of(stated.readiness())
                                + (entry == null
                                        ? ""
                                        : ", " + words.day(entry.happened().lastDay())))
                .orElse("?");
    }

    private Html caveats(ForceUnit unit) {
        var caveats = unit.caveats();
        if (caveats.isEmpty()) {
            return Html.of("–");
        }
        var lines = new ArrayList<Html>();
        caveats.stream()
                .limit(CAVEATS_SHOWN)
                .forEach(caveat -> lines.add(Html.of("{}", at.say().said(caveat.words()))));
        if (caveats.size() > CAVEATS_SHOWN) {
            lines.add(Html.of("+ {}", caveats.size() - CAVEATS_SHOWN));
        }
        return Html.join(Html.of("; "), lines);
    }
}
