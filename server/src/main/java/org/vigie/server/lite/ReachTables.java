package org.vigie.server.lite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.geo.Saying;
import org.vigie.plan.Clearance;
import org.vigie.plan.Objection;
import org.vigie.plan.Option;
import org.vigie.plan.Options;
import org.vigie.plan.PlanWords;
import org.vigie.plan.Price;
import org.vigie.plan.Prices;
import org.vigie.plan.Reach;
import org.vigie.plan.RulePrice;
import org.vigie.plan.TaskForce;

/// The tables of who can go: options with when they would be there, each with what it rests on;
/// what each rule costs; who cannot, and why; the six parts of a mobile task force.
final class ReachTables {

    private static final int OPTIONS_SHOWN = 8;
    private static final int ASSUMPTIONS_SHOWN = 8;
    private static final int EXCLUDED_SHOWN = 30;
    private static final int FAULTS_SHOWN = 10;

    private final Say say;
    private final Words words;
    private final @Nullable Ordering ordering;
    private final String notAsked;

    /// The way from an option to its order.
    interface Ordering {
        Html order(int number, Option option, List<String> uncovered);
    }

    /// @param ordering null where nobody can give an order
    /// @param notAsked the key of what is said where nobody has asked the host state
    ReachTables(Say say, @Nullable Ordering ordering, String notAsked) {
        this.say = say;
        this.words = say.words();
        this.ordering = ordering;
        this.notAsked = notAsked;
    }

    Html body(Options options, List<Price> costs, Prices prices, List<Saying> faults) {
        return Html.of(
                "{}{}{}{}{}{}",
                lift(options),
                options(options),
                price(costs, prices),
                excluded(options.excluded(), prices),
                taskForce(options.taskForce()),
                faults(say, faults));
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
        var missing = Html.of("{}{}", ended(options), missing(options, rows.isEmpty()));
        return Html.of(
                "<h2>{}</h2><p>{}</p>{}{}",
                words.say("reach.options"),
                words.say("reach.order-at", words.moment(options.task().when())),
                missing,
                rows.isEmpty()
                        ? nobody(options)
                        : Html.of(
                                "<table class=\"rows\"><thead><tr><th>#<th>{}<th>{}<th>{}{}</thead><tbody>{}</tbody></table>",
                                words.say("form.units"),
                                words.say("reach.there"),
                                words.say("reach.rests-on"),
                                ordering == null
                                        ? Html.EMPTY
                                        : Html.of("<th>{}", words.say("alert.order")),
                                rows));
    }

    /// Nobody is said to be unable to go because the search was ended.
    private Html nobody(Options options) {
        return options.proof().proven()
                ? Html.of("<p><b>{}</b></p>", words.say("reach.nobody"))
                : Html.EMPTY;
    }

    private Html ended(Options options) {
        return options.proof().proven()
                ? Html.EMPTY
                : Html.of(
                        "<p class=\"due\"><b>{}</b></p>",
                        say.said(options.proof().saying(!options.options().isEmpty())));
    }

    /// What the options below do not bring, and why.
    private Html missing(Options options, boolean none) {
        if (options.uncovered().isEmpty()) {
            return Html.EMPTY;
        }
        var needs =
                options.uncovered().stream()
                        .map(need -> say.coded("need.", need))
                        .collect(Collectors.joining(", "));
        return options.apart()
                .map(why ->
                        Html.of(
                                "<p class=\"late\">{}</p><p>{}</p>",
                                say.said(why),
                                words.say("reach.apart", needs)))
                .orElse(
                        Html.of(
                                "<p class=\"late\">{}</p>",
                                words.say(uncovered(options, none), needs)));
    }

    private static String uncovered(Options options, boolean none) {
        if (options.proof().proven()) {
            return none ? "reach.uncovered" : "reach.partial";
        }
        return none ? "reach.undecided" : "reach.undecided-partial";
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
                "<tr><td>{}<td>{}<td class=\"nl\" data-l=\"{}\"><b>{}</b><br><span class=\"z\">{}</span><td><details><summary>{}</summary><ul>{}</ul></details>{}",
                number,
                Html.join(Html.of("<br>"), units),
                words.say("reach.there"),
                range(option.earliest(), option.latest()),
                clock(option),
                words.count("reach.assumptions", option.assumptions().size()),
                option.assumptions().stream()
                        .limit(ASSUMPTIONS_SHOWN)
                        .map(one -> Html.of("<li>{}", say.said(one)))
                        .toList(),
                ordering == null
                        ? Html.EMPTY
                        : Html.of("<td>{}", ordering.order(number, option, uncovered)));
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

    private String range(Duration earliest, Duration latest) {
        return words.say("reach.range", words.length(earliest), words.length(latest));
    }

    private Html price(List<Price> costs, Prices prices) {
        return Html.of(
                "<h2>{}</h2>{}<p>{}</p><p><b>{}</b> {}</p>",
                words.say("reach.price"),
                costs.stream()
                        .map(one -> Html.of("<p>{}</p>", say.said(one.saying(ReachTables::names))))
                        .toList(),
                say.said(prices.bound().saying()),
                words.say("reach.unknown"),
                say.said(prices.wouldChangeMostSaying()));
    }

    private static String names(Option option) {
        return option.units().stream()
                .map(can -> can.unit().name())
                .collect(Collectors.joining(" + "));
    }

    /// Who cannot go; then who could, and is in no option because others are chosen.
    private Html excluded(List<Reach.Cannot> excluded, Prices prices) {
        var cannot = excluded.stream().filter(one -> !one.couldGo() && !one.undecided()).toList();
        var undecided = excluded.stream().filter(Reach.Cannot::undecided).toList();
        var could = excluded.stream().filter(Reach.Cannot::couldGo).toList();
        return Html.of(
                "{}{}{}",
                reasons("reach.excluded", cannot, prices),
                reasons("reach.undecided-heading", undecided, prices),
                reasons("reach.left-out", could, prices));
    }

    private Html reasons(String heading, List<Reach.Cannot> excluded, Prices prices) {
        if (excluded.isEmpty()) {
            return Html.EMPTY;
        }
        var rows = new ArrayList<Html>();
        for (var one : excluded.stream().limit(EXCLUDED_SHOWN).toList()) {
            var why =
                    one.couldGo()
                            ? List.of(Html.of("{}", say.said(one.first().why())))
                            : prices.of(one.unit()).stream().map(this::priced).toList();
            rows.add(Html.of("<tr><td>{}<td>{}", one.unit().name(), why));
        }
        return Html.of(
                "<h2>{}</h2><table><thead><tr><th>{}<th>{}</thead><tbody>{}</tbody></table>",
                words.say(heading),
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
            case NOT_ASKED -> words.say(notAsked);
            case PENDING -> words.say("reach.no-answer");
            case REFUSED, NOT_NEEDED, GRANTED -> words.of(rule.reason());
        };
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

    /// What of the register cannot be, as far as a page shows it.
    static Html faults(Say say, List<Saying> faults) {
        return faults.isEmpty()
                ? Html.EMPTY
                : Html.of(
                        "<h2>{}</h2><ul>{}</ul>",
                        say.words().say("reach.faults"),
                        faults.stream()
                                .limit(FAULTS_SHOWN)
                                .map(fault -> Html.of("<li>{}", say.said(fault)))
                                .toList());
    }
}
