package org.vigie.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.vigie.geo.Position;
import org.vigie.geo.Saying;
import org.vigie.record.Forces.ClearanceOutcome;
import org.vigie.record.Happened;
import org.vigie.record.Picture;
import org.vigie.restrict.ClearanceRequest;
import org.vigie.restrict.Closures;
import org.vigie.restrict.Restrictions;

/// What the restriction register holds for a task: areas that are closed or are known to close, and
/// the host state's words on flights and movement.
///
/// @param closed in force at the moment of the task or beginning later, the oldest first
/// @param answers the earliest word first
public record Limits(List<ClosedArea> closed, List<HostAnswer> answers) {

    /// Nothing on record, which is not the same as nothing in the way.
    public static final Limits NONE = new Limits(List.of(), List.of());

    /// By the day of the word, for a list from outside has its rows in any order; of one day, or of
    /// none, the one known first.
    private static final Comparator<HostAnswer> KNOWN_FIRST =
            Comparator.comparing(
                            (HostAnswer answer) -> Optional.ofNullable(answer.on()),
                            Comparator.comparing(day -> day.orElse(LocalDate.MIN)))
                    .thenComparingLong(HostAnswer::seq);

    public Limits {
        closed = List.copyOf(closed);
        answers = List.copyOf(answers);
    }

    /// What a picture knows of a moment.
    public static Limits of(Picture picture, Instant when) {
        var closed = Closures.from(picture, when).stream().map(ClosedArea::of).toList();
        var answers = new ArrayList<HostAnswer>();
        for (var request : Restrictions.of(picture).requests()) {
            if (!request.is(ClearanceOutcome.WITHDRAWN)) {
                request.decisions().stream()
                        .flatMap(decision -> answer(request, decision).stream())
                        .forEach(answers::add);
            }
        }
        answers.sort(KNOWN_FIRST);
        return closed.isEmpty() && answers.isEmpty() ? NONE : new Limits(closed, answers);
    }

    /// A word without a period was about one movement that is over.
    private static Optional<HostAnswer> answer(
            ClearanceRequest request, ClearanceRequest.Decision decision) {
        var zone = request.terms().zone();
        var from = zone == null ? null : zone.from();
        boolean way = request.kind().equals("flight") || request.kind().equals("ground");
        if (zone == null || from == null || !decision.spoken() || !way) {
            return Optional.empty();
        }
        var note = request.terms().noteVerbale();
        return Optional.of(
                new HostAnswer(
                        note.isBlank() ? request.key() : note,
                        request.kind(),
                        request.asset(),
                        request.site().name(),
                        request.site().position(),
                        zone.outline(),
                        from,
                        zone.to(),
                        decision.outcome(),
                        Optional.ofNullable(decision.on()).map(Happened::lastDay).orElse(null),
                        decision.reason(),
                        decision.seq()));
    }

    /// The outlines that this unit must not lead its way through, of what has begun by a moment.
    List<List<Position>> shut(Unit unit, Instant until) {
        return closed.stream()
                .filter(area -> area.begun(until) && area.shuts(unit))
                .map(ClosedArea::outline)
                .toList();
    }

    /// The same as if what begins by a moment were closed from another one on: for a driver who
    /// keeps away from what will close before the arrival.
    Limits closedFrom(Instant from, Instant until) {
        return new Limits(
                closed.stream().map(area -> area.begun(until) ? area.since(from) : area).toList(),
                answers);
    }

    /// The same as if one of these areas were open.
    Limits without(UUID area) {
        return new Limits(closed.stream().filter(one -> !one.id().equals(area)).toList(), answers);
    }

    /// The host state's word on this unit going there, at the moment of the order.
    Optional<Word> word(Unit unit, Task task) {
        return word(unit, task, task.when());
    }

    /// The host state's word on this unit going there as it holds at a moment: the later one on the
    /// place, unless the later one on its base does not let it set out.
    Optional<Word> word(Unit unit, Task task, Instant moment) {
        if (answers.isEmpty()) {
            return Optional.empty();
        }
        var about =
                answers.stream()
                        .filter(answer -> answer.about(unit) && answer.holds(moment))
                        .toList();
        var place = last(about.stream().filter(answer -> answer.atPlace(task)).toList());
        return place.filter(word -> !word.last().granted())
                .or(() ->
                        last(about.stream().filter(answer -> answer.atBase(unit)).toList())
                                .filter(word -> !word.last().granted()))
                .or(() -> place);
    }

    /// The host state's last word on another point of a journey, as it holds at a moment, where it
    /// does not let this unit be there; no word does not stop it.
    Optional<Word> refusal(Unit unit, Base point, Instant moment) {
        return last(answers.stream()
                        .filter(answer ->
                                answer.about(unit) && answer.holds(moment) && answer.at(point))
                        .toList())
                .filter(word -> !word.last().granted());
    }

    /// When the host state's words on this unit begin or end, after one moment and not after
    /// another, the earliest first.
    List<Instant> changes(Unit unit, Instant after, Instant until) {
        return answers.stream()
                .filter(answer -> answer.about(unit))
                .flatMap(answer ->
                        Stream.concat(
                                Stream.of(answer.from()),
                                // A word holds at the moment at which it ends.
                                Stream.ofNullable(answer.to()).map(to -> to.plusMillis(1))))
                .filter(moment -> moment.isAfter(after) && !moment.isAfter(until))
                .distinct()
                .sorted()
                .toList();
    }

    private static Optional<Word> last(List<HostAnswer> about) {
        if (about.isEmpty()) {
            return Optional.empty();
        }
        var last = about.getLast();
        return Optional.of(
                new Word(
                        last,
                        about.stream()
                                .filter(other -> other.outcome() != last.outcome())
                                .reduce((earlier, later) -> later)));
    }

    /// What the host state said last, and the last word that contradicts it.
    record Word(HostAnswer last, Optional<HostAnswer> against) {

        /// Both, where there are two.
        Saying words() {
            return against.map(other ->
                            Saying.of(PlanWords.ANSWERS_DIFFER, last.words(), other.words()))
                    .orElse(last.words());
        }
    }
}
