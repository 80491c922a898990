package org.vigie.server.lite;

import java.util.ArrayList;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.record.Facts;
import org.vigie.record.Ids;
import org.vigie.register.AccordRegister;
import org.vigie.register.AccordRegister.Accord;

/// One accord: who signed it and when, who watches over it, what was promised and what became of
/// it, and what observers counted.
final class AccordPage {

    private final RegisterView at;
    private final Words words;
    private final AccordRegister register;
    private final Accord accord;

    AccordPage(RegisterView at, AccordRegister register, Accord accord) {
        this.at = at;
        this.words = at.words();
        this.register = register;
        this.accord = accord;
    }

    Html body() {
        var commitments = register.of(accord);
        return at.around(
                Html.of(
                        "{}{}{}{}<h2>{}</h2>{}{}",
                        at.form(Html.EMPTY),
                        at.onDay(),
                        summary(),
                        acts(),
                        words.say("accords.commitments"),
                        commitments.isEmpty()
                                ? Html.of("<p>{}</p>", words.say("accords.no-commitments"))
                                : Html.of(
                                        "<p class=\"note\">{}</p>{}",
                                        words.say("accords.look-at-note"),
                                        new CommitmentTable(at, false).of(commitments, register)),
                        counted()),
                RegistersController.NO_FILES);
    }

    private Html summary() {
        return Html.of(
                "<dl><dt>{}<dd>{}{}<dt>{}<dd>{}<dt>{}<dd><b>{}</b><dt>{}<dd>{} {}</dl>",
                words.say("accords.scope"),
                words.of(accord.scope()),
                accord.areaName().isEmpty() ? "" : ", " + accord.areaName(),
                words.say("accords.made"),
                at.date(accord.made()),
                words.say("actors.state"),
                words.of(accord.state()),
                words.say("col.source"),
                at.source(accord.basis(), accord.note()),
                at.say().entry(accord.seq()));
    }

    private Html acts() {
        var rows = new ArrayList<Html>();
        for (var act : accord.acts()) {
            rows.add(
                    Html.of(
                            "<tr><td>{}<td>{}<td dir=\"auto\">{}{}<td class=\"src\" data-l=\"{}\">{} {}",
                            at.date(act.on()),
                            words.of(act.act()),
                            at.actor(act.who()),
                            act.text().isEmpty() ? "" : ", " + act.text(),
                            words.say("col.source"),
                            at.source(act.basis(), act.note()),
                            at.say().entry(act.seq())));
        }
        for (var monitor : accord.monitors()) {
            rows.add(
                    Html.of(
                            "<tr><td>{}<td>{}<td dir=\"auto\">{}{}{}<td class=\"src\" data-l=\"{}\">{} {}",
                            at.date(monitor.since()),
                            words.say("accords.watched-by"),
                            monitor.who().isEmpty() ? Html.EMPTY : at.actor(monitor.who()),
                            monitor.who().isEmpty() || monitor.text().isEmpty() ? "" : ", ",
                            monitor.text(),
                            words.say("col.source"),
                            at.source(monitor.basis(), monitor.note()),
                            at.say().entry(monitor.seq())));
        }
        return Html.of(
                "<table class=\"rows\"><thead><tr><th>{}<th>{}<th>{}<th>{}</thead><tbody>{}</tbody></table>",
                words.say("col.when"),
                words.say("col.what"),
                words.say("accords.who"),
                words.say("col.source"),
                rows);
    }

    private Html counted() {
        var rows = new ArrayList<Html>();
        for (var recorded : at.picture().about(Ids.subject("accord", accord.code()))) {
            if (recorded.body() instanceof Facts.ClaimMade made) {
                var claim = made.claim();
                rows.add(
                        Html.of(
                                "<tr><td class=\"r\"><b>{}</b>{}<td dir=\"auto\">{}<td"
                                        + " dir=\"auto\">{}<td>{}<td class=\"src\" data-l=\"{}\">{} {}",
                                claim.figures().empty() ? "–" : words.figures(claim.figures()),
                                claim.figures().empty()
                                        ? ""
                                        : " " + at.say().coded("unit.", claim.unit()),
                                claim.population(),
                                claim.definition(),
                                at.day(claim.asOf()),
                                words.say("col.source"),
                                at.source(claim.source(), claim.locator()),
                                at.say().entry(recorded.seq())));
            }
        }
        return rows.isEmpty()
                ? Html.EMPTY
                : Html.of(
                        "<h2>{}</h2><table class=\"rows\"><thead><tr><th class=\"r\">{}<th>{}<th>{}<th>{}<th>{}</thead><tbody>{}</tbody></table>",
                        words.say("accords.counted"),
                        words.say("claims.figure"),
                        words.say("claims.population"),
                        words.say("claims.definition"),
                        words.say("claims.date"),
                        words.say("col.source"),
                        rows);
    }
}
