package org.vigie.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Mandates;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;

/// What the Council asked for, resolution by resolution, as a picture knows it.
///
/// In force on a day is the resolution adopted last of those that had not run out. One that was
/// adopted while another ran, and that runs out no later than it, amends it: both are in force.
///
/// When not to trust it: the tasks are a pack's short words for long paragraphs, so a task that is
/// worded anew looks like a new one.
///
/// @param resolutions in order of adoption
public record MandateRegister(LocalDate day, List<Resolution> resolutions) {

    public MandateRegister {
        resolutions = List.copyOf(resolutions);
    }

    /// One resolution.
    ///
    /// @param until last day, null when it names none
    /// @param amends number of the resolution that it changes, null when it stands for itself
    /// @param tasks by priority
    /// @param military authorised military personnel, null when it names none
    /// @param police authorised police personnel, null when it names none
    public record Resolution(
            String number,
            LocalDate adopted,
            @Nullable LocalDate until,
            @Nullable String amends,
            List<Task> tasks,
            @Nullable Integer military,
            @Nullable Integer police,
            @Nullable Vote vote) {

        public Resolution {
            tasks = List.copyOf(tasks);
        }

        boolean runsOn(LocalDate day) {
            return !adopted.isAfter(day) && (until == null || !until.isBefore(day));
        }

        /// Military and police together; null where it names neither.
        public @Nullable Integer ceiling() {
            if (military == null && police == null) {
                return null;
            }
            return (military == null ? 0 : military) + (police == null ? 0 : police);
        }

        public Optional<Vote> findVote() {
            return Optional.ofNullable(vote);
        }
    }

    /// One task.
    ///
    /// @param seq of the ledger's entry
    public record Task(String priority, String text, String basis, String note, long seq) {}

    /// How the Council voted.
    public record Vote(
            int inFavour,
            int against,
            int abstained,
            List<String> abstaining,
            String basis,
            String note,
            long seq) {

        public Vote {
            abstaining = List.copyOf(abstaining);
        }
    }

    /// What a resolution changed against the one before.
    ///
    /// @param added tasks that the one before did not have in these words
    /// @param dropped tasks of the one before that are not repeated in these words
    public record Change(Resolution before, Resolution now, List<Task> added, List<Task> dropped) {

        public Change {
            added = List.copyOf(added);
            dropped = List.copyOf(dropped);
        }

        /// How many more are authorised than before; null where either names no ceiling.
        public @Nullable Integer more() {
            var earlier = before.ceiling();
            var later = now.ceiling();
            return earlier == null || later == null ? null : later - earlier;
        }
    }

    /// Folds the register.
    public static MandateRegister of(Picture picture, LocalDate day) {
        var votes = votes(picture);
        Map<String, List<Recorded>> byNumber = new LinkedHashMap<>();
        picture.latestEntries(Mandates.MandateAdopted.class)
                .forEach(recorded -> {
                    if (recorded.body() instanceof Mandates.MandateAdopted task) {
                        byNumber.computeIfAbsent(task.resolution(), n -> new ArrayList<>())
                                .add(recorded);
                    }
                });
        var resolutions = new ArrayList<Resolution>();
        byNumber.forEach((number, tasks) -> resolutions.add(resolution(number, tasks, votes)));
        resolutions.sort(
                Comparator.comparing(Resolution::adopted).thenComparing(Resolution::number));
        return new MandateRegister(day, withAmendments(resolutions));
    }

    private static Map<String, Vote> votes(Picture picture) {
        var votes = new HashMap<String, Vote>();
        for (var recorded : picture.entries(Mandates.VoteTaken.class)) {
            if (recorded.body() instanceof Mandates.VoteTaken vote) {
                votes.put(
                        vote.resolution(),
                        new Vote(
                                vote.inFavour(),
                                vote.against(),
                                vote.abstained(),
                                vote.abstaining(),
                                vote.basis(),
                                vote.note(),
                                recorded.seq()));
            }
        }
        return votes;
    }

    private static Resolution resolution(
            String number, List<Recorded> entries, Map<String, Vote> votes) {
        var tasks = new ArrayList<Task>();
        @Nullable LocalDate until = null;
        @Nullable Integer military = null;
        @Nullable Integer police = null;
        var adopted = entries.getFirst().happened().firstDay();
        for (var recorded : entries) {
            if (recorded.body() instanceof Mandates.MandateAdopted task) {
                tasks.add(
                        new Task(
                                task.priority(),
                                task.task(),
                                task.basis(),
                                task.note(),
                                recorded.seq()));
                until = task.until() == null ? until : task.until();
                military = task.ceilingMilitary() == null ? military : task.ceilingMilitary();
                police = task.ceilingPolice() == null ? police : task.ceilingPolice();
            }
        }
        tasks.sort(Comparator.comparing(Task::priority).thenComparingLong(Task::seq));
        return new Resolution(
                number, adopted, until, null, tasks, military, police, votes.get(number));
    }

    private static List<Resolution> withAmendments(List<Resolution> resolutions) {
        var all = new ArrayList<Resolution>();
        for (var resolution : resolutions) {
            var amended =
                    all.stream()
                            .filter(earlier -> earlier.amends() == null)
                            .filter(earlier -> amends(resolution, earlier))
                            .findFirst();
            all.add(
                    amended.isEmpty()
                            ? resolution
                            : new Resolution(
                                    resolution.number(),
                                    resolution.adopted(),
                                    resolution.until(),
                                    amended.get().number(),
                                    resolution.tasks(),
                                    resolution.military(),
                                    resolution.police(),
                                    resolution.vote()));
        }
        return all;
    }

    private static boolean amends(Resolution later, Resolution earlier) {
        var ends = earlier.until();
        return ends != null
                && later.until() != null
                && later.adopted().isAfter(earlier.adopted())
                && later.adopted().isBefore(ends)
                && !later.until().isAfter(ends);
    }

    /// What was in force on the day: the resolution, and what amended it by then. Empty when none
    /// was, as far as was known.
    public List<Resolution> inForce() {
        return inForceOn(day);
    }

    /// What was in force on another day.
    public List<Resolution> inForceOn(LocalDate on) {
        var base =
                resolutions.stream()
                        .filter(resolution -> resolution.amends() == null)
                        .filter(resolution -> resolution.runsOn(on))
                        .reduce((one, later) -> later);
        if (base.isEmpty()) {
            return List.of();
        }
        var number = base.get().number();
        var all = new ArrayList<Resolution>();
        all.add(base.get());
        resolutions.stream()
                .filter(resolution -> number.equals(resolution.amends()))
                .filter(resolution -> resolution.runsOn(on))
                .forEach(all::add);
        return all;
    }

    /// Of what was in force on a day, the resolution that sets the ceiling: the latest that names
    /// one.
    public Optional<Resolution> ceilingOn(LocalDate on) {
        return inForceOn(on).stream()
                .filter(resolution -> resolution.ceiling() != null)
                .reduce((one, later) -> later);
    }

    /// What a resolution changed against the one adopted before it; empty for the first.
    public Optional<Change> change(Resolution resolution) {
        int place = resolutions.indexOf(resolution);
        if (place < 1) {
            return Optional.empty();
        }
        var before = resolutions.get(place - 1);
        return Optional.of(
                new Change(
                        before,
                        resolution,
                        without(resolution.tasks(), before.tasks()),
                        without(before.tasks(), resolution.tasks())));
    }

    private static List<Task> without(List<Task> tasks, List<Task> others) {
        return tasks.stream()
                .filter(task ->
                        others.stream().noneMatch(other -> other.text().equals(task.text())))
                .toList();
    }
}
