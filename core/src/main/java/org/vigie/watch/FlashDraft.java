package org.vigie.watch;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.vigie.geo.BadInput;
import org.vigie.record.Alert;
import org.vigie.record.Alerts;
import org.vigie.record.Ledger;
import org.vigie.record.Report;
import org.vigie.record.Response;
import org.vigie.record.Standpoint;
import org.vigie.record.Watchkeeping.Paper;
import org.vigie.record.Watchkeeping.Part;
import org.vigie.watch.DutyPaper.Figure;
import org.vigie.watch.DutyPaper.Measure;
import org.vigie.watch.DutyPaper.Section;

/// Drafts the flash report of an alert: what is known of it, what was done so far.
final class FlashDraft {

    private static final int LINES_MAX = 15;
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private FlashDraft() {}

    static DutyPaper of(Ledger ledger, Standpoint at, UUID id) throws IOException {
        var picture = ledger.asOf(at.known(), at.recorded(), at.viewer());
        var alert =
                Alerts.of(picture)
                        .findAlert(id)
                        .orElseThrow(() -> new BadInput("alert", id, "an alert known by then"));
        var from = alert.warnedAt().isBefore(at.known()) ? alert.warnedAt() : at.known();
        var to = at.known().plus(A_MOMENT);
        var paper = DutyPaper.subject(Paper.FLASH, id.toString());
        var log = WatchLog.of(ledger, at, from, to).about(id);
        var attacks =
                alert.incidents().stream()
                        .flatMap(incident -> picture.incidents().find(incident).stream())
                        .toList();
        return new DutyPaper(
                Paper.FLASH,
                id.toString(),
                at,
                from,
                to,
                alert,
                DutyPaper.hostAlleged(alert)
                        || attacks.stream().anyMatch(row -> DutyPaper.byState(picture, row)),
                List.of(
                        new Section(
                                Part.EVENT,
                                behind(alert),
                                attacks,
                                List.of(),
                                0,
                                DutyPaper.versions(picture, paper, Part.EVENT)),
                        new Section(
                                Part.ACTION,
                                done(alert),
                                List.of(),
                                log.lines().stream().limit(LINES_MAX).toList(),
                                Math.max(0, log.lines().size() - LINES_MAX),
                                DutyPaper.versions(picture, paper, Part.ACTION)),
                        new Section(
                                Part.COMMENT,
                                List.of(),
                                List.of(),
                                List.of(),
                                0,
                                DutyPaper.versions(picture, paper, Part.COMMENT)),
                        new Section(
                                Part.OUTLOOK,
                                List.of(),
                                List.of(),
                                List.of(),
                                0,
                                DutyPaper.versions(picture, paper, Part.OUTLOOK))));
    }

    private static List<Figure> behind(Alert alert) {
        return List.of(
                Figure.of(Measure.REPORTS_BEHIND, seqs(alert.reports())),
                Figure.of(
                        Measure.REPORTS_BORNE_OUT,
                        seqs(alert.reports().stream().filter(FlashDraft::borneOut).toList())));
    }

    private static List<Long> seqs(List<Report> reports) {
        return reports.stream().map(report -> report.received().seq()).toList();
    }

    private static boolean borneOut(Report report) {
        return switch (report.verification()) {
            case CORROBORATED, CONFIRMED -> true;
            case UNVERIFIED, UNVERIFIABLE, FALSE -> false;
        };
    }

    private static List<Figure> done(Alert alert) {
        return List.of(
                Figure.of(
                        Measure.RESPONSES,
                        alert.responses().stream()
                                .map(response -> response.ordered().seq())
                                .toList()),
                Figure.of(
                        Measure.RESPONSES_NOT_POSSIBLE,
                        alert.responses().stream()
                                .filter(Response::notPossible)
                                .map(response -> response.ordered().seq())
                                .toList()));
    }
}
