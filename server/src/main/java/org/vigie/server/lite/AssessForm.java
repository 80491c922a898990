package org.vigie.server.lite;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.record.ActorClass;
import org.vigie.record.Report;
import org.vigie.record.Warnings;
import org.vigie.server.picture.PlaceSearch;

/// What a person reads out of a report: where it is, who is in danger of what, how grave. A place
/// is a name until a person has chosen one of those that it may mean.
///
/// @param candidates places that the name may mean, to be shown
record AssessForm(
        Typed typed,
        List<PlaceSearch.Candidate> candidates,
        Optional<Warnings.ReportAssessed> assessed) {

    static final String ACT = "assess";

    private static final String SEEN = "seen";

    private static final int LINE_MAX = 200;
    private static final int TEXT_MAX = 2_000;

    static AssessForm read(Typed typed, PlaceSearch places) {
        var where = typed.required("where", LINE_MAX);
        var threat = typed.required("threat", TEXT_MAX);
        var atRisk = typed.required("risk", LINE_MAX);
        var severity = typed.choice("severity", Warnings.Severity.judged());
        var alleged =
                typed.value("alleged").isEmpty()
                        ? ActorClass.UNKNOWN
                        : typed.choice("alleged", ActorClass.class);
        var candidates = ReportForm.candidates(where, places);
        var place = typed.value("place");
        if (!candidates.isEmpty() && !ReportForm.offers(candidates, place)) {
            typed.problem("place", "problem.place");
        }
        if (!typed.good() || severity == null || alleged == null) {
            return new AssessForm(typed, candidates, Optional.empty());
        }
        return new AssessForm(
                typed,
                candidates,
                Optional.of(
                        new Warnings.ReportAssessed(
                                ReportForm.site(places, where, place, candidates),
                                atRisk,
                                threat,
                                severity,
                                alleged)));
    }

    /// The form, with what the report says where nobody has typed yet.
    ///
    /// @param sent what somebody typed before, with its problems
    static Html html(Say say, Report report, AssessForm sent, String id) {
        boolean typedBefore = sent.typed().touched();
        var typed = typedBefore ? sent.typed() : new Typed(said(report));
        var fields = new Fields(say.view(), typed, ACT);
        boolean open = typedBefore || report.what().severity() == Warnings.Severity.NOT_ASSESSED;
        return new FoldedForm(ACT, id, say.words().say("assess.title"), open)
                .of(
                        say,
                        "/lite/reports/" + report.id(),
                        List.of(
                                Html.of(
                                        "<input type=\"hidden\" name=\"{}\" value=\"{}\">",
                                        SEEN,
                                        seen(report)),
                                fields.line("where"),
                                new ReportPage(say).places(typed, sent.candidates()),
                                fields.area("threat"),
                                fields.line("risk"),
                                fields.choice("alleged", Arrays.asList(ActorClass.values())),
                                fields.choice("severity", Warnings.Severity.judged())));
    }

    /// Whether somebody else has judged the report since this form was shown; said at a field, with
    /// who it was.
    static boolean overtaken(Typed typed, Report report, Words words) {
        var last = report.assessed();
        boolean overtaken =
                last.isPresent()
                        && !typed.value(SEEN).isEmpty()
                        && !typed.value(SEEN).equals(seen(report));
        if (overtaken) {
            typed.problem(
                    "severity",
                    "problem.judged-meanwhile",
                    last.orElseThrow().entry().author(),
                    words.of(report.what().severity()));
        }
        return overtaken;
    }

    /// By which judgement a form was filled in.
    private static String seen(Report report) {
        return report.assessed().map(last -> "" + last.seq()).orElse("none");
    }

    private static Map<String, String> said(Report report) {
        var what = report.what();
        boolean judged = what.severity() != Warnings.Severity.NOT_ASSESSED;
        return Map.of(
                "where",
                what.site().name(),
                "threat",
                what.threat(),
                "risk",
                what.atRisk(),
                "alleged",
                View.code(what.alleged()),
                "severity",
                judged ? View.code(what.severity()) : "");
    }
}
