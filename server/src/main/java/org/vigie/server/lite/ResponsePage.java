package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.assess.Answers;
import org.vigie.assess.Attacks;
import org.vigie.assess.Figure;
import org.vigie.assess.RateTable;
import org.vigie.assess.ResponseGroup;
import org.vigie.assess.ResponseRate;
import org.vigie.assess.Share;
import org.vigie.assess.StepTimes;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;

/// The rate of response: two measures side by side, never mixed; how fast each step was taken; why
/// responses were not possible. Every figure opens its rows.
final class ResponsePage {

    private static final int BAR = 160;

    private final Say say;
    private final Words words;
    private final ResponseRate rate;
    private final @Nullable RateTable table;

    /// @param table the rate split by what the address asks for; null where it asks for nothing
    ResponsePage(Say say, ResponseRate rate, @Nullable RateTable table) {
        this.say = say;
        this.words = say.words();
        this.rate = rate;
        this.table = table;
    }

    Html body() {
        return Html.of(
                "<p class=\"says\">{}</p>{}{}<p class=\"note\">{}</p><p><a class=\"b\" href=\"{}\">{}</a></p>",
                rate.filter().everything()
                        ? words.say("rate.all")
                        : new FilterSentence(words).of(rate.filter()),
                rate.unreadable() == 0
                        ? Html.EMPTY
                        : Html.of(
                                "<p class=\"due\">{}</p>",
                                words.say("rate.unreadable", rate.unreadable())),
                table == null ? whole() : split(table),
                words.say("rate.note"),
                say.view().page(BurdenPage.PATH),
                words.say("burden.title"));
    }

    private Html whole() {
        return Html.of(
                "<div class=\"two\"><section><h2>{}</h2>{}</section><section><h2>{}</h2>{}</section></div>{}{}{}{}{}",
                words.say("rate.warnings"),
                warnings(),
                words.say("rate.attacks"),
                attacks(),
                new RateTablePart(say).choice(null),
                new FunnelPart(say).of(rate),
                reasons(),
                lanes(),
                steps());
    }

    /// The two shares, and their rows by what was asked for: a page of its own, so that it stays
    /// light.
    private Html split(RateTable by) {
        var part = new RateTablePart(say);
        return Html.of(
                "<div class=\"two\"><section><h2>{}</h2>{}</section><section><h2>{}</h2>{}</section></div>{}{}",
                words.say("rate.warnings"),
                share(rate.warnings().rate()),
                words.say("rate.attacks"),
                share(rate.attacks().rate()),
                part.choice(by.asked()),
                part.of(by));
    }

    private Html warnings() {
        Answers all = rate.warnings();
        return Html.of(
                "{}<p><b>{}</b></p><table><tbody>{}{}{}{}{}{}{}{}{}</tbody></table>",
                share(all.rate()),
                words.say("rate.before", all.beforeAttack().n(), all.rate().whole().n()),
                figure(all.received()),
                figure(all.answered()),
                figure(all.beforeAttack()),
                figure(all.afterAttack()),
                figure(all.noAttack()),
                figure(all.unanswered()),
                figure(all.open()),
                figure(rate.withoutAlert()),
                figure(all.neverOrdered()));
    }

    private Html attacks() {
        Attacks all = rate.attacks();
        return Html.of(
                "{}<table><tbody>{}{}{}{}{}{}</tbody></table><p class=\"note\">{}</p>",
                share(all.rate()),
                figure(all.known()),
                figure(all.responded()),
                figure(all.arrivedBefore()),
                figure(all.warned()),
                figure(all.withoutWarning()),
                figure(all.unclear()),
                words.say(
                        "rate.reference",
                        rate.reference().percent(),
                        rate.reference().cases(),
                        rate.reference().source()));
    }

    private Html share(Share share) {
        return Html.of(
                "<p><span class=\"num\">{}</span> {}</p>",
                words.share(share.part().n(), share.whole().n()),
                words.say("rate.of", share.part().n(), share.whole().n()));
    }

    private Html figure(Figure figure) {
        return Html.of(
                "<tr><th scope=\"row\">{} <span class=\"hint\">{}</span><td class=\"r\">{}",
                words.of(figure.measure()),
                words.say(Words.keyOf(figure.measure()) + ".means"),
                open(figure));
    }

    /// The number as a link to its rows; a zero has none.
    private Html open(Figure figure) {
        if (figure.n() == 0) {
            return Html.of("0");
        }
        return Html.of(
                "<a href=\"{}\">{}</a>",
                say.view().page("/lite/response/rows").with("measure", View.code(figure.measure())),
                words.number(figure.n()));
    }

    private Html steps() {
        var rows = new ArrayList<Html>();
        for (var step : rate.steps()) {
            rows.add(step(step));
        }
        return Html.of(
                "<h2>{}</h2><table><caption>{}</caption><thead><tr><th>{}<th class=\"r\">n<th"
                        + " class=\"r\">{}<th class=\"r\">{}<th class=\"r\">{}<th class=\"r\">{}<th class=\"r\">{}</thead><tbody>{}</tbody></table>",
                words.say("rate.steps"),
                words.say("rate.steps-note"),
                words.say("alert.step"),
                words.say("rate.median"),
                words.say("rate.p90"),
                words.say("rate.rough"),
                words.say("alert.before-warning"),
                words.say("rate.back-dated"),
                rows);
    }

    private Html step(StepTimes step) {
        return Html.of(
                "<tr><th scope=\"row\">{}<td class=\"r\">{}<td class=\"r\">{}<td class=\"r\">{}<td"
                        + " class=\"r\">{}<td class=\"r\">{}<td class=\"r\">{}",
                words.of(step.step()),
                step.n() == 0
                        ? Html.of("0")
                        : Html.of(
                                "<a href=\"{}\">{}</a>",
                                say.view()
                                        .page("/lite/response/rows")
                                        .with("step", step.step().code()),
                                step.n()),
                minutes(step.medianMinutes()),
                minutes(step.p90Minutes()),
                step.tooVague().size(),
                step.beforeWarning().size(),
                step.backDated().size());
    }

    private String minutes(@Nullable Long minutes) {
        return minutes == null
                ? words.say("unknown")
                : words.length(java.time.Duration.ofMinutes(minutes));
    }

    private Html reasons() {
        var reasons = rate.byReason();
        if (reasons.isEmpty()) {
            return Html.EMPTY;
        }
        int most = reasons.stream().mapToInt(row -> row.notPossible().n()).max().orElse(1);
        var rows = new ArrayList<Html>();
        for (var row : reasons) {
            rows.add(reason(row, Math.max(1, most)));
        }
        return Html.of(
                "<h2>{}</h2><table><thead><tr><th>{}<th class=\"r\">{}<th><th"
                        + " class=\"r\">{}</thead><tbody>{}</tbody></table>",
                words.say("rate.reasons"),
                words.say("form.reason"),
                words.say("rate.not-possible"),
                words.say("rate.arrived-with"),
                rows);
    }

    private Html reason(ResponseGroup.ForReason row, int most) {
        int width = Math.round((float) BAR * row.notPossible().n() / most);
        return Html.of(
                "<tr><th scope=\"row\">{}<td class=\"r\">{}<td><svg class=\"bar\" viewBox=\"0 0 160 12\""
                        + " aria-hidden=\"true\"><path d=\"M0 0h{}v12H0z\"/></svg><td class=\"r\">{}",
                words.of(row.reason()),
                reasonLink(row, row.notPossible()),
                width,
                row.arrived().n());
    }

    private Html reasonLink(ResponseGroup.ForReason row, Figure figure) {
        return figure.n() == 0
                ? Html.of("0")
                : Html.of(
                        "<a href=\"{}\">{}</a>",
                        say.view().page("/lite/response/rows").with("reason", row.reason().code()),
                        figure.n());
    }

    private Html lanes() {
        var rows = new ArrayList<Html>();
        for (var lane : rate.byLane()) {
            rows.add(
                    Html.of(
                            "<tr><th scope=\"row\">{}<td class=\"r\">{}<td class=\"r\">{}<td"
                                    + " class=\"r\">{}",
                            say.lane(lane.lane()),
                            lane.received().n(),
                            lane.actedOn().n(),
                            minutes(lane.toOrder().medianMinutes())));
        }
        return rows.isEmpty()
                ? Html.EMPTY
                : Html.of(
                        "<h2>{}</h2><table><thead><tr><th>{}<th class=\"r\">{}<th class=\"r\">{}<th"
                                + " class=\"r\">{}</thead><tbody>{}</tbody></table>",
                        words.say("rate.lanes"),
                        words.say("form.lane"),
                        words.say("rate.received"),
                        words.say("rate.acted-on"),
                        words.say("rate.to-order"),
                        rows);
    }

    /// Every figure of the page, to find the rows of one again.
    static List<Figure> figures(ResponseRate rate) {
        var all = new ArrayList<Figure>();
        var warnings = rate.warnings();
        all.addAll(
                List.of(
                        warnings.received(),
                        warnings.answered(),
                        warnings.beforeAttack(),
                        warnings.afterAttack(),
                        warnings.noAttack(),
                        warnings.unanswered(),
                        warnings.open(),
                        rate.withoutAlert(),
                        warnings.neverOrdered()));
        all.addAll(rate.funnel().stages().subList(1, rate.funnel().stages().size() - 1));
        var attacks = rate.attacks();
        all.addAll(
                List.of(
                        attacks.known(),
                        attacks.responded(),
                        attacks.arrivedBefore(),
                        attacks.warned(),
                        attacks.withoutWarning(),
                        attacks.unclear()));
        return all;
    }
}
