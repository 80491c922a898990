package org.vigie.server.lite;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.exchange.words.Words;
import org.vigie.record.Body;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Report;
import org.vigie.record.Warnings;

/// Reads what was found out about a report and whether its reporter was told, and keeps the harm
/// gate of the second.
///
/// @param reports those that the page offers; no other is written about
record ReportForms(Typed typed, Picture picture, List<Report> reports) {

    static final String VERIFY = "verify";

    static final Set<String> ACTS = Set.of(VERIFY, "tell");

    /// The last verification that stood in the picture when the form was shown, by its number.
    static final String SEEN = "seen";

    private static final Set<Warnings.Verification> NEED_A_SECOND =
            Set.of(Warnings.Verification.CORROBORATED, Warnings.Verification.CONFIRMED);

    private static final int LINE_MAX = 300;

    /// What the form says, or empty with its problems noted.
    Optional<AlertForms.Act> read(String act, Instant now) {
        var when = typed.recent("happened", now);
        var report = report();
        if (report.isEmpty()) {
            typed.problem("report", "problem.choose");
            return Optional.empty();
        }
        var body = act.equals(VERIFY) ? verify(report.get()) : tell(report.get());
        return typed.good()
                ? body.map(one -> new AlertForms.Act(report.get().id(), when, one))
                : Optional.empty();
    }

    /// Whether somebody else has said how far the report is verified since this form was shown;
    /// said at a field, with who it was.
    boolean overtaken(Words words) {
        var last =
                report().flatMap(one -> verified(picture, List.of(one)))
                        .filter(one -> typed.value(SEEN).matches("[0-9]{1,18}"))
                        .filter(one -> one.seq() > Long.parseLong(typed.value(SEEN)));
        last.ifPresent(one ->
                typed.problem(
                        "status",
                        "problem.verified-meanwhile",
                        one.entry().author(),
                        words.of(((Warnings.ReportVerified) one.body()).status())));
        return last.isPresent();
    }

    /// The last word on how far any of these reports is verified.
    static Optional<Recorded> verified(Picture picture, List<Report> reports) {
        return reports.stream()
                .flatMap(report -> picture.about(report.id()).stream())
                .filter(entry -> entry.body() instanceof Warnings.ReportVerified)
                .max(Comparator.comparingLong(Recorded::seq));
    }

    private Optional<Report> report() {
        return reports.stream()
                .filter(one -> one.id().toString().equals(typed.value("report")))
                .findFirst();
    }

    /// One source alone corroborates and confirms nothing: somebody else, independent, has to be
    /// named.
    private Optional<Body> verify(Report report) {
        var status = typed.choice("status", Warnings.Verification.class);
        var basis = typed.required("basis", LINE_MAX);
        if (status == Warnings.Verification.UNVERIFIED) {
            typed.problem("status", "problem.choose");
        }
        var second = typed.optional("second", LINE_MAX);
        if (status == null || !NEED_A_SECOND.contains(status)) {
            return Optional.ofNullable(status).map(one -> new Warnings.ReportVerified(one, basis));
        }
        if (second.isEmpty() || second.equalsIgnoreCase(report.what().lane())) {
            typed.problem("second", "problem.second");
        }
        return Optional.of(new Warnings.ReportVerified(status, basis, second));
    }

    /// A text from the mission on an informant's telephone can kill: without recorded consent on a
    /// safe channel, and where the host state is alleged without a release, only "withheld" is
    /// taken.
    private Optional<Body> tell(Report report) {
        boolean told = typed.either("told", "told", "withheld");
        var reason = told ? typed.optional("why", LINE_MAX) : typed.required("why", LINE_MAX);
        if (told && !report.what().feedbackConsent()) {
            typed.problem("told", "problem.consent");
        }
        if (told && !Chain.mayTell(picture, report)) {
            typed.problem("told", "problem.release");
        }
        return Optional.of(new Warnings.ReporterTold(told, reason));
    }
}
