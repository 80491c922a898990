package org.vigie.plan.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// What must hold of any visits to one village.
class JointVisitLawsTest {

    private static final List<String> OWNERS =
            List.of("civil-affairs", "human-rights", "police", "protection", "political-affairs");

    @Property(tries = 80)
    void no_question_is_ever_lost_and_people_are_never_asked_more(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 18) int count) {
        var visits = visits(seed, count);
        var merge = JointVisits.of(visits, terms());
        for (var visit : merge.visits()) {
            assertTrue(visit.lost().isEmpty());
            for (var activity : visit.activities()) {
                for (var question : activity.questions()) {
                    assertTrue(
                            visit.questions().getOrDefault(question, 0)
                                    >= activity.asking().people());
                }
            }
        }
        assertEquals(QuestionSets.apart(visits), merge.before());
        assertTrue(merge.after() <= merge.before());
        assertTrue(merge.bound() <= merge.after());
    }

    @Property(tries = 80)
    void every_visit_is_in_exactly_one_of_the_joint_ones_and_moved_no_further_than_allowed(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 18) int count) {
        var visits = visits(seed, count);
        var joined = new ArrayList<Activity>();
        for (var visit : JointVisits.of(visits, terms()).visits()) {
            joined.addAll(visit.activities());
            for (var activity : visit.activities()) {
                long moved =
                        Math.abs(
                                java.time.temporal.ChronoUnit.DAYS.between(
                                        activity.day(), visit.day()));
                assertTrue(moved <= PlanLimits.ASSUMED.moveDays());
            }
            assertTrue(visit.activities().size() <= PlanLimits.ASSUMED.joinMax());
        }
        joined.sort(Plan.EARLIEST_FIRST);
        assertEquals(visits.stream().sorted(Plan.EARLIEST_FIRST).toList(), joined);
    }

    @Property(tries = 60)
    void of_few_visits_no_other_way_of_going_together_asks_people_less(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int count) {
        var visits = visits(seed, count);
        assertEquals(fewest(visits), JointVisits.of(visits, terms()).after());
    }

    @Property(tries = 60)
    void asked_twice_and_in_another_order_it_proposes_the_same(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 18) int count,
            @ForAll Random random) {
        var visits = visits(seed, count);
        var shuffled = new ArrayList<>(visits);
        Collections.shuffle(shuffled, random);
        assertEquals(JointVisits.of(visits, terms()), JointVisits.of(visits, terms()));
        assertEquals(JointVisits.of(visits, terms()), JointVisits.of(shuffled, terms()));
    }

    @Property(tries = 50)
    void who_is_said_to_be_behind_an_incident_changes_nothing(@ForAll long seed) {
        var one = plan(seed);
        var other = plan(seed);
        var chance = new SplittableRandom(seed);
        for (int i = 0; i < 4; i++) {
            var day = "2031-02-" + chance.nextInt(10, 28);
            double km = chance.nextInt(5, 40);
            one.sees(day, km, "Group 1");
            other.sees(day, km, "Army of the host state");
        }
        assertEquals(one.check().findings(), other.check().findings());
    }

    private static TestPlan plan(long seed) {
        var plan = new TestPlan();
        lines(seed, 5).forEach(plan::plans);
        return plan.plans("PAT-1 patrol force 2031-03-08T06:00:00Z 12");
    }

    private static List<Activity> visits(long seed, int count) {
        var plan = new TestPlan();
        lines(seed, count).forEach(plan::plans);
        var visits = new ArrayList<>(Plan.of(plan.picture("2031-03-01T00:00:00Z")).activities());
        return visits;
    }

    private static List<String> lines(long seed, int count) {
        var chance = new SplittableRandom(seed);
        var lines = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            var questions = new ArrayList<String>();
            for (int q = 0; q < 8; q++) {
                if (q == i % 8 || chance.nextInt(2) == 0) {
                    questions.add("Q-" + q);
                }
            }
            lines.add(
                    String.join(
                            " ",
                            "V-" + i,
                            "visit",
                            OWNERS.get(chance.nextInt(OWNERS.size())),
                            "2031-03-" + chance.nextInt(10, 31) + "T09:00:00Z",
                            "" + chance.nextInt(1, 5),
                            String.join("|", questions),
                            "" + chance.nextInt(1, 20),
                            chance.nextInt(6) == 0 ? "alone=yes" : "alone=no"));
        }
        return lines;
    }

    private static JointVisits.Terms terms() {
        return new JointVisits.Terms(
                PlanLimits.ASSUMED, null, List.of(), visit -> false, visit -> false);
    }

    /// By trying every way to part the visits.
    private static long fewest(List<Activity> visits) {
        var best = new long[] {Long.MAX_VALUE};
        part(visits, 0, new ArrayList<>(), best);
        return best[0];
    }

    private static void part(
            List<Activity> visits, int next, List<List<Activity>> parts, long[] best) {
        if (next == visits.size()) {
            if (parts.stream().allMatch(JointVisitLawsTest::possible)) {
                best[0] = Math.min(best[0], parts.stream().mapToLong(QuestionSets::together).sum());
            }
            return;
        }
        var visit = visits.get(next);
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).add(visit);
            part(visits, next + 1, parts, best);
            parts.get(i).removeLast();
        }
        parts.add(new ArrayList<>(List.of(visit)));
        part(visits, next + 1, parts, best);
        parts.removeLast();
    }

    private static boolean possible(List<Activity> part) {
        if (part.size() == 1) {
            return true;
        }
        var days = part.stream().map(Activity::day).sorted().toList();
        long span = java.time.temporal.ChronoUnit.DAYS.between(days.getFirst(), days.getLast());
        return span <= 2L * PlanLimits.ASSUMED.moveDays()
                && part.size() <= PlanLimits.ASSUMED.joinMax()
                && part.stream().allMatch(JointVisits::joinable);
    }
}
