package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.register.AccordRegister;
import org.vigie.register.AccordRegister.Accord;
import org.vigie.register.AccordRegister.Commitment;
import org.vigie.register.AccordRegister.Status;
import org.vigie.register.RegisterSheet;

/// The accords and local agreements, and the commitments that somebody must look at: broken,
/// overdue, or past their day without a word.
final class AccordsPage {

    private static final Set<Status> TO_LOOK_AT =
            Set.of(Status.BROKEN, Status.OVERDUE, Status.DUE_PASSED);

    private static final int SHOWN_MAX = 40;
    private static final int ACCORDS_BYTES = 6_000;

    private final RegisterView at;
    private final Words words;
    private final AccordRegister register;

    AccordsPage(RegisterView at, AccordRegister register) {
        this.at = at;
        this.words = at.words();
        this.register = register;
    }

    Html body() {
        return at.around(
                Html.of(
                        "{}<p class=\"says\">{} {}</p>{}{}",
                        at.form(Html.EMPTY),
                        words.count("accords.n", register.accords().size()),
                        words.say("register.on-day", words.day(at.day())),
                        register.accords().isEmpty() ? Html.EMPTY : accords(),
                        toLookAt()),
                List.of(RegisterSheet.Name.ACCORDS, RegisterSheet.Name.COMMITMENTS));
    }

    private Html accords() {
        var rows = new ArrayList<Html>();
        register.accords().stream().limit(SHOWN_MAX).forEach(accord -> rows.add(row(accord)));
        var shown = RegisterView.fitting(rows, ACCORDS_BYTES);
        return Html.of(
                "<table class=\"rows\"><thead><tr><th>{}<th>{}<th>{}<th>{}<th>{}<th>{}</thead><tbody>{}</tbody></table>{}",
                words.say("accords.accord"),
                words.say("accords.scope"),
                words.say("accords.made"),
                words.say("actors.state"),
                words.say("accords.signed-by"),
                words.say("accords.commitments"),
                shown,
                at.more(register.accords().size() - shown.size()));
    }

    private Html row(Accord accord) {
        return Html.of(
                "<tr><td><a href=\"{}\">{}</a><td>{}{}<td data-l=\"{}\">{}<td data-l=\"{}\">{}<td"
                        + " data-l=\"{}\" dir=\"auto\">{}<td data-l=\"{}\">{}",
                at.accord(accord.code()),
                accord.name(),
                words.of(accord.scope()),
                accord.areaName().isEmpty() ? "" : ", " + accord.areaName(),
                words.say("accords.made"),
                at.date(accord.made()),
                words.say("actors.state"),
                words.of(accord.state()),
                words.say("accords.signed-by"),
                accord.signatures().stream()
                        .map(act -> at.say().name(act.who()))
                        .collect(Collectors.joining("; ")),
                words.say("accords.commitments"),
                summary(register.of(accord)));
    }

    /// `overdue: 1 · kept: 2`, the gravest first.
    private String summary(List<Commitment> commitments) {
        var said = new ArrayList<String>();
        for (var status : Status.values()) {
            long n = commitments.stream().filter(one -> one.status() == status).count();
            if (n > 0) {
                said.add(words.say("colon", words.of(status), n));
            }
        }
        return said.isEmpty() ? "–" : String.join(" · ", said);
    }

    private Html toLookAt() {
        var commitments =
                register.commitments().stream()
                        .filter(one -> TO_LOOK_AT.contains(one.status()))
                        .limit(SHOWN_MAX)
                        .toList();
        return Html.of(
                "<h2>{}</h2><p class=\"note\">{}</p>{}",
                words.say("accords.look-at"),
                words.say("accords.look-at-note"),
                commitments.isEmpty()
                        ? Html.of("<p>{}</p>", words.say("accords.none-to-look-at"))
                        : new CommitmentTable(at, true).of(commitments, register));
    }
}
