package org.vigie.server.lite;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Position;
import org.vigie.plan.Clearance;
import org.vigie.record.ActorClass;
import org.vigie.record.Alert;
import org.vigie.record.Alerts;
import org.vigie.record.Body;
import org.vigie.record.Facts;
import org.vigie.record.Filter;
import org.vigie.record.Forces;
import org.vigie.record.IncidentRow;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Report;
import org.vigie.record.Response;
import org.vigie.record.Responses;
import org.vigie.share.WarningGate;

/// What stands around an alert: what was found out about its reports, what the host state was asked
/// and said, which attacks it warned of, and what the harm gate lets leave the mission.
///
/// The gate: where the host state is alleged to be the perpetrator, nothing leaves before a named
/// protection officer has decided so, for each sort of thing; the latest decision holds. Priority
/// does not look here.
record Chain(Picture picture, Alert alert) {

    /// What may leave the mission, as a release names it.
    static final String CLEARANCE = "clearance-request";

    static final String FEEDBACK = "feedback";

    static final List<String> LEAVING = List.of(CLEARANCE, FEEDBACK);

    private static final double NEAR_KM = 25;

    private static final Duration SOON = Duration.ofDays(7);

    /// One clearance, with every answer to it; the last one holds.
    record Asked(Recorded entry, Forces.ClearanceAsked what, List<Recorded> answers) {

        UUID id() {
            return entry.entry().subject();
        }
    }

    /// Whether the alert, any report behind it or an attack that it warned of alleges the host
    /// state or a force that may fight beside it.
    boolean hostAlleged() {
        return WarningGate.hostAlleged(alert, picture);
    }

    static boolean gated(@Nullable ActorClass alleged) {
        return alleged != null && alleged.mayStandWithTheHostState();
    }

    boolean mayLeave(String what) {
        return !hostAlleged()
                || releases().stream()
                        .map(recorded -> (Responses.ReleaseDecided) recorded.body())
                        .filter(release -> release.what().equals(what))
                        .reduce((earlier, later) -> later)
                        .filter(release -> release.released() && !release.officer().isBlank())
                        .isPresent();
    }

    List<Recorded> releases() {
        return about(alert.id(), Responses.ReleaseDecided.class);
    }

    /// Whether word to this reporter may leave: every alert on the report has to let it. A report
    /// without an alert that alleges the host state has nowhere to be released, so it waits.
    static boolean mayTell(Picture picture, Report report) {
        var alerts =
                Alerts.of(picture).alerts().stream()
                        .filter(alert -> report.alerts().contains(alert.id()))
                        .toList();
        return alerts.isEmpty()
                ? !gated(report.what().alleged())
                : alerts.stream().allMatch(alert -> new Chain(picture, alert).mayLeave(FEEDBACK));
    }

    List<Asked> clearances() {
        return Stream.concat(
                        askedBeforeAnyOrder().stream(),
                        alert.responses().stream().flatMap(one -> clearances(one).stream()))
                .toList();
    }

    List<Asked> clearances(Response response) {
        return askedFor(response.id());
    }

    /// What was asked for the alert itself: whoever waits for an order before asking loses the time
    /// that the answer takes.
    List<Asked> askedBeforeAnyOrder() {
        return askedFor(alert.id());
    }

    /// How the clearance for flights stands: what was asked last for this alert, with its last
    /// answer.
    ///
    /// @param unasked how it stands as long as nobody has asked
    Clearance flight(Clearance unasked) {
        var asked =
                clearances().stream()
                        .filter(one -> one.what().clearanceKind().equals("flight"))
                        .max(Comparator.comparingLong(one -> one.entry().seq()));
        if (asked.isEmpty()) {
            return unasked;
        }
        var answers = asked.get().answers();
        return answers.isEmpty()
                ? Clearance.PENDING
                : switch (((Forces.ClearanceDecided) answers.getLast().body()).outcome()) {
                    case GRANTED -> Clearance.GRANTED;
                    case REFUSED -> Clearance.REFUSED;
                    case NO_ANSWER, PARTLY_GRANTED -> Clearance.PENDING;
                    case WITHDRAWN -> Clearance.NOT_ASKED;
                };
    }

    private List<Asked> askedFor(UUID subject) {
        return picture.entries(Forces.ClearanceAsked.class).stream()
                .map(entry ->
                        new Asked(
                                entry,
                                (Forces.ClearanceAsked) entry.body(),
                                about(entry.entry().subject(), Forces.ClearanceDecided.class)))
                .filter(asked -> subject.equals(asked.what().forSubject()))
                .toList();
    }

    /// The links to attacks that the alert warned of.
    List<Recorded> links() {
        return about(alert.id(), Facts.Linked.class).stream()
                .filter(entry -> ((Facts.Linked) entry.body()).relation().equals(Alerts.WARNED_OF))
                .toList();
    }

    /// Incidents near the alert's place and soon after its first warning that are not linked yet,
    /// the nearest first: for a person to choose from. None where the alert has no coordinates.
    List<IncidentRow> candidates() {
        var place = alert.what().site().position();
        if (place == null) {
            return List.of();
        }
        var from = Say.dayOf(alert.warnedAt());
        var to = Say.dayOf(alert.warnedAt().plus(SOON));
        return picture
                .incidents()
                .where(new Filter(from, to, null, null, null, null))
                .list()
                .stream()
                .filter(row -> distanceKm(place, row) <= NEAR_KM)
                .filter(row -> !alert.incidents().contains(row.incident()))
                .sorted(Comparator.comparingDouble(row -> distanceKm(place, row)))
                .toList();
    }

    private static double distanceKm(Position place, IncidentRow row) {
        var position = row.site().position();
        return position == null ? Double.POSITIVE_INFINITY : place.distanceKm(position);
    }

    private List<Recorded> about(UUID subject, Class<? extends Body> kind) {
        return picture.about(subject).stream()
                .filter(entry -> kind.isInstance(entry.body()))
                .toList();
    }
}
