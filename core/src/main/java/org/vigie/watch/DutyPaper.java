package org.vigie.watch;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.record.Alert;
import org.vigie.record.Count;
import org.vigie.record.Ids;
import org.vigie.record.IncidentRow;
import org.vigie.record.Ledger;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Standpoint;
import org.vigie.record.Watchkeeping.Paper;
import org.vigie.record.Watchkeeping.PaperWorded;
import org.vigie.record.Watchkeeping.Part;
import org.vigie.share.Perpetrators;
import org.vigie.watch.WatchLog.Line;

/// A situation report of a day, or the flash report of an alert, as it is drafted from the entries:
/// figures with the rows behind them, the lines that matter, and apart from both what an officer
/// wrote.
///
/// To an officer: the counting is done; what it means is yours to say. Your words never change a
/// figure, and a figure never changes your words: where entries come in later the figures of the
/// next print are others, and the words still say who wrote them when.
///
/// When it must not be trusted: what nobody entered is not counted; the sections are ours, after
/// what situation reports of peace operations usually hold, and follow no mission's own form.
///
/// @param of the day, or the id of the alert
/// @param from the beginning of what is reported
/// @param to its end, exclusive
/// @param alert of a flash report, null for a situation report
/// @param hostAlleged whether forces of the host state, or such as may fight beside it, are alleged
///   in anything that stands in it: then nothing of it leaves the mission without the decision of a
///   named protection officer
public record DutyPaper(
        Paper kind,
        String of,
        Standpoint at,
        Instant from,
        Instant to,
        @Nullable Alert alert,
        boolean hostAlleged,
        List<Section> sections) {

    /// What is counted; the word says what counts.
    public enum Measure {
        INCIDENTS,
        LEARNED,
        AGAINST_CIVILIANS,
        ON_THE_MISSION,
        DEAD,
        REPORTS,
        JUDGED_EMPTY,
        ALERTS_OPENED,
        ALERTS_CLOSED,
        ALERTS_OPEN,
        REPORTS_WAITING,
        OVERDUE,
        THREATS_JUDGED,
        THREATS_OPEN,
        TOLD,
        NOT_TOLD,
        ORDERS,
        ON_SCENE,
        DONE,
        NOT_POSSIBLE,
        CLEARANCES_ASKED,
        CLEARANCES_GRANTED,
        CLEARANCES_REFUSED,
        CLEARANCES_WAITING,
        RESTRICTIONS_IMPOSED,
        RESTRICTIONS_IN_FORCE,
        REPORTS_BEHIND,
        REPORTS_BORNE_OUT,
        RESPONSES,
        RESPONSES_NOT_POSSIBLE
    }

    /// A figure.
    ///
    /// @param n how many; of the dead the sum of the best estimates
    /// @param rows places in the ledger of what was counted, none for the dead, who are counted
    ///   from the incidents above
    /// @param dead of the dead: sums and how many incidents state none; null for any other
    public record Figure(Measure measure, long n, List<Long> rows, Count.@Nullable Row dead) {

        public Figure {
            rows = List.copyOf(rows);
        }

        static Figure of(Measure measure, List<Long> rows) {
            return new Figure(measure, rows.size(), rows, null);
        }
    }

    /// A part of the paper.
    ///
    /// @param incidents the gravest of them, in the part on security; in a flash report the attacks
    ///   that the alert warned of
    /// @param lines of the log that stand in this part, the newest first
    /// @param more lines of this part that stand in the log alone
    /// @param versions what officers wrote here, the oldest first; the last holds
    public record Section(
            Part part,
            List<Figure> figures,
            List<IncidentRow> incidents,
            List<Line> lines,
            int more,
            List<Recorded> versions) {

        public Section {
            figures = List.copyOf(figures);
            incidents = List.copyOf(incidents);
            lines = List.copyOf(lines);
            versions = List.copyOf(versions);
        }

        /// The words that hold; empty where nobody wrote any, or the last were taken back.
        public Optional<String> findText() {
            return versions.isEmpty()
                    ? Optional.empty()
                    : Optional.of(text(versions.getLast())).filter(text -> !text.isBlank());
        }

        /// The words of one version.
        public static String text(Recorded version) {
            return version.body() instanceof PaperWorded worded ? worded.text() : "";
        }
    }

    public DutyPaper {
        sections = List.copyOf(sections);
    }

    /// The situation report of a day (UTC).
    public static DutyPaper sitrep(Ledger ledger, Standpoint at, LocalDate day) throws IOException {
        var from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        if (from.isAfter(at.known())) {
            throw new BadInput("day", day, "a day that has begun by " + at.known());
        }
        return new SitrepDraft(ledger, at, day).paper();
    }

    /// The flash report of an alert.
    public static DutyPaper flash(Ledger ledger, Standpoint at, UUID alert) throws IOException {
        return FlashDraft.of(ledger, at, alert);
    }

    /// The subject of what officers write in it.
    public static UUID subject(Paper kind, String of) {
        return Ids.subject(kind == Paper.SITREP ? "sitrep" : "flash", of);
    }

    public UUID subject() {
        return subject(kind, of);
    }

    /// The part with this name.
    public Optional<Section> find(Part part) {
        return sections.stream().filter(section -> section.part() == part).findFirst();
    }

    /// All figures, in the order of the paper.
    public List<Figure> figures() {
        return sections.stream().flatMap(section -> section.figures().stream()).toList();
    }

    /// Whether the host state, or a force that may fight beside it, is alleged in an alert or in a
    /// report behind it.
    static boolean hostAlleged(Alert alert) {
        return alert.what().alleged().mayStandWithTheHostState()
                || alert.reports().stream()
                        .anyMatch(report -> report.what().alleged().mayStandWithTheHostState());
    }

    /// Whether a state is said to have attacked in an incident, by any account of it.
    static boolean byState(Picture picture, IncidentRow row) {
        var perpetrators = Perpetrators.of(picture);
        return perpetrators.ofState(row.kind(), row.actors())
                || row.folded().stream()
                        .map(IncidentRow.Folded::told)
                        .anyMatch(told -> perpetrators.ofState(told.kind(), told.actors()));
    }

    /// What officers wrote in a part, the oldest first.
    static List<Recorded> versions(Picture picture, UUID paper, Part part) {
        return picture.about(paper).stream()
                .filter(entry ->
                        entry.body() instanceof PaperWorded worded && worded.part() == part)
                .sorted(Comparator.comparingLong(Recorded::seq))
                .toList();
    }
}
