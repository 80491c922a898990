package org.vigie.plan.medical;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.vigie.geo.Saying;
import org.vigie.record.Casualties.CasualtyOpened;
import org.vigie.record.Casualties.CasualtyStepped;
import org.vigie.record.Casualties.Step;
import org.vigie.record.Recorded;

/// One casualty with the clocks of 10-1-2: which steps were taken when, and whether each link came
/// in time. Who it is, nobody keeps.
///
/// When not to trust it: a step that nobody wrote down looks like one that was not taken, and a
/// time that was written down late is a memory; both are marked.
///
/// @param steps the latest word of each step, in the order in which they should follow each other
/// @param erased whether a word on a step was erased: which step it was, nobody can tell any
///   longer, so that none of the clocks is told
public record CareClock(
        UUID id, Recorded opened, CasualtyOpened what, List<Taken> steps, boolean erased) {

    /// A step that was taken.
    ///
    /// @param at when; empty where nobody knows
    /// @param outOfOrder whether it is said to be earlier than a step that should come before it
    public record Taken(Step step, Recorded by, Optional<Instant> at, boolean outOfOrder) {

        /// What kept it, empty when nothing was said.
        public String note() {
            return by.body() instanceof CasualtyStepped stepped ? stepped.note() : "";
        }
    }

    /// How a link stands against its limit.
    public enum State {
        MET,
        NOT_MET,
        RUNNING,
        /// The casualty's way ended within the limit, without this link.
        ENDED_BEFORE,
        /// Nobody said when they were hurt, or when the step was taken; or it is said to be before
        /// the injury, which cannot be.
        NOT_KNOWN,
        /// A word on a step was erased: counted as not known.
        ERASED
    }

    /// A link against its limit.
    ///
    /// @param took from the injury; empty while it runs, and where nobody knows
    /// @param due the end of the limit; empty where nobody knows when they were hurt
    public record Clock(
            Link.Kind kind, State state, Optional<Duration> took, Optional<Instant> due) {}

    public CareClock {
        steps = List.copyOf(steps);
    }

    /// A step, if it was taken.
    public Optional<Taken> find(Step step) {
        return steps.stream().filter(taken -> taken.step() == step).findFirst();
    }

    /// When a step was taken, as far as somebody knows.
    public Optional<Instant> findTime(Step step) {
        return find(step).flatMap(Taken::at);
    }

    /// The three clocks at a moment.
    public List<Clock> clocks(Instant now) {
        return Stream.of(Link.Kind.values()).map(kind -> clock(kind, now)).toList();
    }

    /// Whether a step is said to be earlier than one that should come before it.
    public boolean outOfOrder() {
        return steps.stream().anyMatch(Taken::outOfOrder);
    }

    private Clock clock(Link.Kind kind, Instant now) {
        if (erased) {
            return new Clock(kind, State.ERASED, Optional.empty(), Optional.empty());
        }
        var injured = findTime(Step.INJURED);
        if (injured.isEmpty()) {
            return new Clock(kind, State.NOT_KNOWN, Optional.empty(), Optional.empty());
        }
        var due = injured.get().plus(kind.limit());
        var met =
                meeting(kind).stream()
                        .map(this::findTime)
                        .flatMap(Optional::stream)
                        .min(Instant::compareTo);
        if (met.filter(injured.get()::isAfter).isPresent()) {
            return new Clock(kind, State.NOT_KNOWN, Optional.empty(), Optional.of(due));
        }
        if (met.isPresent()) {
            var took = Duration.between(injured.get(), met.get());
            return new Clock(
                    kind,
                    met.get().isAfter(due) ? State.NOT_MET : State.MET,
                    Optional.of(took),
                    Optional.of(due));
        }
        return new Clock(kind, open(kind, due, now), Optional.empty(), Optional.of(due));
    }

    /// A surgical table is care too.
    private static List<Step> meeting(Link.Kind kind) {
        return switch (kind) {
            case FIRST_AID -> List.of(Step.FIRST_AID);
            case FIELD_CARE -> List.of(Step.AT_CARE, Step.AT_SURGERY);
            case SURGERY -> List.of(Step.AT_SURGERY);
        };
    }

    private State open(Link.Kind kind, Instant due, Instant now) {
        if (meeting(kind).stream().anyMatch(step -> find(step).isPresent())) {
            return State.NOT_KNOWN;
        }
        var ended = find(Step.ENDED);
        if (ended.isPresent() && ended.get().at().isEmpty()) {
            return State.NOT_KNOWN;
        }
        var end = ended.flatMap(Taken::at);
        if (end.isPresent() && !end.get().isAfter(due)) {
            return State.ENDED_BEFORE;
        }
        return now.isAfter(due) ? State.NOT_MET : State.RUNNING;
    }

    /// Why a step cannot have been taken then; empty when it can. Steps that are merely out of
    /// order are let through and marked: clocks differ, and people remember.
    public Optional<Saying> refusal(Step step, Instant at) {
        if (step == Step.INJURED) {
            return steps.stream()
                    .filter(taken -> taken.step() != Step.INJURED)
                    .filter(taken -> taken.at().filter(at::isAfter).isPresent())
                    .findFirst()
                    .map(taken -> Saying.of(MedicalWords.HURT_AFTER, at, word(taken.step())));
        }
        var injured = findTime(Step.INJURED);
        if (injured.isPresent() && at.isBefore(injured.get())) {
            return Optional.of(
                    Saying.of(MedicalWords.BEFORE_THE_INJURY, word(step), at, injured.get()));
        }
        if (step == Step.ENDED) {
            return steps.stream()
                    .filter(taken -> taken.step() != Step.ENDED)
                    .filter(taken -> taken.at().filter(at::isBefore).isPresent())
                    .findFirst()
                    .map(taken -> Saying.of(MedicalWords.ENDED_BEFORE, at, word(taken.step())));
        }
        return findTime(Step.ENDED)
                .filter(at::isAfter)
                .map(end -> Saying.of(MedicalWords.AFTER_THE_END, word(step), at, end));
    }

    /// Why the times of this casualty cannot all be so; empty when they can.
    public Optional<Saying> contradiction() {
        return steps.stream()
                .flatMap(taken -> taken.at().flatMap(at -> refusal(taken.step(), at)).stream())
                .findFirst();
    }

    private static MedicalWords word(Step step) {
        return switch (step) {
            case INJURED -> MedicalWords.STEP_INJURED;
            case FIRST_AID -> MedicalWords.STEP_FIRST_AID;
            case EVACUATION_ASKED -> MedicalWords.STEP_EVACUATION_ASKED;
            case LAUNCHED -> MedicalWords.STEP_LAUNCHED;
            case WHEELS_UP -> MedicalWords.STEP_WHEELS_UP;
            case AT_CARE -> MedicalWords.STEP_AT_CARE;
            case AT_SURGERY -> MedicalWords.STEP_AT_SURGERY;
            case ENDED -> MedicalWords.STEP_ENDED;
        };
    }

    /// The steps that were not taken yet, for whoever writes the next one down.
    public List<Step> missing() {
        return Arrays.stream(Step.values()).filter(step -> find(step).isEmpty()).toList();
    }
}
