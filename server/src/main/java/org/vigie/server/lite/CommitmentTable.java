package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.List;
import org.vigie.exchange.render.Html;
import org.vigie.register.AccordRegister;
import org.vigie.register.AccordRegister.Commitment;

/// Commitments with what sources say became of each.
///
/// @param withAccord whether each row names its accord
record CommitmentTable(RegisterView at, boolean withAccord) {

    private static final int BYTES_MAX = 13_000;

    Html of(List<Commitment> commitments, AccordRegister register) {
        var words = at.words();
        var rows = new ArrayList<Html>();
        commitments.forEach(commitment -> rows.add(row(commitment, register)));
        var shown = RegisterView.fitting(rows, BYTES_MAX);
        return Html.of(
                "<table class=\"rows\"><thead><tr><th>{}<th>{}<th>{}<th>{}<th>{}</thead><tbody>{}</tbody></table>{}",
                words.say("accords.commitment"),
                words.say("accords.by"),
                words.say("accords.due"),
                words.say("actors.state"),
                words.say("accords.words"),
                shown,
                at.more(rows.size() - shown.size()));
    }

    private Html row(Commitment commitment, AccordRegister register) {
        var words = at.words();
        var due = commitment.due();
        return Html.of(
                "<tr><td dir=\"auto\"><b>{}</b>{}<td class=\"src\" data-l=\"{}\">{}{}<td data-l=\"{}\">{}<td"
                        + " data-l=\"{}\">{}<td class=\"src\" data-l=\"{}\">{}",
                commitment.text(),
                accord(commitment, register),
                words.say("accords.by"),
                actors(commitment.by()),
                commitment.to().isEmpty()
                        ? Html.EMPTY
                        : Html.of(
                                " <span class=\"z\">{} {}</span>",
                                words.say("accords.to"),
                                actors(commitment.to())),
                words.say("accords.due"),
                due == null ? words.say("not-stated") : words.day(due),
                words.say("actors.state"),
                state(commitment),
                words.say("accords.words"),
                said(commitment));
    }

    private Html accord(Commitment commitment, AccordRegister register) {
        return !withAccord
                ? Html.EMPTY
                : register.find(commitment.accord())
                        .map(accord ->
                                Html.of(
                                        "<br><a href=\"{}\">{}</a>",
                                        at.accord(accord.code()),
                                        accord.name()))
                        .orElse(Html.EMPTY);
    }

    private Html actors(List<String> codes) {
        return Html.join(Html.of("; "), codes.stream().map(at::actor).toList());
    }

    private Html state(Commitment commitment) {
        return switch (commitment.status()) {
            case BROKEN, OVERDUE, DUE_PASSED ->
                    Html.of("<span class=\"bad\">{}</span>", at.words().of(commitment.status()));
            case OPEN, PARTLY_KEPT, KEPT -> Html.of("{}", at.words().of(commitment.status()));
        };
    }

    private Html said(Commitment commitment) {
        var words = at.words();
        var said = new ArrayList<Html>();
        said.add(
                Html.of(
                        "<span class=\"z\">{} {}{}</span> {} {}",
                        at.date(commitment.made()),
                        words.say("accords.promised"),
                        words.say("colon.sign"),
                        at.source(commitment.basis(), commitment.note()),
                        at.say().entry(commitment.seq())));
        for (var step : commitment.steps()) {
            var due = step.due();
            said.add(
                    Html.of(
                            "{} <b>{}</b>{}{}{} {} {}",
                            at.date(step.on()),
                            words.of(step.step()),
                            step.text().isEmpty() ? "" : ", " + step.text(),
                            due == null ? "" : ", " + words.say("accords.due-now", words.day(due)),
                            words.say("colon.sign"),
                            at.source(step.basis(), step.note()),
                            at.say().entry(step.seq())));
        }
        return Html.join(Html.of("<br>"), said);
    }
}
