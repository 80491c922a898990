package org.vigie.plan.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One visit in the place of several.
///
/// @param activities those it is made of, the earliest first
/// @param lead the one whose owner leads: it asks most of the questions
/// @param questions what is asked, each with of how many people
/// @param before people times questions when each comes alone
/// @param after the same together; never more
/// @param covered the patrol that is there then, null when none is
/// @param daysMoved how many days the activities are moved, added up
public record JointVisit(
        List<Activity> activities,
        Activity lead,
        Instant from,
        Instant to,
        SortedMap<String, Integer> questions,
        long before,
        long after,
        @Nullable Activity covered,
        long daysMoved) {

    public JointVisit {
        activities = List.copyOf(activities);
        questions = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(questions));
    }

    public LocalDate day() {
        return LocalDate.ofInstant(from, ZoneOffset.UTC);
    }

    /// Questions that somebody had planned and that the joint visit would not ask, each activity's
    /// own list held against what is asked; always empty.
    public SortedSet<String> lost() {
        return lost(activities);
    }

    private SortedSet<String> lost(Collection<Activity> of) {
        return QuestionSets.lost(of, questions.keySet());
    }

    /// Whether it joins anything.
    public boolean joins() {
        return activities.size() > 1;
    }

    public int visitsSaved() {
        return activities.size() - 1;
    }
}
