package org.vigie.record;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where the things lie that entries are about, for a viewer whose sight an area bounds.
///
/// - A thing lies where the last entry puts it that says so; a response lies where its alert does,
///   a note where what it is about does.
/// - What is said of warnings, responses, threats, casualties, activities and clearances is seen
///   where it is known to lie in the area. Where nobody said where it lies, it is not seen: the
///   operations centre, which no area bounds, sees it.
/// - An alert and the reports that people put behind it are one danger: where one of them lies in
///   the area, all of them are seen.
/// - What concerns the mission as a whole (its mandate, units, actors, sources, imports) is seen.
/// - That a watch was handed over is seen, since it moves what people own; what was said at it only
///   by the two.
final class Whereabouts {

    /// A note on a note on an alert; more than that is no chain that a form makes.
    private static final int STEPS_MAX = 8;

    private final Viewer viewer;
    private final Purview purview;

    /// Whether a subject lies in the area; nothing of one of which nobody said where it lies.
    private final Map<UUID, Boolean> inside = new HashMap<>();

    private Whereabouts(Viewer viewer, Purview purview) {
        this.viewer = viewer;
        this.purview = purview;
    }

    /// Where things lie, by what these entries and accounts say.
    ///
    /// @param entries that the viewer might see if no area bounded them
    /// @param viewer whose sight an area bounds
    static Whereabouts of(Collection<Recorded> entries, Accounts accounts, Viewer viewer) {
        var purview = viewer.purview();
        if (purview == null) {
            throw new IllegalArgumentException("no area bounds the sight of " + viewer.name());
        }
        var whereabouts = new Whereabouts(viewer, purview);
        whereabouts.look(entries, accounts);
        return whereabouts;
    }

    private void look(Collection<Recorded> entries, Accounts accounts) {
        var last = new HashMap<UUID, Recorded>();
        var about = new HashMap<UUID, UUID>();
        var subjects = new HashSet<UUID>();
        for (var entry : entries) {
            var subject = entry.entry().subject();
            subjects.add(subject);
            if (site(entry.body()) != null) {
                last.merge(
                        subject, entry, (a, b) -> Picture.BY_KNOWLEDGE.compare(a, b) <= 0 ? b : a);
            }
            var other = about(entry.body());
            if (other != null) {
                about.put(subject, other);
                subjects.add(other);
            }
        }
        last.forEach((subject, entry) -> put(subject, site(entry.body())));
        accounts.lastPlaces(subjects)
                .forEach((incident, place) -> inside.put(incident, purview.covers(place.site())));
        shareSight(entries);
        about.keySet().forEach(subject -> follow(subject, about));
    }

    /// What a person put behind one alert is one danger: who sees a part of it sees all of it. Else
    /// the clock of their own alert would start later than it did, and their own report would seem
    /// to wait.
    private void shareSight(Collection<Recorded> entries) {
        var dangers = new Dangers();
        var joined = new HashMap<List<UUID>, Recorded>();
        for (var entry : entries) {
            var subject = entry.entry().subject();
            if (entry.body() instanceof Warnings.AlertOpened alert) {
                alert.reports().forEach(report -> dangers.join(subject, report));
            } else if (entry.body() instanceof Warnings.ReportJoined join) {
                joined.merge(
                        List.of(subject, join.alert()),
                        entry,
                        (a, b) -> Picture.BY_KNOWLEDGE.compare(a, b) <= 0 ? b : a);
            }
        }
        joined.forEach((pair, entry) -> {
            if (((Warnings.ReportJoined) entry.body()).joined()) {
                dangers.join(pair.get(0), pair.get(1));
            }
        });
        for (var danger : dangers.all()) {
            if (danger.stream().anyMatch(thing -> inside.getOrDefault(thing, false))) {
                danger.forEach(thing -> inside.put(thing, true));
            }
        }
    }

    /// Alerts with the reports behind them, and with the other alerts that those are behind.
    private static final class Dangers {

        private final Map<UUID, Set<UUID>> of = new HashMap<>();

        void join(UUID one, UUID other) {
            var first = of.computeIfAbsent(one, id -> new HashSet<>(List.of(id)));
            var second = of.computeIfAbsent(other, id -> new HashSet<>(List.of(id)));
            if (!first.contains(other)) {
                var large = first.size() < second.size() ? second : first;
                var small = first.size() < second.size() ? first : second;
                large.addAll(small);
                small.forEach(id -> of.put(id, large));
            }
        }

        /// Each once.
        Collection<Set<UUID>> all() {
            Set<Set<UUID>> each = Collections.newSetFromMap(new IdentityHashMap<>());
            each.addAll(of.values());
            return each;
        }
    }

    private void put(UUID subject, @Nullable Site site) {
        if (site != null) {
            inside.put(subject, purview.covers(site));
        }
    }

    private void follow(UUID subject, Map<UUID, UUID> about) {
        @Nullable UUID at = subject;
        for (int step = 0; at != null && step < STEPS_MAX; step++) {
            var known = inside.get(at);
            if (known != null) {
                inside.put(subject, known);
                return;
            }
            at = about.get(at);
        }
    }

    /// Where an entry says that its subject lies; null when it says nothing of it.
    private static @Nullable Site site(Body body) {
        return switch (body) {
            case Warnings.ReportReceived report -> report.site();
            case Warnings.ReportAssessed judged -> judged.site();
            case Warnings.AlertOpened alert -> alert.site();
            case Threats.ThreatIdentified threat -> threat.site();
            case Activities.ActivityPlanned activity -> activity.site();
            case Forces.ClearanceAsked asked -> asked.site();
            case Forces.ClearanceListed listed -> listed.site();
            case Lanes.LaneOpened lane -> lane.site();
            default -> null;
        };
    }

    /// What the subject of an entry belongs to, and lies where that does.
    private static @Nullable UUID about(Body body) {
        return switch (body) {
            case Responses.OrderGiven order -> order.alert();
            case Casualties.CasualtyOpened casualty -> casualty.about();
            case Watchkeeping.WatchNoted note -> note.about();
            case Watchkeeping.PaperWorded words ->
                    words.paper() == Watchkeeping.Paper.FLASH ? id(words.of()) : null;
            default -> null;
        };
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null; // a paper about something else
        }
    }

    /// What the viewer sees of an entry that they might see if no area bounded them.
    Optional<Recorded> seen(Recorded recorded) {
        return switch (recorded.body()) {
            case Facts.IncidentReported account ->
                    purview.covers(account.site()) ? Optional.of(recorded) : Optional.empty();
            case Watchkeeping.HandoverGiven given ->
                    Optional.of(party(recorded, given.to()) ? recorded : wordless(recorded, given));
            case Watchkeeping.HandoverSigned signed ->
                    Optional.of(party(recorded, "") ? recorded : wordless(recorded, signed));
            default -> liesInside(recorded) ? Optional.of(recorded) : Optional.empty();
        };
    }

    private boolean liesInside(Recorded recorded) {
        var known = inside.get(recorded.entry().subject());
        return known != null ? known : wholeMission(recorded);
    }

    /// Whether what nobody placed concerns the mission as a whole.
    private static boolean wholeMission(Recorded recorded) {
        return switch (recorded.body()) {
            case Forces.ClearanceAsked _,
                    Forces.ClearanceListed _,
                    Forces.ClearanceDecided _,
                    Watchkeeping.WatchNoted _,
                    Watchkeeping.PaperWorded _ ->
                    false;
            case Warnings _, Responses _, Threats _, Casualties _ -> false;
            case Activities _, Awareness _, Lanes _, Unknown _ -> false;
            case Erased _ -> Handovers.moves(recorded);
            case Facts _, Forces _, Mandates _, Accords _ -> true;
            case Surveys _, Forecasts _, Housekeeping _, Watchkeeping _ -> true;
        };
    }

    private boolean party(Recorded recorded, String other) {
        return viewer.name().equals(recorded.entry().author()) || viewer.name().equals(other);
    }

    private static Recorded wordless(Recorded recorded, Watchkeeping.HandoverGiven given) {
        return saying(recorded, new Watchkeeping.HandoverGiven(given.to(), "", List.of()));
    }

    private static Recorded wordless(Recorded recorded, Watchkeeping.HandoverSigned signed) {
        return saying(recorded, new Watchkeeping.HandoverSigned(signed.seenUntil(), ""));
    }

    private static Recorded saying(Recorded recorded, Body body) {
        return new Recorded(recorded.seq(), recorded.recordedAt(), recorded.entry().saying(body));
    }

    /// These entries, as far as the viewer sees them, in the same order.
    List<Recorded> only(Collection<Recorded> entries) {
        return entries.stream().map(this::seen).flatMap(Optional::stream).toList();
    }
}
