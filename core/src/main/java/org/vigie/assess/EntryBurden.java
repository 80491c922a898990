package org.vigie.assess;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Areas;
import org.vigie.record.Activities;
import org.vigie.record.Body;
import org.vigie.record.Forces;
import org.vigie.record.Kinds;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Threats;
import org.vigie.record.Warnings;

/// What it costs officers to write things down: how long a form took from the moment at which it
/// was shown until it was recorded, and how many reports were written twice.
///
/// What it means to a mission: a form that takes more than two minutes is not filled in at 03:00,
/// and staff complain of entering one thing several times.
///
/// When it must not be trusted: a form that lies open while somebody telephones counts with the
/// call; after [#LEFT_OPEN] it counts as left open and not as long. What stands twice in other
/// words is not found. It says nothing of persons, on purpose.
///
/// Source for what is asked: the two minutes are this project's own aim, no mission's.
///
/// @param from the first day, by when entries were recorded (UTC); null for no bound
/// @param to the last day
/// @param forms by kind of entry, those that somebody filled in
/// @param reports all reports that came in then, by whatever lane
/// @param sameWords reports with the words and the place of another of the twelve hours before
/// @param joined reports that a person put behind an alert that was there already
public record EntryBurden(
        Instant knownAsOf,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<Form> forms,
        int reports,
        List<UUID> sameWords,
        List<UUID> joined) {

    /// A form is aimed to be filled in within so long, by the median.
    public static final Duration AIM = Duration.ofMinutes(2);

    /// Nobody writes for so long: the page was left open.
    public static final Duration LEFT_OPEN = Duration.ofMinutes(30);

    /// Shorter than this no person fills in a form: a program wrote it.
    private static final Duration HAND_MIN = Duration.ofSeconds(1);

    /// The way in of what a page wrote.
    private static final String FORM = "form";

    private static final Duration TWICE_WITHIN = Duration.ofHours(12);

    private static final List<Class<? extends Body>> KINDS =
            List.of(
                    Warnings.ReportReceived.class,
                    Warnings.ReportAssessed.class,
                    Threats.ThreatIdentified.class,
                    Threats.ThreatAssessed.class,
                    Activities.ActivityPlanned.class,
                    Forces.ClearanceAsked.class);

    public EntryBurden {
        forms = List.copyOf(forms);
        sameWords = List.copyOf(sameWords);
        joined = List.copyOf(joined);
    }

    /// What one sort of form took.
    ///
    /// @param kind of the entry that it wrote
    /// @param n how many the median is of
    /// @param median half took no longer; null of none
    /// @param p90 nine of ten took no longer (nearest rank); null of none
    /// @param leftOpen forms that were shown for longer than [#LEFT_OPEN]
    /// @param ids subjects of those that were measured
    public record Form(
            String kind,
            int n,
            @Nullable Duration median,
            @Nullable Duration p90,
            int leftOpen,
            List<UUID> ids) {

        public Form {
            ids = List.copyOf(ids);
        }

        /// Whether the median is within [#AIM]; empty of none.
        public Optional<Boolean> withinAim() {
            return Optional.ofNullable(median).map(took -> took.compareTo(AIM) <= 0);
        }

        /// Whether it is of so few that its median says little.
        public boolean few() {
            return n < RateTable.FEW;
        }
    }

    /// What was written down between two days.
    ///
    /// @param from null for no bound
    /// @param to null for no bound
    public static EntryBurden of(
            Picture picture, @Nullable LocalDate from, @Nullable LocalDate to) {
        Predicate<Recorded> asked =
                entry -> {
                    var day = LocalDate.ofInstant(entry.recordedAt(), ZoneOffset.UTC);
                    return (from == null || !day.isBefore(from))
                            && (to == null || !day.isAfter(to));
                };
        var forms = new ArrayList<Form>();
        for (var kind : KINDS) {
            var form = form(kind, picture.entries(kind).stream().filter(asked).toList());
            if (form.n > 0 || form.leftOpen > 0) {
                forms.add(form);
            }
        }
        var reports =
                picture.entries(Warnings.ReportReceived.class).stream().filter(asked).toList();
        var joined =
                picture.latestEntries(Warnings.ReportJoined.class).stream()
                        .filter(asked)
                        .filter(entry -> ((Warnings.ReportJoined) entry.body()).joined())
                        .map(entry -> entry.entry().subject())
                        .toList();
        return new EntryBurden(
                picture.knownAsOf(), from, to, forms, reports.size(), sameWords(reports), joined);
    }

    private static Form form(Class<? extends Body> kind, List<Recorded> entries) {
        var took = new ArrayList<Duration>();
        var ids = new ArrayList<UUID>();
        int leftOpen = 0;
        for (var entry : entries) {
            var time = shownFor(entry).orElse(Duration.ZERO);
            if (time.compareTo(LEFT_OPEN) > 0) {
                leftOpen++;
            } else if (time.compareTo(HAND_MIN) >= 0) {
                took.add(time);
                ids.add(entry.entry().subject());
            }
        }
        took.sort(null);
        return new Form(
                Kinds.of(kind),
                took.size(),
                took.isEmpty() ? null : took.get((took.size() - 1) / 2),
                took.isEmpty() ? null : took.get((int) Math.ceil(took.size() * 0.9) - 1),
                leftOpen,
                ids);
    }

    /// From the moment at which the form was shown, which is in its id, to that at which what it
    /// says was recorded; empty of what no form wrote.
    private static Optional<Duration> shownFor(Recorded entry) {
        if (!entry.entry().origin().lane().equals(FORM)) {
            return Optional.empty();
        }
        return formOf(entry)
                .filter(id -> id.version() == 7)
                .map(id -> Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16))
                .map(shown -> Duration.between(shown, entry.recordedAt()));
    }

    private static Optional<UUID> formOf(Recorded entry) {
        var form = entry.entry().origin().file();
        if (form == null) {
            return Optional.of(entry.entry().id());
        }
        try {
            return Optional.of(UUID.fromString(form));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // the name of a file
        }
    }

    /// Of reports in the order in which the mission knew them, those that say what another said.
    private static List<UUID> sameWords(List<Recorded> reports) {
        var last = new HashMap<Said, Instant>();
        var twice = new ArrayList<UUID>();
        var counted = new HashSet<UUID>();
        for (var entry : reports) {
            var at = entry.happened().first();
            var before = last.put(Said.of((Warnings.ReportReceived) entry.body()), at);
            boolean again =
                    before != null
                            && Duration.between(before, at).abs().compareTo(TWICE_WITHIN) < 0;
            if (again && counted.add(entry.entry().subject())) {
                twice.add(entry.entry().subject());
            }
        }
        return twice;
    }

    /// The words of a report, whatever their case, accents and signs.
    private record Said(String place, String words) {

        static Said of(Warnings.ReportReceived report) {
            return new Said(
                    Areas.folded(report.site().name()),
                    Areas.folded(report.text() + " " + report.threat()));
        }
    }
}
