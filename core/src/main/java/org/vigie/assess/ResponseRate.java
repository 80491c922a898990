package org.vigie.assess;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.vigie.record.By;
import org.vigie.record.Erased;
import org.vigie.record.Filter;
import org.vigie.record.Kinds;
import org.vigie.record.Known;
import org.vigie.record.Milestone;
import org.vigie.record.Picture;
import org.vigie.record.Responses;
import org.vigie.record.Warnings;

/// The mission's rate of response, as the Security Council asked for it in resolution 2531 (2020),
/// paragraph 28 (c) (ii): of all the warnings, how many were answered, how fast, and if not, why
/// not; and which attacks came without any.
///
/// What it means to an officer: two measures, side by side and never mixed. `warnings` looks
/// forward from what came in, `attacks` looks back from what happened. A mission that logs fewer
/// warnings looks better on the first and worse on the second ([Attacks#withoutWarning]).
///
/// When it must not be trusted: where warnings are not logged, or not linked to the attacks that
/// they were of; where steps were written down long after ([#backDated]); and to compare two
/// missions, whose definitions and dangers differ. An answer is not a protection: no figure here
/// says that anybody was saved.
///
/// Cost: one pass over the picture's warnings and incidents.
///
/// @param filter which warnings (by the day on which they came in) and attacks (by their last day)
/// @param warnings the first measure
/// @param withoutAlert of the open warnings, those that nobody opened an alert on
/// @param alerts the first measure again, one for each threat however many warned of it
/// @param attacks the second measure
/// @param steps from the first warning to each step of its alert
/// @param responses all that was ordered on these alerts, together
/// @param funnel how far the warnings came, and between which steps the time went
/// @param byReason why responses were not possible
/// @param byForce what level of force those who came stated
/// @param byLane what came of the reports of each lane
/// @param reference a published figure of another population
/// @param unreadable entries of warnings and responses whose keys were destroyed or are not here:
///   they are in no figure
public record ResponseRate(
        Instant knownAsOf,
        Instant recordedAsOf,
        Filter filter,
        Answers warnings,
        Figure withoutAlert,
        Answers alerts,
        Attacks attacks,
        List<StepTimes> steps,
        Funnel funnel,
        ResponseGroup responses,
        List<ResponseGroup.ForReason> byReason,
        List<ResponseGroup.OfForce> byForce,
        List<ResponseGroup> byComponent,
        List<ResponseGroup> byTier,
        List<LaneGroup> byLane,
        Reference reference,
        long unreadable) {

    /// What a rate can be split by, so that each part is a rate again. Components, tiers, lanes and
    /// reasons are within every rate.
    public enum Grouping {
        AREA,
        SECTOR,
        MONTH,
        ALLEGED
    }

    /// The rate of one area, sector or month.
    ///
    /// @param key a first-level area or a sector of the mission by its name, or a month such as
    ///   `2020-02`; `unknown` where none is stated
    public record Group(String key, ResponseRate rate) {}

    public ResponseRate {
        steps = List.copyOf(steps);
        byReason = List.copyOf(byReason);
        byForce = List.copyOf(byForce);
        byComponent = List.copyOf(byComponent);
        byTier = List.copyOf(byTier);
        byLane = List.copyOf(byLane);
    }

    /// The rate of everything in the picture.
    public static ResponseRate of(Picture picture) {
        return of(picture, Filter.ALL);
    }

    /// The rate of what the filter leaves. It may name a time and a place, never an actor.
    public static ResponseRate of(Picture picture, Filter filter) {
        return of(picture, filter, Cases.of(picture, filter));
    }

    /// The rate of each area, sector or month, in the order of their names, `unknown` last.
    ///
    /// @param known the names of areas and sectors: two spellings of one area are one
    public static List<Group> by(Picture picture, Filter filter, Grouping grouping, Known known) {
        return by(picture, filter, Cases.of(picture, filter).split(grouping, known));
    }

    static List<Group> by(Picture picture, Filter filter, Map<String, Cases> groups) {
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), of(picture, filter, group.getValue())))
                .sorted(
                        Comparator.<Group, Boolean>comparing(
                                        group -> group.key().equals(By.UNKNOWN))
                                .thenComparing(Group::key))
                .toList();
    }

    /// The step entries among all steps that were written down later than they state.
    public List<Long> backDated() {
        return steps.stream()
                .flatMap(step -> step.backDated().stream())
                .distinct()
                .sorted()
                .toList();
    }

    public StepTimes step(Milestone step) {
        return steps.stream().filter(times -> times.step() == step).findFirst().orElseThrow();
    }

    static ResponseRate of(Picture picture, Filter filter, Cases cases) {
        var folded = cases.folded();
        var responses = ResponseGroup.ordered(folded);
        var warnings = Answers.ofWarnings(cases);
        return new ResponseRate(
                picture.knownAsOf(),
                picture.recordedAsOf(),
                filter,
                warnings,
                Answers.withoutAlert(cases),
                Answers.ofAlerts(cases),
                Attacks.of(cases),
                Arrays.stream(Milestone.values())
                        .map(step -> StepTimes.ofAlerts(step, folded))
                        .toList(),
                Funnel.of(cases, warnings),
                ResponseGroup.of(ResponseGroup.ALL, responses),
                ResponseGroup.byReason(responses),
                ResponseGroup.byForce(responses),
                ResponseGroup.by(responses, one -> one.response().order().by()),
                ResponseGroup.by(responses, one -> one.response().order().tier()),
                LaneGroup.of(cases),
                Reference.OIOS_2014,
                picture.entries(Erased.class).stream()
                        .filter(recorded -> ofTheMeasure(recorded.entry().kind()))
                        .count());
    }

    private static boolean ofTheMeasure(String kind) {
        return Kinds.find(kind)
                .filter(type ->
                        Warnings.class.isAssignableFrom(type)
                                || Responses.class.isAssignableFrom(type))
                .isPresent();
    }
}
