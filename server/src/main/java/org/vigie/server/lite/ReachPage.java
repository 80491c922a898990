package org.vigie.server.lite;

import java.util.List;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.geo.Saying;
import org.vigie.plan.Clearance;
import org.vigie.plan.Objection;
import org.vigie.plan.Option;
import org.vigie.plan.Options;
import org.vigie.plan.Price;
import org.vigie.plan.Prices;
import org.vigie.plan.Reach;
import org.vigie.plan.Register;
import org.vigie.record.Alert;

/// Who can go: options with when they would be there, each with what it rests on; who cannot, and
/// why; the six parts of a mobile task force; and what a refused clearance costs. It advises and
/// never orders.
final class ReachPage {

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
        var tables =
                new ReachTables(
                        say,
                        say.view().past() ? null : this::order,
                        mayAsk ? "reach.ask-now" : "reach.ask-gated");
        return Html.of(
                "<p><a href=\"{}\">{}</a> · <a href=\"{}\">{}</a> · <a href=\"{}\">{}</a></p>{}<p"
                        + " class=\"due\">{}</p>{}{}{}",
                say.alert(alert.id()),
                Say.uncited(alert.what().title()),
                casevac(),
                words.say("reach.casevac"),
                say.view().page("/lite/posture"),
                words.say("posture.from-reach"),
                gate(),
                words.say("reach.advice"),
                form.asked(say.view(), Html.EMPTY),
                ask(options.excluded()),
                tables.body(options, costs, prices, faults));
    }

    /// The medical chain at the same place.
    private String casevac() {
        var position = alert.what().site().position();
        var page = say.view().page("/lite/casevac");
        return position == null
                ? page.toString()
                : page.with("spot", PlaceSought.text(position)).toString();
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

    private static boolean isNotAsked(Objection rule) {
        return rule.findClearance().filter(Clearance.NOT_ASKED::equals).isPresent();
    }
}
