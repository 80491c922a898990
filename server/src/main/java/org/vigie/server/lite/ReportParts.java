package org.vigie.server.lite;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.record.Body;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Report;
import org.vigie.record.Warnings;

/// What became of reports, and the forms to write it down: how far each is verified, and whether
/// the reporter was told.
record ReportParts(Say say, Picture picture, List<Report> reports) {

    private Words words() {
        return say.words();
    }

    /// What stands beside a report: how far it is verified, and whether the reporter was told.
    Html beside(Report report) {
        var verified =
                latest(report, Warnings.ReportVerified.class)
                        .map(entry ->
                                Html.of(
                                        " ({}{}) {}",
                                        say.cited(((Warnings.ReportVerified) entry.body()).basis()),
                                        second((Warnings.ReportVerified) entry.body()),
                                        mark(entry)))
                        .orElse(Html.EMPTY);
        var told =
                latest(report, Warnings.ReporterTold.class)
                        .map(this::told)
                        .orElseGet(() ->
                                Html.of(
                                        "{}",
                                        words().say(
                                                        report.what().feedbackConsent()
                                                                ? "chain.told-open"
                                                                : "chain.told-never")));
        return Html.of(
                " · {}{} · {}",
                words().say("chain.report-is", words().of(report.verification())),
                verified,
                told);
    }

    private Html second(Warnings.ReportVerified verified) {
        var second = verified.second();
        return second == null ? Html.EMPTY : Html.of("; {}", words().say("chain.second", second));
    }

    private Html told(Recorded entry) {
        var told = (Warnings.ReporterTold) entry.body();
        return Html.of(
                "{}{} {}",
                words().say(told.told() ? "chain.told" : "chain.withheld"),
                say.after(told.reason()),
                mark(entry));
    }

    private Html mark(Recorded entry) {
        return Html.of("{} {}", say.backDated(entry), say.entry(entry.seq()));
    }

    private Optional<Recorded> latest(Report report, Class<? extends Body> kind) {
        return picture.about(report.id()).stream()
                .filter(entry -> kind.isInstance(entry.body()))
                .reduce((earlier, later) -> later);
    }

    Html verify(String path, Typed typed, String id) {
        var fields = new Fields(say.view(), typed, "verify");
        return new FoldedForm("verify", id, words().say("chain.verify"), typed.touched())
                .of(
                        say,
                        path,
                        List.of(
                                seen(),
                                choice(fields),
                                fields.choice(
                                        "status",
                                        Arrays.stream(Warnings.Verification.values())
                                                .filter(one ->
                                                        one != Warnings.Verification.UNVERIFIED)
                                                .toList()),
                                fields.line("basis"),
                                fields.line("second"),
                                fields.moment("happened")));
    }

    private Html seen() {
        return Html.of(
                "<input type=\"hidden\" name=\"{}\" value=\"{}\">",
                ReportForms.SEEN,
                ReportForms.verified(picture, reports).map(Recorded::seq).orElse(0L));
    }

    Html tell(String path, Typed typed, String id) {
        var fields = new Fields(say.view(), typed, "tell");
        boolean held = reports.stream().anyMatch(report -> !Chain.mayTell(picture, report));
        return new FoldedForm("tell", id, words().say("chain.tell"), typed.touched())
                .of(
                        say,
                        path,
                        List.of(
                                Html.of("<p class=\"due\">{}</p>", words().say("chain.tell-note")),
                                held
                                        ? Html.of(
                                                "<p class=\"due\">{}</p>",
                                                words().say("problem.release"))
                                        : Html.EMPTY,
                                choice(fields),
                                fields.codes("told", "told", List.of("told", "withheld")),
                                fields.line("why"),
                                fields.moment("happened")));
    }

    /// Which report is meant; of one alone there is nothing to choose.
    private Html choice(Fields fields) {
        if (reports.size() == 1) {
            var only = reports.getFirst();
            return Html.of(
                    "<p><input type=\"hidden\" name=\"report\" value=\"{}\">{}</p>",
                    only.id(),
                    name(only));
        }
        var options = new LinkedHashMap<String, String>();
        reports.forEach(report -> options.put(report.id().toString(), name(report)));
        return fields.named("report", options);
    }

    private String name(Report report) {
        var consent = report.what().feedbackConsent() ? "chain.consent" : "chain.no-consent";
        return words().moment(report.receivedAt()) + " · " + words().say(consent);
    }
}
