package org.vigie.exchange.packs;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Accords;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Facts;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.Mandates;
import org.vigie.record.Surveys;

/// Entries of the registers beside the incidents: what actors are called, how the Council voted,
/// accords with their commitments, surveys. Each is known as its source is, and never before the
/// day that it is about: that a paper came out in a month does not say that it came out on the day
/// of the event.
final class RegisterEntries {

    private final Drafts drafts;
    private final List<PackArea> areas;
    private final Publication publication;

    RegisterEntries(Drafts drafts, List<PackArea> areas, Publication publication) {
        this.drafts = drafts;
        this.areas = areas;
        this.publication = publication;
    }

    void add(PackTables tables) {
        tables.rows(Tables.LABELS).forEach(this::addLabel);
        tables.rows(Tables.VOTES).forEach(this::addVote);
        tables.rows(Tables.ACCORDS).forEach(this::addAccord);
        tables.rows(Tables.COMMITMENTS).forEach(this::addCommitment);
        tables.rows(Tables.SURVEYS).forEach(this::addSurvey);
    }

    /// Where in its source, and what the pack notes: `line 13; one source`.
    static String noted(Row row) {
        var line = row.text("line");
        var note = row.text("note");
        return line.isEmpty() ? note : "line " + line + (note.isEmpty() ? "" : "; " + note);
    }

    private void addLabel(Row row) {
        add(
                row,
                Ids.subject("actor", row.text("actor")),
                "since",
                new Facts.ActorLabelled(
                        row.text("actor"),
                        row.text("label"),
                        row.text("by"),
                        row.day("until").map(PackDate::last).orElse(null),
                        row.text("source"),
                        noted(row)));
    }

    private void addVote(Row row) {
        add(
                row,
                Ids.subject("resolution", row.text("resolution")),
                "on",
                new Mandates.VoteTaken(
                        row.text("resolution"),
                        row.whole("inFavour"),
                        row.whole("against"),
                        row.whole("abstained"),
                        row.list("abstaining"),
                        row.text("source"),
                        noted(row)));
    }

    private void addAccord(Row row) {
        add(row, Ids.subject("accord", row.id()), "on", accord(row));
    }

    private Body accord(Row row) {
        var event = row.text("event");
        return switch (event) {
            case "made" ->
                    new Accords.AccordMade(
                            row.id(),
                            row.text("text"),
                            Accords.Scope.valueOf(IncidentWords.constant(row.text("scope"))),
                            row.text("area"),
                            nameOf(row.text("area")),
                            row.text("source"),
                            noted(row));
            case "monitored-by" ->
                    new Accords.MonitorNamed(
                            row.text("who"), row.text("text"), row.text("source"), noted(row));
            default ->
                    new Accords.AccordStepped(
                            Accords.AccordAct.valueOf(IncidentWords.constant(event)),
                            row.text("who"),
                            row.text("text"),
                            row.text("source"),
                            noted(row));
        };
    }

    private void addCommitment(Row row) {
        var event = row.text("event");
        var due = row.day("due").map(PackDate::last).orElse(null);
        add(
                row,
                Ids.subject("commitment", row.id()),
                "on",
                event.equals("made")
                        ? new Accords.CommitmentMade(
                                row.id(),
                                row.text("accord"),
                                row.list("by"),
                                row.list("to"),
                                row.text("text"),
                                due,
                                row.text("source"),
                                noted(row))
                        : new Accords.CommitmentStepped(
                                Accords.CommitmentStep.valueOf(IncidentWords.constant(event)),
                                row.text("text"),
                                due,
                                row.text("source"),
                                noted(row)));
    }

    private void addSurvey(Row row) {
        var asked =
                Happened.between(
                        row.day("from").orElseThrow().first(),
                        row.day("to").orElseThrow().last(),
                        row.day("to").orElseThrow().precision());
        add(
                row,
                new When(Ids.subject("survey", row.id()), asked, known(row, "to")),
                new Surveys.SurveyAnswered(
                        row.id(),
                        row.text("survey"),
                        row.text("area"),
                        nameOf(row.text("area")),
                        row.text("population"),
                        row.whole("n"),
                        row.text("method"),
                        row.text("question"),
                        row.text("answer"),
                        Double.parseDouble(row.text("share")),
                        row.decimalOrNull("margin"),
                        row.text("source"),
                        noted(row)));
    }

    private String nameOf(String area) {
        return areas.stream()
                .filter(one -> one.code().equals(area))
                .map(PackArea::name)
                .findFirst()
                .orElse(area);
    }

    /// The head of an entry but for where its row stands.
    private record When(UUID subject, @Nullable Happened happened, Instant known) {}

    private void add(Row row, UUID subject, String column, Body body) {
        var on = row.day(column);
        add(
                row,
                new When(subject, on.map(PackDate::happened).orElse(null), known(row, column)),
                body);
    }

    private Instant known(Row row, String column) {
        var published = publication.of(row.text("source"));
        return row.day(column).map(PackDate::end).filter(published::isBefore).orElse(published);
    }

    private void add(Row row, When when, Body body) {
        drafts.add(
                new Drafts.Head(
                        when.subject(),
                        when.happened(),
                        when.known(),
                        "",
                        Component.OUTSIDE,
                        Handling.OPEN,
                        row.table().file(),
                        row.line()),
                body);
    }
}
