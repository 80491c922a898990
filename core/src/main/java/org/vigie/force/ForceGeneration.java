package org.vigie.force;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.record.Forces;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;

/// What the mission needed, whom it asked, what was pledged or refused and why, and what came: each
/// need with the days that its steps took.
///
/// To an officer: where a need hangs, and for how long. A step that is open is counted up to the
/// moment that is looked at; a need without a day of its own has no length.
///
/// @param needs the oldest first
public record ForceGeneration(List<Need> needs) {

    /// How far a need has come.
    public enum State {
        NEEDED,
        REQUESTED,
        PLEDGED,
        REFUSED,
        IN_PLACE
    }

    /// From one step to the next.
    public enum Step {
        TO_REQUEST,
        TO_ANSWER,
        TO_PLACE
    }

    /// How long a step took.
    ///
    /// @param open whether it still lasts
    public record Days(long days, boolean open) {}

    /// One need.
    ///
    /// @param needed the day of the need, null when not stated
    /// @param until up to which day open steps are counted
    public record Need(
            Forces.ForceNeeded said, @Nullable LocalDate needed, Recorded by, LocalDate until) {

        public State state() {
            if (said.inPlace() != null) {
                return State.IN_PLACE;
            }
            var answer = said.answer();
            if (answer != null) {
                return switch (answer) {
                    case PLEDGED -> State.PLEDGED;
                    case REFUSED -> State.REFUSED;
                };
            }
            return said.requested() == null ? State.NEEDED : State.REQUESTED;
        }

        /// Empty where the step has not begun, its days are not stated, or the need ended before.
        public Optional<Days> days(Step step) {
            return switch (step) {
                case TO_REQUEST -> between(needed, said.requested(), state() == State.NEEDED);
                case TO_ANSWER ->
                        between(said.requested(), said.answered(), state() == State.REQUESTED);
                case TO_PLACE ->
                        state() == State.REFUSED
                                ? Optional.empty()
                                : between(
                                        said.answered(), said.inPlace(), state() == State.PLEDGED);
            };
        }

        private Optional<Days> between(
                @Nullable LocalDate from, @Nullable LocalDate to, boolean open) {
            if (from == null || (to == null && !open)) {
                return Optional.empty();
            }
            var end = to == null ? until : to;
            long days = ChronoUnit.DAYS.between(from, end);
            return days < 0 ? Optional.empty() : Optional.of(new Days(days, to == null));
        }
    }

    public ForceGeneration {
        needs = List.copyOf(needs);
    }

    /// What a picture holds, with open steps counted up to a day.
    public static ForceGeneration of(Picture picture, LocalDate until) {
        var needs = new ArrayList<Need>();
        for (var entry : picture.latestEntries(Forces.ForceNeeded.class)) {
            if (entry.body() instanceof Forces.ForceNeeded needed) {
                var day = entry.entry().findHappenedOn().map(on -> on.lastDay()).orElse(null);
                needs.add(new Need(needed, day, entry, until));
            }
        }
        needs.sort(
                Comparator.comparing((Need need) ->
                                Optional.ofNullable(need.needed()).orElse(LocalDate.MAX))
                        .thenComparing(need -> need.said().code()));
        return new ForceGeneration(needs);
    }

    public long count(State state) {
        return needs.stream().filter(need -> need.state() == state).count();
    }

    public Optional<Need> find(String code) {
        return needs.stream().filter(need -> need.said().code().equals(code)).findFirst();
    }

    /// The middle of the lengths of a step that has ended; empty where none has.
    public Optional<Long> median(Step step) {
        var lengths =
                needs.stream()
                        .flatMap(need -> need.days(step).stream())
                        .filter(days -> !days.open())
                        .map(Days::days)
                        .sorted()
                        .toList();
        return lengths.isEmpty()
                ? Optional.empty()
                : Optional.of(lengths.get((lengths.size() - 1) / 2));
    }

    /// Refuses what cannot be so: steps out of their order, a refusal without a reason, something
    /// in place that was refused.
    public static void check(Forces.ForceNeeded said, @Nullable LocalDate needed) {
        if (said.count() < 1) {
            throw new BadInput("count", said.count(), "1 or more");
        }
        inOrder("requested", needed, said.requested());
        inOrder("answered", said.requested(), said.answered());
        inOrder("in_place", said.answered(), said.inPlace());
        if (said.answered() != null && said.requested() == null) {
            throw new BadInput("requested", null, "given where there is an answer");
        }
        if ((said.answer() == null) != (said.answered() == null)) {
            throw new BadInput(
                    said.answer() == null ? "answer" : "answered",
                    null,
                    "given with the other: pledged or refused, and when");
        }
        boolean refused = said.answer() == Forces.ForceAnswer.REFUSED;
        if (refused && said.reason().isBlank()) {
            throw new BadInput("reason", null, "given where somebody refused");
        }
        if (refused && said.inPlace() != null) {
            throw new BadInput("in_place", said.inPlace(), "empty where it was refused");
        }
        if (said.inPlace() != null && said.answer() == null) {
            throw new BadInput("answer", null, "pledged where something came");
        }
    }

    private static void inOrder(
            String field, @Nullable LocalDate earlier, @Nullable LocalDate later) {
        if (earlier != null && later != null && later.isBefore(earlier)) {
            throw new BadInput(field, later, "not before " + earlier);
        }
    }

    /// The answer with this word; null for none.
    public static Forces.@Nullable ForceAnswer answer(String field, String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "" -> null;
            case "pledged" -> Forces.ForceAnswer.PLEDGED;
            case "refused" -> Forces.ForceAnswer.REFUSED;
            default -> throw new BadInput(field, word, "pledged, refused or empty");
        };
    }
}
