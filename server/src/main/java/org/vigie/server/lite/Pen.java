package org.vigie.server.lite;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.plan.activity.Acceptance;
import org.vigie.record.Body;
import org.vigie.record.Entry;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.Origin;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Responses;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;
import org.vigie.server.picture.Desk;

/// The one place where the pages write. What a person does at the screen becomes one entry, with
/// that person as its author. Sent twice, it is written once, because the form's id is the entry's.
final class Pen {

    /// Closer than this to now is now.
    private static final Duration NOW_WITHIN = Duration.ofMinutes(1);

    private final Desk desk;
    private final View view;
    private final UUID id;

    Pen(Desk desk, View view, UUID id) {
        this.desk = desk;
        this.view = view;
        this.id = id;
    }

    /// An id for a form that is about to be shown.
    static String freshId(Desk desk) {
        return Ids.fresh(desk.clock().instant(), desk.chance()).toString();
    }

    /// A new thing of this sort: the same form always makes the same one.
    UUID subject(String sort) {
        return Ids.subject(sort, id.toString());
    }

    /// Writes what somebody did or learned. Where they say that it was earlier, the mission knew it
    /// then; the entry is back-dated and will be marked so wherever it is shown.
    ///
    /// @param when when it was so, empty for now
    void write(UUID subject, Optional<Instant> when, Body body) throws IOException {
        requireSame(append(subject, when, body, null));
    }

    /// Writes what can be only once, under an id that every server would give it.
    ///
    /// @return whether it stands in the ledger now in these words; else another was faster
    boolean writeOnce(UUID subject, Optional<Instant> when, Body body) throws IOException {
        return append(subject, when, body, null);
    }

    /// Writes what was decided about a request as it stands in a picture, under an id that every
    /// server would give the next word on it: of two officers who decide at the same moment one
    /// does. The form's own id stands in the origin, so that sent again it is known.
    ///
    /// @param picture that the form was read in
    /// @return whether it stands in the ledger now; else another was faster
    boolean decide(RestrictionForms.Act act, Picture picture) throws IOException {
        long last = picture.about(act.subject()).stream().mapToLong(Recorded::seq).max().orElse(-1);
        var next = Ids.subject("clearance-decided", act.subject() + "/" + last);
        var entry = entry(new Line(next, act.subject(), act.when(), act.body()), null);
        return desk.ledger(view.exercise()).append(List.of(ofForm(entry))).appended() > 0;
    }

    /// Writes whose a report is from now on, under an id that every server would give the next word
    /// on that: of two who take it at the same moment one does.
    ///
    /// @param picture that the form was read in
    /// @return whether it stands in the ledger now; else another was faster
    boolean turn(UUID report, Warnings.ReportTaken taken, Picture picture) throws IOException {
        var next = next("report-taken", Warnings.ReportTaken.class, report, picture);
        return decideOnce(new Line(next, report, Optional.empty(), taken));
    }

    /// Writes how far a report is verified, under an id that every server would give the next word
    /// on that: of two who say it at the same moment one does. Sent twice, it is written once.
    ///
    /// @param picture that the form was read in
    /// @return whether it stands in the ledger now; else another was faster
    boolean verify(AlertForms.Act act, UUID report, Picture picture) throws IOException {
        var written = find(report, id);
        if (written.isPresent()) {
            requireSame(written.get().body().equals(act.body()));
            return true;
        }
        var next = next("report-verified", Warnings.ReportVerified.class, report, picture);
        return decideOnce(new Line(next, report, act.when(), act.body()));
    }

    /// The id of the next entry of a kind about a thing, as a picture has it.
    private static UUID next(
            String sort, Class<? extends Body> kind, UUID subject, Picture picture) {
        long last =
                picture.about(subject).stream()
                        .filter(entry -> kind.isInstance(entry.body()))
                        .mapToLong(Recorded::seq)
                        .max()
                        .orElse(-1);
        return Ids.subject(sort, subject + "/" + last);
    }

    /// Writes what can be decided only once as things stand, under an id that every server would
    /// give it.
    ///
    /// @return whether it stands in the ledger now; else another was faster
    boolean decideOnce(Line line) throws IOException {
        return desk.ledger(view.exercise()).append(List.of(ofForm(entry(line, null)))).appended()
                > 0;
    }

    /// Writes a request to the host state, and before it what a person of protection decided about
    /// it: both, or neither.
    void write(RestrictionForms.Act act) throws IOException {
        var release = act.release();
        if (release == null) {
            write(act.subject(), act.when(), act.body());
            return;
        }
        desk.ledger(view.exercise())
                .append(
                        List.of(
                                entry(
                                        new Line(
                                                released(),
                                                act.subject(),
                                                Optional.empty(),
                                                release),
                                        null),
                                entry(new Line(id, act.subject(), act.when(), act.body()), null)));
    }

    /// Writes that somebody sees a threat, and what they saw it in: both, or neither.
    ///
    /// @param link what belongs to it from the beginning, null for nothing
    void threat(Line seen, @Nullable Body link) throws IOException {
        var entries = new ArrayList<Entry>();
        entries.add(entry(seen, null));
        if (link != null) {
            var linked = Ids.subject("linked at opening", seen.subject().toString());
            entries.add(entry(new Line(linked, seen.subject(), Optional.empty(), link), null));
        }
        requireSame(
                desk.ledger(view.exercise()).append(entries).appended() > 0
                        || find(seen.subject(), seen.id())
                                .filter(recorded -> recorded.body().equals(seen.body()))
                                .isPresent());
    }

    /// Writes what somebody plans, or what became of it. Every component of the mission sees it:
    /// that is what one plan is for.
    void plan(PlanForms.Act act) throws IOException {
        var line = new Line(id, act.subject(), Optional.empty(), act.body());
        desk.ledger(view.exercise()).append(List.of(entry(line, null, Handling.MISSION)));
    }

    /// Writes all that an accepted proposal changes, in one act, under ids that every server would
    /// give them: of two who accept it at the same moment one does.
    ///
    /// @return whether it was written; else another was faster
    boolean accept(Acceptance acceptance, String token) throws IOException {
        var entries = new ArrayList<Entry>();
        for (var change : acceptance.changes()) {
            var subject = change.activity().id();
            var line = new Line(accepted(token, subject), subject, Optional.empty(), change.body());
            entries.add(ofForm(entry(line, null, Handling.MISSION)));
        }
        return desk.ledger(view.exercise()).append(entries).appended() > 0;
    }

    /// The id of the entry with which an accepted proposal changes an activity.
    static UUID accepted(String token, UUID activity) {
        return Ids.subject("accepted", token + "/" + activity);
    }

    /// The same entry, which names this form where its own id is another.
    private Entry ofForm(Entry entry) {
        return new Entry(
                entry.id(),
                entry.subject(),
                entry.happenedOn(),
                entry.knownAt(),
                entry.author(),
                entry.component(),
                entry.handling(),
                new Origin("form", null, id.toString(), 0),
                entry.supersedes(),
                entry.body());
    }

    /// Writes what every component of the mission may see, such as a line of a register; it is
    /// known from now on, whenever it was so.
    ///
    /// @param older the entry that it takes back, null for none
    void register(Line line, @Nullable Happened happened, @Nullable UUID older) throws IOException {
        register(line, happened, older, Handling.MISSION);
    }

    /// The same, handled otherwise. Sent twice it is compared with what was written the first time,
    /// also where nobody may see that.
    void register(Line line, @Nullable Happened happened, @Nullable UUID older, Handling handling)
            throws IOException {
        var entry =
                new Entry(
                        line.id(),
                        line.subject(),
                        happened,
                        null,
                        view.officer().post(),
                        view.officer().component(),
                        handling,
                        new Origin("form", null, null, 0),
                        older,
                        line.body());
        var ledger = desk.ledger(view.exercise());
        requireSame(
                ledger.append(List.of(entry)).appended() > 0
                        || ledger.history(line.subject(), Viewer.keeper()).stream()
                                .anyMatch(recorded ->
                                        recorded.entry().id().equals(id)
                                                && recorded.body().equals(line.body())));
    }

    /// Writes what is to be seen by those who protect alone, when it was so and since when the
    /// mission knew.
    ///
    /// @param line whose moment is when the mission knew, empty for now
    /// @param happened when it was so; null when nobody knows
    /// @param older the entry that it corrects, null for none
    /// @return whether it stands in the ledger now in these words; else another was faster
    boolean witness(Line line, @Nullable Happened happened, @Nullable UUID older)
            throws IOException {
        var now = desk.clock().instant();
        var entry =
                new Entry(
                        line.id(),
                        line.subject(),
                        happened,
                        line.when()
                                .filter(moment -> moment.isBefore(now.minus(NOW_WITHIN)))
                                .orElse(null),
                        view.officer().post(),
                        view.officer().component(),
                        Handling.PROTECTION,
                        new Origin("form", null, null, 0),
                        older,
                        line.body());
        return desk.ledger(view.exercise()).append(List.of(entry)).appended() > 0
                || find(line.subject(), line.id())
                        .filter(recorded ->
                                recorded.body().equals(line.body())
                                        && Objects.equals(recorded.entry().happenedOn(), happened))
                        .isPresent();
    }

    /// What this form writes about something.
    Line line(UUID subject, Body body) {
        return new Line(id, subject, Optional.empty(), body);
    }

    /// Writes an entry that takes the place of an older one.
    void supersede(UUID older, UUID subject, Body body) throws IOException {
        requireSame(append(subject, Optional.empty(), body, older));
    }

    /// Writes what somebody decided about an incident, and all that it takes back, in one act.
    void judge(WeighForms.Act act, Handling handling) throws IOException {
        var entries = new ArrayList<Entry>();
        entries.add(judgement(new Judged(id, act.subject(), act.older()), act.body(), handling));
        for (var older : act.also()) {
            entries.add(
                    judgement(
                            new Judged(
                                    Ids.subject("also " + id, older.entry().id().toString()),
                                    older.entry().subject(),
                                    older.entry().id()),
                            act.body(),
                            older.entry().handling()));
        }
        requireSame(desk.ledger(view.exercise()).append(entries).appended() > 0);
    }

    /// Writes what somebody decided about what is known, for those who may see all of that.
    ///
    /// @param older the entry that it takes back, null for none
    void judge(UUID subject, Body body, @Nullable UUID older, Handling handling)
            throws IOException {
        var entry = judgement(new Judged(id, subject, older), body, handling);
        requireSame(
                desk.ledger(view.exercise()).append(List.of(entry)).appended() > 0
                        || find(subject, id)
                                .filter(recorded -> recorded.body().equals(body))
                                .isPresent());
    }

    /// Which entry it is, about what, in place of which.
    private record Judged(UUID id, UUID subject, @Nullable UUID older) {}

    private Entry judgement(Judged which, Body body, Handling handling) {
        return new Entry(
                which.id(),
                which.subject(),
                null,
                null,
                view.officer().post(),
                view.officer().component(),
                handling,
                new Origin("form", null, null, 0),
                which.older(),
                body);
    }

    /// What this form wrote when it was sent before, looked for under these subjects: sent twice,
    /// it is no mistake, as long as it says the same.
    Optional<Recorded> findWritten(List<UUID> subjects) throws IOException {
        for (var subject : subjects) {
            var written = find(subject, id);
            if (written.isPresent()) {
                return written;
            }
        }
        return Optional.empty();
    }

    /// The form was written before: it must say the same now, read in the picture of now or in that
    /// from before the entry itself was there.
    ///
    /// @param says what the form says in a picture, empty where it cannot be read there
    void requireSame(Recorded written, Picture now, Function<Picture, Optional<Body>> says)
            throws IOException {
        var moment = written.recordedAt().minusMillis(1);
        var before = desk.ledger(view.exercise()).asOf(moment, moment, view.officer().viewer());
        requireSame(
                Stream.of(now, before)
                        .anyMatch(picture ->
                                says.apply(picture).filter(written.body()::equals).isPresent()));
    }

    /// What a person of protection decided in this form about what it asks for.
    Optional<Responses.ReleaseDecided> findRelease(UUID subject) throws IOException {
        return find(subject, released())
                .map(recorded -> (Responses.ReleaseDecided) recorded.body());
    }

    private UUID released() {
        return Ids.subject("decided before", id.toString());
    }

    private Optional<Recorded> find(UUID subject, UUID entry) throws IOException {
        return desk.ledger(view.exercise()).history(subject, view.officer().viewer()).stream()
                .filter(recorded ->
                        recorded.entry().id().equals(entry)
                                || entry.toString().equals(recorded.entry().origin().file()))
                .findFirst();
    }

    /// The form was sent before. The same words again are harmless; other words would be lost
    /// without a trace, so whoever typed them is told.
    static void requireSame(boolean same) {
        if (!same) {
            throw new Conflict("problem.sent");
        }
    }

    /// @return whether the ledger holds it now in these words
    private boolean append(UUID subject, Optional<Instant> when, Body body, @Nullable UUID older)
            throws IOException {
        var entry = entry(new Line(id, subject, when, body), older);
        var ledger = desk.ledger(view.exercise());
        return ledger.append(List.of(entry)).appended() > 0
                || find(subject, id).filter(recorded -> recorded.body().equals(body)).isPresent();
    }

    /// What is written about what, and when it was so.
    record Line(UUID id, UUID subject, Optional<Instant> when, Body body) {}

    private Entry entry(Line line, @Nullable UUID older) {
        return entry(line, older, Handling.PROTECTION);
    }

    private Entry entry(Line line, @Nullable UUID older, Handling handling) {
        var now = desk.clock().instant();
        var earlier = line.when().filter(moment -> moment.isBefore(now.minus(NOW_WITHIN)));
        return new Entry(
                line.id(),
                line.subject(),
                Happened.at(line.when().filter(moment -> moment.isBefore(now)).orElse(now)),
                earlier.orElse(null),
                view.officer().post(),
                view.officer().component(),
                handling,
                new Origin("form", null, null, 0),
                older,
                line.body());
    }
}
