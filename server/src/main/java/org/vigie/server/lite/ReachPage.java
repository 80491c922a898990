package org.vigie.server.lite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.geo.RouteState;
import org.vigie.geo.Saying;
import org.vigie.plan.Clearance;
import org.vigie.plan.Objection;
import org.vigie.plan.Option;
import org.vigie.plan.Options;
import org.vigie.plan.PlanWords;
import org.vigie.plan.Price;
import org.vigie.plan.Prices;
import org.vigie.plan.Reach;
import org.vigie.plan.Register;
import org.vigie.plan.RulePrice;
import org.vigie.plan.TaskForce;
import org.vigie.plan.Unknown;
import org.vigie.record.Alert;

/// Who can go: options with when they would be there, each with what it rests on; who cannot, and
/// why; the six parts of a mobile task force; and what a refused clearance costs. It advises and
/// never orders.
final class ReachPage {

    private static final int OPTIONS_SHOWN = 8;
    private static final int ASSUMPTIONS_SHOWN = 8;
    private static final int EXCLUDED_SHOWN = 30;

    private final Say say;
    private final Words words;
    private final Alert alert;
    private final boolean hostAlleged;
    private final boolean mayAsk;
    private final ReachForm form;

    ReachPage(Say say, Chain around, ReachForm form) {
        this.say = say;
        this.words = say.words();
        this.alert = around.alert();
        this.hostAlleged = around.hostAlleged();
        this.mayAsk = around.mayLeave(Chain.CLEARANCE);
        this.form = form;
    }

    Html body(Options options, List<Price> costs, Prices prices, List<Saying> faults) {
        return Html.of(
                "<p><a href=\"{}\">{}</a> · <a href=\"{}\">{}</a> · <a href=\"{}\">{}</a></p>{}<p"
                        + " class=\"due\">{}</p>{}{}{}{}{}{}{}",
                say.alert(alert.id()),
                Say.uncited(alert.what().title()),
                casevac(),
                words.say("reach.casevac"),
                say.view().page("/lite/posture"),
                words.say("posture.from-reach"),
                gate(),
                words.say("reach.advice"),
                conditions(),
                Html.of("{}{}", ask(options.excluded()), lift(options)),
                options(options),
                price(costs, prices),
                excluded(options.excluded(), prices),
                taskForce(options.taskForce()),
                sentences(faults));
    }

    /// The medical chain at the same place.
    private String casevac() {
        var position = alert.what().site().position();
        var page = say.view().page("/lite/casevac");
        return position == null
                ? page.toString()
                : page.with(
                                "spot",
                                String.format(
                                        java.util.Locale.ROOT,
                                        "%.5f,%.5f",
                                        position.latitude(),
                                        position.longitude()))
                        .toString();
    }

    /// Where the force has left the country every unit says the same: said once, above, with a way
    /// out.
    Html over(Register register) {
        return register.findEnd()
                .map(end ->
                        Html.of(
                                "<p class=\"due\"><b>{}</b> <a href=\"{}\">{}</a>. {}</p>",
                                words.say("reach.over", register.day(), end),
                                say.view().page("/lite/watch").with("known", end + "T12:00"),
                                words.say("reach.over-then"),
                                words.say("reach.over-living")))
                .orElse(Html.EMPTY);
    }

    /// When nobody can be computed: the alert has no place, or nobody declared a unit.
    Html cannotTell(String key) {
        return Html.of(
                "<p><a href=\"{}\">{}</a></p>{}<p class=\"due\">{}</p>",
                say.alert(alert.id()),
                Say.uncited(alert.what().title()),
                gate(),
                words.say(key));
    }

    /// The harm gate, also where nobody can be computed: somebody may still ask for a flight.
    private Html gate() {
        return hostAlleged
                ? Html.of("<p class=\"due\">{}</p>", words.say("gate.host"))
                : Html.EMPTY;
    }

    private Html conditions() {
        var fields = new Fields(say.view(), form.typed());
        return Html.of(
                "<form class=\"filter\" method=\"get\" action=\"{}\">{}<fieldset class=\"needs\"><legend>{}</legend>{}<span"
                        + " class=\"note\">{}</span></fieldset>{}{}{}{}<button class=\"do\">{}</button></form>",
                say.view().address().path(),
                Frame.hidden(say.view(), List.of()),
                words.say("form.needs"),
                form.boxes(words),
                words.say("reach.anybody"),
                fields.choice("flight", Arrays.asList(Clearance.values())),
                fields.choice("danger", Arrays.asList(RouteState.Danger.values())),
                fields.choice("season", Arrays.asList(RouteState.Season.values())),
                fields.line("within"),
                words.say("reach.ask"));
    }

    private Html options(Options options) {
        var rows = new ArrayList<Html>();
        int number = 0;
        var shown = options.options().isEmpty() ? options.partial() : options.options();
        for (var option : shown.stream().limit(OPTIONS_SHOWN).toList()) {
            number++;
            rows.add(
                    option(
                            number,
                            option,
                            options.options().isEmpty() ? options.uncovered() : List.of()));
        }
        var missing =
                options.uncovered().isEmpty()
                        ? Html.EMPTY
                        : Html.of(
                                "<p class=\"late\">{}</p>",
                                words.say(
                                        rows.isEmpty() ? "reach.uncovered" : "reach.partial",
                                        options.uncovered().stream()
                                                .map(need -> say.coded("need.", need))
                                                .collect(Collectors.joining(", "))));
        return Html.of(
                "<h2>{}</h2>{}{}",
                words.say("reach.options"),
                missing,
                rows.isEmpty()
                        ? Html.of("<p><b>{}</b></p>", words.say("reach.nobody"))
                        : Html.of(
                                "<table class=\"rows\"><thead><tr><th>#<th>{}<th>{}<th>{}{}</thead><tbody>{}</tbody></table>",
                                words.say("form.units"),
                                words.say("reach.there"),
                                words.say("reach.rests-on"),
                                say.view().past()
                                        ? Html.EMPTY
                                        : Html.of("<th>{}", words.say("alert.order")),
                                rows));
    }

    private Html option(int number, Option option, List<String> uncovered) {
        var units = new ArrayList<Html>();
        for (var can : option.units()) {
            units.add(
                    Html.of(
                            "{} <span class=\"z\">({}, {} km)</span>",
                            can.unit().name(),
                            can.unit().base().name(),
                            Math.round(can.km())));
        }
        return Html.of(
                "<tr><td>{}<td>{}<td><b>{}</b><br><span class=\"z\">{}</span><td><details><summary>{}</summary><ul>{}</ul></details>{}",
                number,
                Html.join(Html.of("<br>"), units),
                range(option.earliest(), option.latest()),
                clock(option),
                words.count("reach.assumptions", option.assumptions().size()),
                option.assumptions().stream()
                        .limit(ASSUMPTIONS_SHOWN)
                        .map(one -> Html.of("<li>{}", say.said(one)))
                        .toList(),
                say.view().past()
                        ? Html.EMPTY
                        : Html.of("<td>{}", order(number, option, uncovered)));
    }

    /// Between which moments, if the order were given at the moment that the page shows.
    private Html clock(Option option) {
        var order = say.view().knownAsOf();
        return Html.of(
                "{}",
                words.say(
                        "reach.range",
                        words.moment(order.plus(option.earliest())),
                        words.moment(order.plus(option.latest()))));
    }

    private Html order(int number, Option option, List<String> uncovered) {
        return Html.of(
                "<a class=\"b\" href=\"{}#order\">{}</a>",
                say.view()
                        .page("/lite/alerts/" + alert.id())
                        .with("act", "order")
                        .with("units", option.codes().replace("+", ", "))
                        .with("advice", Advice.of(number, option, uncovered).stored())
                        .toString(),
                words.say("reach.to-order"));
    }

    private String range(Duration earliest, Duration latest) {
        return words.say("reach.range", words.length(earliest), words.length(latest));
    }

    private Html price(List<Price> costs, Prices prices) {
        return Html.of(
                "<h2>{}</h2>{}<p>{}</p><p><b>{}</b> {}</p>",
                words.say("reach.price"),
                costs.stream()
                        .map(one -> Html.of("<p>{}</p>", say.said(one.saying(ReachPage::names))))
                        .toList(),
                say.said(prices.bound().saying()),
                words.say("reach.unknown"),
                say.said(
                        prices.wouldChangeMost()
                                .map(Unknown::saying)
                                .orElse(Saying.of(PlanWords.UNKNOWN_NONE))));
    }

    private static String names(Option option) {
        return option.units().stream()
                .map(can -> can.unit().name())
                .collect(Collectors.joining(" + "));
    }

    private Html excluded(List<Reach.Cannot> excluded, Prices prices) {
        if (excluded.isEmpty()) {
            return Html.EMPTY;
        }
        var rows = new ArrayList<Html>();
        for (var cannot : excluded.stream().limit(EXCLUDED_SHOWN).toList()) {
            rows.add(
                    Html.of(
                            "<tr><td>{}<td>{}",
                            cannot.unit().name(),
                            prices.of(cannot.unit()).stream().map(this::priced).toList()));
        }
        return Html.of(
                "<h2>{}</h2><table><thead><tr><th>{}<th>{}</thead><tbody>{}</tbody></table>",
                words.say("reach.excluded"),
                words.say("reach.unit"),
                words.say("reach.why"),
                rows);
    }

    private Html priced(RulePrice price) {
        return Html.of(
                "<div>{} <small class=\"z\">({}; {})</small></div>",
                say.said(price.rule().why()),
                reason(price.rule()),
                say.said(price.words()));
    }

    /// Under which reason it would be logged; while the host state has refused nothing, what is to
    /// be done instead; where the harm gate is closed that is not to ask.
    private String reason(Objection rule) {
        return switch (rule.findClearance().orElse(Clearance.REFUSED)) {
            case NOT_ASKED -> words.say(mayAsk ? "reach.ask-now" : "reach.ask-gated");
            case PENDING -> words.say("reach.no-answer");
            case REFUSED, NOT_NEEDED, GRANTED -> words.of(rule.reason());
        };
    }

    /// The way to ask the host state, where somebody cannot go because nobody has asked.
    private Html ask(List<Reach.Cannot> excluded) {
        long waiting =
                excluded.stream()
                        .filter(cannot ->
                                cannot.objections().stream().anyMatch(ReachPage::isNotAsked))
                        .count();
        return waiting == 0 || !mayAsk || say.view().past()
                ? Html.EMPTY
                : Html.of(
                        "<p class=\"due\">{} <a class=\"b\" href=\"{}#ask\">{}</a></p>",
                        words.count("reach.not-asked", waiting),
                        say.view().page("/lite/alerts/" + alert.id()).with("act", "ask").toString(),
                        words.say("chain.ask"));
    }

    /// The way to the register where a limit is lifted, where closed areas stop somebody; and what
    /// was not taken into account because nobody drew it.
    private Html lift(Options options) {
        long stopped =
                options.excluded().stream()
                        .filter(cannot ->
                                cannot.objections().stream().anyMatch(one -> one.closed() != null))
                        .count();
        var unknown =
                options.notes().stream()
                        .filter(note -> note.wording() == PlanWords.LIMIT_REACH_UNKNOWN)
                        .map(note -> Html.of("<p class=\"note\">{}</p>", say.said(note)))
                        .toList();
        var link =
                Html.of(
                        "<a href=\"{}\">{}</a>",
                        say.view().page("/lite/restrictions"),
                        words.say("reach.lift"));
        return Html.of(
                "{}{}",
                stopped == 0
                        ? Html.EMPTY
                        : Html.of(
                                "<p class=\"due\">{} {}</p>",
                                words.count("reach.closed", stopped),
                                link),
                unknown);
    }

    private static boolean isNotAsked(Objection rule) {
        return rule.findClearance().filter(Clearance.NOT_ASKED::equals).isPresent();
    }

    private Html taskForce(TaskForce force) {
        var rows = new ArrayList<Html>();
        for (var filling : force.parts()) {
            rows.add(
                    switch (filling) {
                        case TaskForce.Filling.Filled filled ->
                                Html.of(
                                        "<tr><td>{}<td>{}<td>{}",
                                        words.of(filled.part()),
                                        filled.unit().unit().name(),
                                        range(filled.with().earliest(), filled.with().latest()));
                        case TaskForce.Filling.Missing missing ->
                                Html.of(
                                        "<tr><td>{}<td><span class=\"late\">{}</span><td>{}",
                                        words.of(missing.part()),
                                        words.say("reach.missing"),
                                        missing.why().isEmpty()
                                                ? words.say("reach.none-declared")
                                                : reason(missing.why().getFirst().first()));
                    });
        }
        return Html.of(
                "<h2>{}</h2><table><thead><tr><th>{}<th>{}<th>{}</thead><tbody>{}</tbody></table>",
                words.say("reach.task-force"),
                words.say("reach.part"),
                words.say("reach.unit"),
                words.say("reach.there"),
                rows);
    }

    private Html sentences(List<Saying> faults) {
        return faults.isEmpty()
                ? Html.EMPTY
                : Html.of(
                        "<h2>{}</h2><ul>{}</ul>",
                        words.say("reach.faults"),
                        faults.stream()
                                .limit(10)
                                .map(fault -> Html.of("<li>{}", say.said(fault)))
                                .toList());
    }
}
