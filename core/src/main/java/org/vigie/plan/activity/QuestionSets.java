package org.vigie.plan.activity;

import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// How alike two lists of questions are, and what a joint visit asks.
///
/// The measure is the overlap coefficient, shared questions divided by the shorter list
/// (Szymkiewicz 1934; Simpson 1960): a short list that stands wholly in a long one is asked again
/// in full, which the Jaccard index (1912) would hide behind the length of the other.
///
/// A joint visit asks each question once, of as many people as the one activity that would have
/// asked most: so nobody's question is lost, no answer rests on fewer people, and people are never
/// asked more than before.
final class QuestionSets {

    private QuestionSets() {}

    /// 0 to 1; 0 where one of them asks nothing.
    static double overlap(Activity one, Activity other) {
        var shared = one.questions();
        int shorter = Math.min(shared.size(), other.questions().size());
        shared.retainAll(other.questions());
        return shorter == 0 ? 0 : (double) shared.size() / shorter;
    }

    /// Shared by all that either asks.
    static double jaccard(Activity one, Activity other) {
        var shared = one.questions();
        shared.retainAll(other.questions());
        var all = one.questions();
        all.addAll(other.questions());
        return all.isEmpty() ? 0 : (double) shared.size() / all.size();
    }

    /// Every question that any of them asks, with of how many people.
    static SortedMap<String, Integer> joint(Collection<Activity> activities) {
        var asked = new TreeMap<String, Integer>();
        for (var activity : activities) {
            if (activity.asks()) {
                for (var question : activity.questions()) {
                    asked.merge(question, activity.asking().people(), Math::max);
                }
            }
        }
        return asked;
    }

    /// What people are asked when each comes alone.
    static long apart(Collection<Activity> activities) {
        return activities.stream().mapToLong(Activity::personQuestions).sum();
    }

    /// What they are asked together.
    static long together(Collection<Activity> activities) {
        return joint(activities).values().stream().mapToLong(Integer::longValue).sum();
    }

    /// Questions of the activities that are not among those asked: empty where none is lost.
    static SortedSet<String> lost(Collection<Activity> activities, Collection<String> asked) {
        var lost = new TreeSet<String>();
        activities.forEach(activity -> lost.addAll(activity.questions()));
        lost.removeAll(asked);
        return lost;
    }
}
