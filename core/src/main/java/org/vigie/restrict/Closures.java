package org.vigie.restrict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Outline;
import org.vigie.geo.Position;
import org.vigie.record.Forces;
import org.vigie.record.Forces.Zone;
import org.vigie.record.Happened;
import org.vigie.record.Picture;
import org.vigie.record.Site;

/// What is closed to the mission at a moment: limits that the host state imposed and did not lift,
/// and refused requests whose period has not run out, until further notice included.
///
/// To an officer: whether somebody may stand in the way there. That nothing is listed means that
/// nothing is on record, not that the road is open.
public final class Closures {

    /// Whether a limit holds at a place.
    public enum Reach {
        HERE,
        /// Only the name of its place is known, or no place was asked about.
        CANNOT_TELL
    }

    /// One limit.
    ///
    /// @param since when it began; a refused area, when it was asked for or from when
    /// @param to null: until further notice
    /// @param by who imposed it, empty when not stated
    /// @param refusal how the request is called that the host state refused, its note or its
    ///   number; null for a limit that somebody imposed
    /// @param outline the corners of what is closed, empty when only its place is known
    public record Closure(
            UUID id,
            String kind,
            String asset,
            Site site,
            String by,
            @Nullable String refusal,
            String reason,
            Instant since,
            @Nullable Instant to,
            List<Position> outline,
            Reach reach,
            long seq) {

        /// Whether it is a refused flight or movement, and no closed area.
        public boolean refusedMovement() {
            return refusal != null && !kind.equals(AREA);
        }
    }

    private static final String AREA = "area";
    private static final Set<String> REFUSED = Set.of(AREA, "flight", "ground");

    private Closures() {}

    /// The limits that hold at a moment, and the flights and movements that are refused then, the
    /// oldest first.
    ///
    /// @param place null for everywhere; with a place those whose outline is elsewhere are left out
    public static List<Closure> at(Picture picture, Instant moment, @Nullable Position place) {
        var asked = new Asked(moment, place, false);
        var closures = new ArrayList<Closure>();
        addImposed(closures, picture, asked);
        addRefused(closures, picture, asked, REFUSED);
        closures.sort(Comparator.comparing(Closure::since).thenComparingLong(Closure::seq));
        return List.copyOf(closures);
    }

    /// The limits that hold at a moment or are known to begin later, the oldest first: for who asks
    /// about a journey, which lasts. A refused flight or movement is no closed area but a word of
    /// the host state, and not in it.
    public static List<Closure> from(Picture picture, Instant moment) {
        var asked = new Asked(moment, null, true);
        var closures = new ArrayList<Closure>();
        addImposed(closures, picture, asked);
        addRefused(closures, picture, asked, Set.of(AREA));
        closures.sort(Comparator.comparing(Closure::since).thenComparingLong(Closure::seq));
        return List.copyOf(closures);
    }

    /// Those alone that somebody imposed, and that can be lifted.
    public static List<Closure> imposed(Picture picture, Instant moment) {
        var closures = new ArrayList<Closure>();
        addImposed(closures, picture, new Asked(moment, null, false));
        return List.copyOf(closures);
    }

    private static void addImposed(List<Closure> closures, Picture picture, Asked asked) {
        var lifted =
                picture.entries(Forces.RestrictionLifted.class).stream()
                        .filter(entry -> !entry.happened().first().isAfter(asked.moment()))
                        .map(entry -> entry.entry().subject())
                        .collect(Collectors.toSet());
        for (var entry : picture.latestEntries(Forces.RestrictionImposed.class)) {
            if (entry.body() instanceof Forces.RestrictionImposed limit
                    && !lifted.contains(entry.entry().subject())) {
                var zone = limit.zone();
                add(
                        closures,
                        new Closure(
                                entry.entry().subject(),
                                limit.restrictionKind(),
                                limit.asset(),
                                limit.site(),
                                limit.by(),
                                null,
                                limit.reason(),
                                since(zone, entry.happened().first()),
                                zone == null ? null : zone.to(),
                                zone == null ? List.of() : zone.outline(),
                                Reach.CANNOT_TELL,
                                entry.seq()),
                        asked);
            }
        }
    }

    private static void addRefused(
            List<Closure> closures, Picture picture, Asked asked, Set<String> kinds) {
        for (var request : Restrictions.of(picture).ended("refused").requests()) {
            var zone = request.terms().zone();
            var when = request.asked();
            var since = zone == null ? null : begins(zone, when);
            if (kinds.contains(request.kind()) && zone != null && since != null) {
                var note = request.terms().noteVerbale();
                add(
                        closures,
                        new Closure(
                                request.id(),
                                request.kind(),
                                request.asset(),
                                request.site(),
                                "",
                                note.isBlank() ? request.key() : note,
                                request.findDecision()
                                        .map(ClearanceRequest.Decision::reason)
                                        .orElse(""),
                                since,
                                zone.to(),
                                zone.outline(),
                                Reach.CANNOT_TELL,
                                request.seq()),
                        asked);
            }
        }
    }

    /// A refusal without either end was about one movement that is over.
    private static @Nullable Instant begins(Zone zone, @Nullable Happened asked) {
        if (zone.from() != null) {
            return zone.from();
        }
        return zone.to() == null || asked == null ? null : asked.first();
    }

    /// @param later whether those that begin later are asked for too
    private record Asked(Instant moment, @Nullable Position place, boolean later) {}

    private static Instant since(@Nullable Zone zone, Instant otherwise) {
        return zone == null || zone.from() == null ? otherwise : zone.from();
    }

    private static void add(List<Closure> closures, Closure closure, Asked asked) {
        boolean over = closure.to() != null && closure.to().isBefore(asked.moment());
        boolean later = closure.since().isAfter(asked.moment()) && !asked.later();
        if (over || later) {
            return;
        }
        var outline = closure.outline();
        var place = asked.place();
        if (place == null || outline.isEmpty()) {
            closures.add(closure);
        } else if (Outline.holds(outline, place)) {
            closures.add(here(closure));
        }
    }

    private static Closure here(Closure closure) {
        return new Closure(
                closure.id(),
                closure.kind(),
                closure.asset(),
                closure.site(),
                closure.by(),
                closure.refusal(),
                closure.reason(),
                closure.since(),
                closure.to(),
                closure.outline(),
                Reach.HERE,
                closure.seq());
    }
}
