package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Language;
import org.vigie.exchange.words.Words;
import org.vigie.geo.Saying;
import org.vigie.plan.posture.CoverAnswer;
import org.vigie.plan.posture.CoverCheck;
import org.vigie.plan.posture.PostureWords;

/// The tables of the page of postures: versions side by side, the plan unit by unit, and what an
/// officer asks next.
record PostureTables(Say say, PostureAsked asked, PostureModel model, PostureSolves.Solved solved) {

    /// Units that stay are not listed beyond these: the moves are what somebody decides.
    private static final int ROWS_MAX = 40;

    private Words words() {
        return say.words();
    }

    /// What stands beside each other.
    ///
    /// @param best null where no plan keeps every rule
    record Versions(
            PostureVersion today,
            @Nullable PostureVersion best,
            PostureVersion first,
            PostureVersion second) {}

    private record Column(String name, PostureVersion version) {}

    /// Today, advised, A and B, line by line.
    Html versions(Versions all) {
        var columns = new ArrayList<Column>();
        columns.add(new Column(words().say("posture.today"), all.today));
        if (all.best != null) {
            columns.add(new Column(words().say("posture.advised"), all.best));
        }
        if (!asked.first().isEmpty()) {
            columns.add(new Column(words().say("posture.version", "A"), all.first));
        }
        if (!asked.second().isEmpty()) {
            columns.add(new Column(words().say("posture.version", "B"), all.second));
        }
        var problem = model.problem();
        var rows = new ArrayList<Html>();
        rows.add(
                row(
                        words().say("posture.value"),
                        columns,
                        it -> words().number(Math.round(it.value()))));
        rows.add(
                row(
                        words().say("posture.part"),
                        columns,
                        it -> percent(words(), part(it.value(), problem.greatest()))));
        for (int s = 0; s < problem.services().size(); s++) {
            int service = s;
            rows.add(
                    row(
                            service(service),
                            columns,
                            it -> percent(words(), problem.coveredPart(service, it.units()))));
        }
        rows.add(
                row(
                        words().say("posture.change"),
                        columns,
                        it -> signed(Math.round(it.value() - all.today.value()))));
        if (solved.answer() instanceof CoverAnswer.Posture posture) {
            double bound = posture.certificate().bound();
            rows.add(row(words().say("posture.gap"), columns, it -> gap(bound, it)));
        }
        rows.add(
                row(
                        words().say("posture.moved"),
                        columns,
                        it -> words().number(moved(it.units()))));
        rows.add(
                row(
                        words().say("posture.rules"),
                        columns,
                        it ->
                                it.allowed()
                                        ? words().say("posture.kept")
                                        : words().say(
                                                        "posture.broken",
                                                        it.breaches().size()
                                                                + it.forbidden().size())));
        return Html.of(
                "<table class=\"rows\"><thead><tr><th>{}</thead><tbody>{}</tbody></table>",
                columns.stream().map(column -> Html.of("<th class=\"r\">{}", column.name)).toList(),
                rows);
    }

    /// What one plan covers in each scenario and of each area with a floor; nothing where nobody
    /// asked.
    Html scenarios(PostureVersion plan) {
        var force = model.force();
        var rows = new ArrayList<Html>();
        var cases = force.wishes().cases();
        for (int at = 0; at < cases.size() && !force.wishes().isNone(); at++) {
            var one = cases.get(at);
            var saying =
                    Saying.of(
                            PostureWords.SCENARIO,
                            Math.rint(1000 * force.wishes().part(one)) / 10,
                            one.words());
            for (int s = 0; s < model.problem().services().size(); s++) {
                double part = force.question().coveredPart(at, s, plan.units());
                rows.add(
                        Html.of(
                                "<tr><td>{}<td>{}<td class=\"r\">{}",
                                words().of(saying, say::name),
                                service(s),
                                percent(words(), part)));
            }
        }
        var asked = model.problem().words();
        for (int area = 0; area < asked.areas().size(); area++) {
            rows.add(
                    Html.of(
                            "<tr><td>{}<td>{}<td class=\"r\">{}",
                            asked.areas().get(area),
                            words().say(
                                            "posture.floor-of",
                                            percent(words(), asked.floors().get(area))),
                            percent(words(), model.problem().coveredOfArea(area, plan.units()))));
        }
        return rows.isEmpty()
                ? Html.EMPTY
                : Html.of(
                        "<table class=\"rows\"><thead><tr><th>{}<th>{}<th class=\"r\">{}</thead><tbody>{}</tbody></table>",
                        words().say("posture.scenario-or-area"),
                        words().say("posture.service-or-floor"),
                        words().say("posture.covered-then"),
                        rows);
    }

    private String service(int number) {
        return model.problem().services().get(number).code().equals("reaction")
                ? words().say("posture.reaction")
                : words().say("posture.medical");
    }

    private static Html row(
            String label, List<Column> columns, Function<PostureVersion, String> cell) {
        return Html.of(
                "<tr><th scope=\"row\">{}{}",
                label,
                columns.stream()
                        .map(column ->
                                Html.of(
                                        "<td class=\"r\" data-l=\"{}\">{}",
                                        column.name,
                                        cell.apply(column.version)))
                        .toList());
    }

    /// How far below the bound, as a part of it.
    private String gap(double bound, PostureVersion version) {
        return percent(words(), part(Math.max(0, bound - version.value()), bound));
    }

    private long moved(int[] units) {
        var today = model.force().today();
        long moved = 0;
        for (int station = 0; station < units.length; station++) {
            moved += Math.max(0, units[station] - today[station]);
        }
        return moved;
    }

    private String signed(long change) {
        return (change > 0 ? "+" : "") + words().number(change);
    }

    private static double part(double value, double whole) {
        return whole == 0 ? 0 : value / whole;
    }

    /// A part as a percentage; one that is not nought is never shown as nought.
    static String percent(Words words, double part) {
        double percent = 100 * part;
        if (percent > 0 && percent < 0.05) {
            var least = words.language() == Language.EN ? "< 0.1" : "< 0,1";
            return words.say("percent", least);
        }
        var written = String.format(Locale.ROOT, "%.1f", percent);
        return words.say(
                "percent", words.language() == Language.EN ? written : written.replace('.', ','));
    }

    /// Unit by unit, those that move first.
    Html plan(PostureVersion best) {
        var today = model.force().today();
        var moving = new ArrayList<Html>();
        var staying = new ArrayList<Html>();
        for (int type = 0; type < model.force().units().size(); type++) {
            int from = model.baseIn(today, type);
            int to = model.baseIn(best.units(), type);
            var advised = to < 0 ? words().say("posture.nowhere") : model.base(to);
            var row =
                    Html.of(
                            "<tr><td>{}<td data-l=\"{}\">{}<td data-l=\"{}\">{}",
                            model.unit(type),
                            words().say("posture.base-today"),
                            from < 0 ? words().say("unknown") : model.base(from),
                            words().say("posture.base-advised"),
                            from == to || to < 0
                                    ? Html.text(advised)
                                    : Html.of("<b>→ {}</b>", advised));
            (from == to ? staying : moving).add(row);
        }
        int left = Math.max(0, moving.size() + staying.size() - ROWS_MAX);
        moving.addAll(staying);
        return Html.of(
                "<h2>{}</h2><table class=\"rows\"><thead><tr><th>{}<th>{}<th>{}</thead><tbody>{}</tbody></table>{}",
                words().say("posture.plan"),
                words().say("reach.unit"),
                words().say("posture.base-today"),
                words().say("posture.base-advised"),
                moving.stream().limit(ROWS_MAX).toList(),
                left == 0
                        ? Html.EMPTY
                        : Html.of("<p class=\"note\">{}</p>", words().say("register.more", left)));
    }

    /// What one more is worth, what is nearly as good, what binds.
    Html advice() {
        var advice = solved.advice();
        if (advice == null) {
            return Html.EMPTY;
        }
        var worth = new ArrayList<Html>();
        for (var one : advice.worth()) {
            worth.add(
                    Html.of(
                            "<tr><td>{}<td class=\"r\">{}",
                            model.unit(one.type()),
                            words().say(
                                            "posture.worth-range",
                                            Math.round(one.atLeast()),
                                            Math.round(one.atMost()))));
        }
        var others = new ArrayList<Html>();
        for (var other : advice.alternatives()) {
            others.add(
                    Html.of(
                            "<tr><td>{}<td>{}<td class=\"r\" data-l=\"{}\">{}<td class=\"r\" data-l=\"{}\">{}",
                            model.unit(model.problem().typeOf(other.from())),
                            words().say(
                                            "posture.instead",
                                            model.base(model.problem().baseOf(other.to())),
                                            model.base(model.problem().baseOf(other.from()))),
                            words().say("posture.value-then"),
                            words().number(Math.round(other.value())),
                            words().say("posture.against-advised"),
                            signed(
                                    Math.round(
                                            other.value()
                                                    - advice.posture().certificate().value()))));
        }
        return Html.of(
                "<h2>{}</h2>{}{}{}",
                words().say("posture.one-more"),
                worth.isEmpty()
                        ? Html.of("<p class=\"note\">{}</p>", words().say("posture.ask-worth"))
                        : Html.of(
                                "<table><thead><tr><th>{}<th class=\"r\">{}</thead><tbody>{}</tbody></table>",
                                words().say("posture.like"),
                                words().say("posture.more-cover"),
                                worth),
                others.isEmpty()
                        ? Html.EMPTY
                        : Html.of(
                                "<h2>{}</h2><table class=\"rows\"><thead><tr><th>{}<th>{}<th class=\"r\">{}<th class=\"r\">{}</thead><tbody>{}</tbody></table>",
                                words().say("posture.next-best"),
                                words().say("reach.unit"),
                                words().say("posture.base-instead"),
                                words().say("posture.value-then"),
                                words().say("posture.against-advised"),
                                others),
                list("posture.binding", advice.binding()));
    }

    private Html list(String key, List<Saying> sayings) {
        if (sayings.isEmpty()) {
            return Html.EMPTY;
        }
        return Html.of(
                "<h2>{}</h2><ul>{}</ul>",
                words().say(key),
                sayings.stream()
                        .map(one -> Html.of("<li>{}", words().of(model.named(one), say::name)))
                        .toList());
    }

    /// What it rests on, and what of the register could not be used.
    Html notes(List<Saying> faults) {
        var notes = new ArrayList<>(model.force().notes());
        if (solved.answer() instanceof CoverAnswer.Posture posture) {
            notes.addAll(CoverCheck.of(model.problem(), posture).notes());
        }
        return Html.of(
                "{}<p class=\"note\">{}</p>{}",
                list("posture.rests-on", notes),
                words().say("posture.weights"),
                list("reach.faults", faults));
    }
}
