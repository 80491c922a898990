package org.vigie.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Accords;
import org.vigie.record.Accords.AccordAct;
import org.vigie.record.Accords.CommitmentStep;
import org.vigie.record.Happened;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;

/// What parties agreed, who signed and watches, and what became of each commitment, as a picture
/// knows it on a day.
///
/// What it means: kept, broken and overdue are what a named source says. Only *due day passed* is
/// reckoned here: the agreed day lies before the register's and nobody, as far as was known, has
/// said what became of it. It is a question to ask, not a finding.
public record AccordRegister(LocalDate day, List<Accord> accords, List<Commitment> commitments) {

    public AccordRegister {
        accords = List.copyOf(accords);
        commitments = List.copyOf(commitments);
    }

    /// One accord.
    ///
    /// @param acts of parties, in their order
    public record Accord(
            String code,
            String name,
            Accords.Scope scope,
            String area,
            String areaName,
            @Nullable Happened made,
            List<Act> acts,
            List<Monitor> monitors,
            String basis,
            String note,
            long seq) {

        public Accord {
            acts = List.copyOf(acts);
            monitors = List.copyOf(monitors);
        }

        /// How the accord stood: ended or suspended where a party said so, as its last word on it.
        public AccordState state() {
            return acts.stream()
                    .map(Act::act)
                    .filter(act -> act != AccordAct.SIGNED && act != AccordAct.LEFT)
                    .reduce((one, later) -> later)
                    .map(act ->
                            switch (act) {
                                case ENDED -> AccordState.ENDED;
                                case SUSPENDED -> AccordState.SUSPENDED;
                                case RESUMED, SIGNED, LEFT -> AccordState.STANDS;
                            })
                    .orElse(AccordState.STANDS);
        }

        /// Who signed.
        public List<Act> signatures() {
            return acts.stream().filter(act -> act.act() == AccordAct.SIGNED).toList();
        }
    }

    /// How an accord stands on a day.
    public enum AccordState {
        STANDS,
        SUSPENDED,
        ENDED
    }

    /// What a party did.
    public record Act(
            AccordAct act,
            String who,
            String text,
            @Nullable Happened on,
            String basis,
            String note,
            long seq) {}

    /// Who watches over it.
    public record Monitor(
            String who,
            String text,
            @Nullable Happened since,
            String basis,
            String note,
            long seq) {}

    /// One commitment as it reads on the day.
    ///
    /// @param due null when no day was agreed
    /// @param steps what sources say became of it, in the order of the days that they are about
    public record Commitment(
            String code,
            String accord,
            List<String> by,
            List<String> to,
            String text,
            @Nullable LocalDate due,
            @Nullable Happened made,
            List<Step> steps,
            Status status,
            String basis,
            String note,
            long seq) {

        public Commitment {
            by = List.copyOf(by);
            to = List.copyOf(to);
            steps = List.copyOf(steps);
        }
    }

    /// One source's word on a commitment.
    public record Step(
            CommitmentStep step,
            String text,
            @Nullable LocalDate due,
            @Nullable Happened on,
            String basis,
            String note,
            long seq) {}

    /// How a commitment stands on a day.
    public enum Status {
        BROKEN,
        OVERDUE,
        /// Reckoned: the agreed day has passed and no source says what became of it.
        DUE_PASSED,
        OPEN,
        PARTLY_KEPT,
        KEPT
    }

    /// Folds the register; what happened after the day is not in it.
    public static AccordRegister of(Picture picture, LocalDate day) {
        Map<UUID, List<Recorded>> bySubject = new LinkedHashMap<>();
        picture.entries(Accords.class).stream()
                .filter(recorded -> !recorded.happened().firstDay().isAfter(day))
                .forEach(recorded ->
                        bySubject
                                .computeIfAbsent(
                                        recorded.entry().subject(), subject -> new ArrayList<>())
                                .add(recorded));
        var accords = new ArrayList<Accord>();
        var commitments = new ArrayList<Commitment>();
        for (var entries : bySubject.values()) {
            entries.sort(
                    Comparator.comparing((Recorded entry) -> entry.happened().lastDay())
                            .thenComparing(Recorded::knownAt)
                            .thenComparingLong(Recorded::seq));
            for (var recorded : latestMade(entries)) {
                if (recorded.body() instanceof Accords.AccordMade made) {
                    accords.add(accord(made, recorded, entries));
                } else if (recorded.body() instanceof Accords.CommitmentMade made) {
                    commitments.add(commitment(made, recorded, entries, day));
                }
            }
        }
        accords.sort(
                Comparator.comparing(Accord::scope)
                        .thenComparing(accord -> opening(accord.made()))
                        .thenComparing(Accord::code));
        commitments.sort(
                Comparator.comparing(AccordRegister::dueOrLast).thenComparing(Commitment::code));
        return new AccordRegister(day, accords, commitments);
    }

    private static List<Recorded> latestMade(List<Recorded> entries) {
        return entries.stream()
                .filter(entry ->
                        entry.body() instanceof Accords.AccordMade
                                || entry.body() instanceof Accords.CommitmentMade)
                .reduce((one, later) -> later)
                .stream()
                .toList();
    }

    private static LocalDate opening(@Nullable Happened when) {
        return when == null ? LocalDate.MIN : when.firstDay();
    }

    private static LocalDate dueOrLast(Commitment commitment) {
        return Optional.ofNullable(commitment.due()).orElse(LocalDate.MAX);
    }

    private static Accord accord(
            Accords.AccordMade made, Recorded recorded, List<Recorded> entries) {
        var acts = new ArrayList<Act>();
        var monitors = new ArrayList<Monitor>();
        for (var entry : entries) {
            var on = entry.entry().happenedOn();
            if (entry.body() instanceof Accords.AccordStepped act) {
                acts.add(
                        new Act(
                                act.act(),
                                act.who(),
                                act.text(),
                                on,
                                act.basis(),
                                act.note(),
                                entry.seq()));
            } else if (entry.body() instanceof Accords.MonitorNamed named) {
                monitors.add(
                        new Monitor(
                                named.who(),
                                named.text(),
                                on,
                                named.basis(),
                                named.note(),
                                entry.seq()));
            }
        }
        return new Accord(
                made.code(),
                made.name(),
                made.scope(),
                made.area(),
                made.areaName(),
                recorded.entry().happenedOn(),
                acts,
                monitors,
                made.basis(),
                made.note(),
                recorded.seq());
    }

    private static Commitment commitment(
            Accords.CommitmentMade made, Recorded recorded, List<Recorded> entries, LocalDate day) {
        var steps = new ArrayList<Step>();
        var text = made.text();
        var due = made.due();
        for (var entry : entries) {
            if (entry.body() instanceof Accords.CommitmentStepped step) {
                steps.add(
                        new Step(
                                step.step(),
                                step.text(),
                                step.due(),
                                entry.entry().happenedOn(),
                                step.basis(),
                                step.note(),
                                entry.seq()));
                if (step.step() == CommitmentStep.AMENDED) {
                    text = step.text().isEmpty() ? text : step.text();
                    due = step.due() == null ? due : step.due();
                }
            }
        }
        return new Commitment(
                made.code(),
                made.accord(),
                made.by(),
                made.to(),
                text,
                due,
                recorded.entry().happenedOn(),
                steps,
                status(steps, due, day),
                made.basis(),
                made.note(),
                recorded.seq());
    }

    /// The last word of a source that judges; an amendment asks the question anew.
    private static Status status(List<Step> steps, @Nullable LocalDate due, LocalDate day) {
        var unjudged = due != null && due.isBefore(day) ? Status.DUE_PASSED : Status.OPEN;
        return steps.isEmpty()
                ? unjudged
                : switch (steps.getLast().step()) {
                    case AMENDED -> unjudged;
                    case KEPT -> Status.KEPT;
                    case PARTLY_KEPT -> Status.PARTLY_KEPT;
                    case BROKEN -> Status.BROKEN;
                    case OVERDUE -> Status.OVERDUE;
                };
    }

    public Optional<Accord> find(String code) {
        return accords.stream().filter(accord -> accord.code().equals(code)).findFirst();
    }

    /// The commitments of an accord.
    public List<Commitment> of(Accord accord) {
        return commitments.stream()
                .filter(commitment -> commitment.accord().equals(accord.code()))
                .toList();
    }

    /// How many commitments stand so.
    public long count(Status status) {
        return commitments.stream().filter(one -> one.status() == status).count();
    }
}
