package org.vigie.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.vigie.record.Alerts;
import org.vigie.record.Body;
import org.vigie.record.Forces;
import org.vigie.record.Housekeeping;
import org.vigie.record.Kinds;
import org.vigie.record.LaneBook;
import org.vigie.record.Lanes;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Responses;
import org.vigie.record.Site;
import org.vigie.record.Threats;
import org.vigie.record.Warnings;
import org.vigie.record.Watchkeeping;
import org.vigie.restrict.Restrictions;
import org.vigie.warn.ThreatFiles;
import org.vigie.watch.WatchLog.Line;
import org.vigie.watch.WatchLog.Mark;
import org.vigie.watch.WatchLog.Topic;

/// What the subjects of entries are: to which alert, report, threat file … a line of the log
/// belongs, and how that is called.
final class Topics {

    private record About(Topic topic, UUID id, String title) {}

    /// What an entry says, as constants and in its own words.
    private record Said(List<Enum<?>> words, String text) {

        private static final Said NOTHING = new Said(List.of(), "");

        static Said of(String text, Enum<?>... words) {
            return new Said(List.of(words), text);
        }
    }

    private final Map<UUID, About> known = new HashMap<>();

    private Topics() {}

    static Topics of(Picture picture) {
        var topics = new Topics();
        var alerts = Alerts.of(picture);
        for (var report : alerts.reports()) {
            topics.add(
                    Topic.REPORT,
                    report.id(),
                    joined(report.what().threat(), report.what().site().name()));
        }
        for (var alert : alerts.alerts()) {
            var about = topics.add(Topic.ALERT, alert.id(), alert.what().title());
            alert.responses().forEach(response -> topics.known.put(response.id(), about));
        }
        for (var file : ThreatFiles.of(picture).files()) {
            topics.add(
                    Topic.THREAT,
                    file.id(),
                    joined(file.what().threat(), file.what().site().name()));
        }
        for (var request : Restrictions.of(picture).requests()) {
            topics.add(Topic.CLEARANCE, request.id(), asset(request.asset(), request.site()));
        }
        for (var entry : picture.latestEntries(Forces.RestrictionImposed.class)) {
            if (entry.body() instanceof Forces.RestrictionImposed limit) {
                topics.add(
                        Topic.RESTRICTION,
                        entry.entry().subject(),
                        asset(limit.asset(), limit.site()));
            }
        }
        for (var lane : LaneBook.of(picture).lanes()) {
            topics.add(Topic.LANE, LaneBook.subject(lane.what().code()), lane.what().code());
        }
        return topics;
    }

    private static String asset(String asset, Site site) {
        return joined(asset, site.name());
    }

    private About add(Topic topic, UUID id, String title) {
        var about = new About(topic, id, title);
        known.put(id, about);
        return about;
    }

    static String joined(String one, String other) {
        return String.join(" · ", Stream.of(one, other).filter(part -> !part.isBlank()).toList());
    }

    /// The line of an entry; empty for a note that belongs to nothing on the watch.
    Optional<Line> line(Recorded entry, boolean superseded) {
        var about = about(entry);
        if (about.isEmpty()) {
            return Optional.empty();
        }
        var said =
                entry.body() instanceof Warnings.ReportJoined join
                        ? joined(join)
                        : said(entry.body());
        return Optional.of(
                new Line(
                        entry,
                        about.get().topic(),
                        about.get().id(),
                        about.get().title(),
                        takesBack(entry) ? List.of(Mark.TAKEN_BACK) : said.words(),
                        said.text(),
                        superseded));
    }

    /// With the alert that it is about as well.
    private Said joined(Warnings.ReportJoined join) {
        var alert = known.get(join.alert());
        return Said.of(
                alert == null ? "" : alert.title(), join.joined() ? Mark.JOINED : Mark.PARTED);
    }

    private static boolean takesBack(Recorded entry) {
        return entry.body() instanceof Housekeeping.NoteWritten
                && entry.entry().supersedes() != null;
    }

    private Optional<About> about(Recorded entry) {
        var subject = entry.entry().subject();
        if (entry.body() instanceof Watchkeeping.WatchNoted note && note.about() != null) {
            var thing = known.get(note.about());
            return Optional.of(thing == null ? new About(Topic.WATCH, note.about(), "") : thing);
        }
        var about = known.get(subject);
        if (about != null) {
            return Optional.of(about);
        }
        return topicOf(entry).map(topic -> new About(topic, subject, ""));
    }

    /// Of what can be read of the entry alone: the thing itself was erased, or taken back.
    private static Optional<Topic> topicOf(Recorded entry) {
        return Kinds.find(entry.entry().kind())
                .flatMap(kind -> {
                    if (kind == Housekeeping.NoteWritten.class) {
                        return Optional.empty();
                    }
                    if (Warnings.class.isAssignableFrom(kind)) {
                        return Optional.of(
                                kind.getSimpleName().startsWith("Alert")
                                        ? Topic.ALERT
                                        : Topic.REPORT);
                    }
                    if (Responses.class.isAssignableFrom(kind)) {
                        return Optional.of(Topic.ALERT);
                    }
                    if (Threats.class.isAssignableFrom(kind)) {
                        return Optional.of(Topic.THREAT);
                    }
                    if (Lanes.class.isAssignableFrom(kind)) {
                        return Optional.of(Topic.LANE);
                    }
                    if (Watchkeeping.class.isAssignableFrom(kind)) {
                        return Optional.of(Topic.WATCH);
                    }
                    return Optional.of(
                            kind.getSimpleName().startsWith("Clearance")
                                    ? Topic.CLEARANCE
                                    : Topic.RESTRICTION);
                });
    }

    private static Said said(Body body) {
        return switch (body) {
            case Warnings warning -> said(warning);
            case Responses response -> said(response);
            case Threats threat -> said(threat);
            case Watchkeeping kept -> said(kept);
            case Forces.ClearanceAsked asked -> Said.of(asked.note());
            case Forces.ClearanceDecided decided -> Said.of(decided.reason(), decided.outcome());
            case Forces.RestrictionImposed limit -> Said.of(joined(limit.by(), limit.reason()));
            case Forces.RestrictionLifted lifted -> Said.of(lifted.reason());
            case Lanes.LaneClosed closed -> Said.of(closed.reason());
            case Housekeeping.NoteWritten note -> Said.of(note.text());
            case Body other -> Said.NOTHING;
        };
    }

    private static Said said(Warnings body) {
        return switch (body) {
            case Warnings.ReportReceived report -> Said.of(report.atRisk(), report.severity());
            case Warnings.ReportAttached _ -> Said.NOTHING; // nothing of it leaves the report
            case Warnings.ReportAssessed judged ->
                    Said.of(joined(judged.threat(), judged.atRisk()), judged.severity());
            case Warnings.ReportTaken taken ->
                    Said.of("", taken.taken() ? Mark.TAKEN : Mark.GIVEN_BACK);
            case Warnings.ReportJoined _ -> Said.NOTHING; // said with its alert
            case Warnings.ReportVerified verified -> Said.of(verified.basis(), verified.status());
            case Warnings.AlertOpened opened -> Said.of(opened.atRisk(), opened.severity());
            case Warnings.AlertStepped stepped -> Said.of(stepped.note(), stepped.step());
            case Warnings.AlertClosed closed -> Said.of(closed.reason(), closed.outcome());
            case Warnings.ReporterTold told ->
                    Said.of(told.reason(), told.told() ? Mark.TOLD : Mark.NOT_TOLD);
        };
    }

    private static Said said(Responses body) {
        return switch (body) {
            case Responses.OrderGiven order ->
                    Said.of(String.join(", ", order.units()), order.action(), order.by());
            case Responses.ResponseStepped stepped -> {
                var words = new ArrayList<Enum<?>>();
                words.add(stepped.step());
                if (stepped.reason() != null) {
                    words.add(stepped.reason());
                }
                switch (stepped.force()) {
                    case NOT_STATED, NONE -> {}
                    case PRESENCE, WARNING, USED -> words.add(stepped.force());
                }
                yield new Said(words, stepped.note());
            }
            case Responses.ReleaseDecided release ->
                    Said.of(
                            joined(release.what(), release.reason()),
                            release.released() ? Mark.RELEASED : Mark.NOT_RELEASED);
        };
    }

    private static Said said(Threats body) {
        return switch (body) {
            case Threats.ThreatIdentified seen -> Said.of(seen.atRisk());
            case Threats.ThreatAssessed judged ->
                    Said.of(judged.basis(), judged.likelihood(), judged.impact());
            case Threats.ThreatLinked link -> Said.of("", link.what());
            case Threats.ThreatUnlinked link -> Said.of(link.reason(), link.what());
            case Threats.ThreatClosed closed -> Said.of(closed.reason(), closed.ending());
            case Threats.ThreatReopened reopened -> Said.of(reopened.reason());
        };
    }

    private static Said said(Watchkeeping body) {
        return switch (body) {
            case Watchkeeping.WatchNoted note -> Said.of(note.text());
            case Watchkeeping.HandoverGiven given -> Said.of(joined(given.to(), given.words()));
            case Watchkeeping.TimesSet set -> Said.of(set.basis());
            case Watchkeeping.HandoverSigned signed -> Said.of(signed.remark());
            case Watchkeeping.PaperWorded worded -> Said.of("", worded.paper(), worded.part());
        };
    }
}
