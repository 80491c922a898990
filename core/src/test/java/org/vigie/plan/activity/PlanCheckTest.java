package org.vigie.plan.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.geo.Position;
import org.vigie.plan.activity.Activity.State;
import org.vigie.record.Activities;
import org.vigie.record.Forces;
import org.vigie.record.Ids;
import org.vigie.record.Site;

/// Each rule on a plan with a plan that breaks it.
class PlanCheckTest {

    @Test
    void three_entities_that_ask_one_village_the_same_within_ten_days_go_together_once() {
        var check = TestPlan.ofThree().check();
        var visit = check.jointVisits().getFirst();
        assertEquals(1, check.jointVisits().size());
        assertEquals(LocalDate.of(2031, 3, 7), visit.day());
        assertEquals("CA-1", visit.lead().key());
        assertEquals(2, check.visitsSaved());
        assertEquals(250, check.questionsBefore());
        assertEquals(118, check.questionsAfter());
        assertTrue(check.questionsAfter() * 2 <= check.questionsBefore());
        assertEquals(0, check.questionsLost());
        for (var activity :
                Plan.of(TestPlan.ofThree().picture("2031-03-01T00:00:00Z")).activities()) {
            assertTrue(visit.questions().keySet().containsAll(activity.questions()));
        }
    }

    @Test
    void what_was_accepted_mends_the_plan_and_is_not_proposed_again() {
        var told = TestPlan.ofThree();
        for (int round = 0; round < 3; round++) {
            for (var proposal :
                    told.check().findings().stream()
                            .flatMap(finding -> finding.proposal().stream())
                            .limit(1)
                            .toList()) {
                var changes = Acceptance.of(proposal).changes();
                assertFalse(changes.isEmpty(), proposal.words().plain());
                changes.forEach(change -> told.tells(change.activity().key(), change.body()));
            }
        }
        assertEquals(List.of(), told.found());
    }

    @Test
    void a_group_is_told_with_what_is_shared_and_with_the_visits_that_the_village_bears() {
        var found = TestPlan.ofThree().check().findings();
        assertEquals(
                List.of("same-questions", "too-many-visits"),
                found.stream().map(finding -> finding.kind().code()).toList());
        assertEquals(
                "CA-1, HR-1, POL-1 within 7 days at Hollow Quarry with the same questions: CA-1 and"
                        + " HR-1: 6 in common (86 % of the shorter list), HR-1 and POL-1: 5 in common"
                        + " (71 % of the shorter list)",
                found.getFirst().why().plain());
        assertEquals(
                "Hollow Quarry: 3 visits in 14 days, where at most 2 are to be borne",
                found.getLast().why().plain());
    }

    @Test
    void one_component_that_comes_again_and_lists_that_differ_are_no_offence() {
        var own = TestPlan.CIVIL.replace("CA-1", "CA-2").replace("03-03", "03-05");
        assertEquals(List.of(), new TestPlan().plans(TestPlan.CIVIL).plans(own).found());
        var other = "HR-2 visit human-rights 2031-03-05T09:00:00Z 3 X-1|X-2|SEC-1 10";
        assertEquals(List.of(), new TestPlan().plans(TestPlan.CIVIL).plans(other).found());
        assertEquals(
                1,
                new TestPlan()
                        .plans(TestPlan.CIVIL)
                        .plans(other)
                        .check(PlanLimits.ASSUMED.alike(0.3))
                        .findings()
                        .size());
    }

    @Test
    void an_investigation_and_a_visit_that_must_be_alone_are_joined_with_none() {
        var alone = TestPlan.RIGHTS + " alone=yes";
        assertEquals(
                List.of("same-questions: Move HR-1 to 2031-03-11"),
                new TestPlan().plans(TestPlan.CIVIL).plans(alone).found());
        var investigation = TestPlan.RIGHTS.replace(" visit ", " investigation ");
        assertEquals(
                List.of("same-questions: Move HR-1 to 2031-03-11"),
                new TestPlan().plans(TestPlan.CIVIL).plans(investigation).found());
    }

    @Test
    void more_visits_than_can_be_parted_exactly_say_below_what_no_way_could_be() {
        var told = new TestPlan();
        for (int i = 0; i < 14; i++) {
            var owner = i % 2 == 0 ? "police" : "protection";
            told.plans(
                    "V-" + i + " visit " + owner + " 2031-03-" + (10 + i) + "T09:00:00Z 2 A|B 10");
        }
        var merge = told.check().merges().getFirst();
        assertFalse(merge.exact());
        assertEquals(280, merge.before());
        assertEquals(60, merge.bound());
        assertEquals(60, merge.after());
        assertTrue(
                merge.words().plain().endsWith("no way of going together asks fewer than 60"),
                merge.words().plain());
    }

    @Test
    void visits_with_different_forces_are_not_joined() {
        var with = TestPlan.RIGHTS + " with=Army";
        var told = new TestPlan().plans(TestPlan.CIVIL).plans(with);
        assertEquals(List.of(), told.check().jointVisits());
    }

    @Test
    void what_was_called_off_counts_for_nothing_and_what_was_held_is_not_moved() {
        var off =
                TestPlan.ofThree()
                        .tells("HR-1", ended(Activities.End.CALLED_OFF))
                        .tells("POL-1", ended(Activities.End.CALLED_OFF));
        assertEquals(List.of(), off.found());
        var held =
                new TestPlan()
                        .plans(TestPlan.CIVIL)
                        .plans(TestPlan.RIGHTS)
                        .tells("CA-1", ended(Activities.End.HELD));
        assertEquals(List.of("same-questions: Move HR-1 to 2031-03-11"), held.found());
    }

    @Test
    void an_end_that_was_a_slip_is_taken_back() {
        var told =
                TestPlan.ofThree()
                        .tells("HR-1", ended(Activities.End.CALLED_OFF))
                        .tells("HR-1", new Activities.ActivityResumed("slip"));
        var activity = Plan.of(told.picture("2031-03-01T00:00:00Z")).find("hr-1").orElseThrow();
        assertEquals(State.PLANNED, activity.state());
    }

    @Test
    void a_change_takes_the_place_of_what_was_planned_and_the_past_still_knows_the_old_day() {
        var told = new TestPlan().plans(TestPlan.CIVIL);
        told.tells(
                TestPlan.subject("CA-1"),
                "2031-03-02T00:00:00Z",
                ((Activities.ActivityPlanned)
                        new TestPlan()
                                .plans(TestPlan.CIVIL.replace("03-03", "03-20"))
                                .picture("2031-03-01T00:00:00Z")
                                .entries(Activities.class)
                                .getFirst()
                                .body()));
        assertEquals(
                LocalDate.of(2031, 3, 20),
                Plan.of(told.picture("2031-03-02T00:00:00Z")).activities().getFirst().day());
        assertEquals(
                LocalDate.of(2031, 3, 3),
                Plan.of(told.picture("2031-03-01T12:00:00Z")).activities().getFirst().day());
    }

    @Test
    void where_something_happened_near_by_a_civil_activity_needs_a_patrol_before_and_during_it() {
        var told = new TestPlan().plans(TestPlan.CIVIL).sees("2031-02-20", 10, "Group 1");
        assertEquals(
                List.of("no-cover: Ask the Force for a patrol; none of the plan is near"),
                told.found());
        told.plans("PAT-1 patrol force 2031-03-04T07:00:00Z 9");
        assertEquals(
                List.of("no-cover: Have PAT-1 there from 3 Mar 09:00Z to 3 Mar 12:00Z"),
                told.found());
        told.plans("PAT-2 patrol force 2031-03-03T07:00:00Z 9");
        assertEquals(List.of(), told.found());
    }

    @Test
    void what_happened_far_away_or_long_ago_asks_for_no_patrol() {
        var told =
                new TestPlan()
                        .plans(TestPlan.CIVIL)
                        .sees("2031-02-20", 30, "Group 1")
                        .sees("2031-01-20", 10, "Group 1");
        assertEquals(List.of(), told.found());
    }

    @Test
    void a_joint_visit_takes_the_day_on_which_a_patrol_is_there() {
        var told =
                TestPlan.ofThree()
                        .sees("2031-02-20", 10, "Group 1")
                        .plans("PAT-1 patrol force 2031-03-06T06:00:00Z 10");
        var visit = told.check().jointVisits().getFirst();
        assertEquals(LocalDate.of(2031, 3, 6), visit.day());
        assertEquals("PAT-1", visit.covered() == null ? "" : visit.covered().key());
        assertEquals(Instant.parse("2031-03-06T09:00:00Z"), visit.from());
        assertEquals(
                "no-cover: Go with the others on 2031-03-06, when PAT-1 is there",
                told.found().getFirst());
    }

    @Test
    void nothing_is_done_with_a_force_without_an_assessment_in_date() {
        var told = new TestPlan().plans(TestPlan.CIVIL + " with=Army");
        assertEquals(
                List.of("due-diligence: Ask for an assessment first, or go without that force"),
                told.found());
        told.tells(
                Ids.subject("due-diligence", "army"),
                "2031-02-01T00:00:00Z",
                new Forces.DueDiligenceAssessed(
                        "Army",
                        LocalDate.of(2031, 1, 1),
                        LocalDate.of(2031, 12, 31),
                        "human rights",
                        true,
                        "",
                        "assessment 1"));
        assertEquals(List.of(), told.found());
    }

    @Test
    void a_flight_needs_a_clearance_that_holds_at_its_time() {
        var flight = "AIR-1 flight mission-support 2031-03-03T09:00:00Z 2";
        assertEquals(
                "AIR-1: no clearance of the flight is on record",
                why(new TestPlan().plans(flight)));
        var told = new TestPlan().plans(flight + " note=NV/9");
        assertEquals("AIR-1: the note NV/9 is not among the requests to the host state", why(told));
        asks(told);
        assertEquals(
                "AIR-1: the clearance by note NV/9 is asked for and not answered yet", why(told));
        decides(told, Forces.ClearanceOutcome.REFUSED);
        assertEquals("AIR-1: the clearance by note NV/9 is refused", why(told));
        decides(told, Forces.ClearanceOutcome.GRANTED);
        assertEquals(List.of(), told.found());
        assertEquals(List.of(), new TestPlan().plans(flight + " note=not-needed").found());
    }

    @Test
    void a_patrol_under_a_caveat_is_told_and_given_to_a_unit_without_one() {
        var patrol = "PAT-1 patrol force 2031-03-03T07:00:00Z 9 units=one";
        var told = new TestPlan().stands("one", "MAX_KM:5").plans(patrol);
        assertEquals(List.of("caveat"), told.found());
        assertTrue(why(told).startsWith("PAT-1, Battalion one: "), why(told));
        told.stands("two", "");
        assertEquals(List.of("caveat: Give PAT-1 to two instead of one"), told.found());
        var night = patrol.replace("07:00", "21:00");
        assertEquals(
                "PAT-1, Battalion one: by night, and it moves by day only",
                why(new TestPlan().stands("one", "DAY_ONLY").plans(night)));
        assertEquals(
                "PAT-1: the force register has no unit one", why(new TestPlan().plans(patrol)));
    }

    @Test
    void a_place_that_is_closed_to_the_mission_is_told() {
        var told =
                new TestPlan()
                        .plans(TestPlan.CIVIL)
                        .tells(
                                Ids.subject("limit", "1"),
                                "2031-02-01T00:00:00Z",
                                new Forces.RestrictionImposed(
                                        "ground",
                                        "other",
                                        Site.named("hollow quarry"),
                                        "authorities",
                                        "operations",
                                        null));
        assertEquals(List.of("closed: Ask the host state for the clearance now"), told.found());
    }

    @Test
    void a_unit_whose_way_leads_through_a_closed_area_is_told_and_the_place_itself_only_once() {
        var patrol = "PAT-1 patrol force 2031-03-03T07:00:00Z 9 units=one";
        var onTheWay =
                List.of(
                        new Position(-27.73, -14.5),
                        new Position(-27.73, -14.0),
                        new Position(-27.68, -14.0),
                        new Position(-27.68, -14.5));
        var told = new TestPlan().stands("one", "").plans(patrol);
        assertEquals(List.of(), told.found());
        closes(told, Site.named("the ridge"), onTheWay);
        assertEquals(List.of("caveat"), told.found());
        assertTrue(why(told).startsWith("PAT-1, Battalion one: "), why(told));
        assertTrue(why(told).contains("the ridge"), why(told));
        var there = new TestPlan().stands("one", "").plans(patrol);
        closes(there, Site.named("hollow quarry"), List.of());
        assertEquals(List.of("closed: Ask the host state for the clearance now"), there.found());
    }

    private static void closes(TestPlan told, Site site, List<Position> outline) {
        told.tells(
                Ids.subject("limit", "1"),
                "2031-02-01T00:00:00Z",
                new Forces.RestrictionImposed(
                        "ground",
                        "other",
                        site,
                        "authorities",
                        "operations",
                        outline.isEmpty()
                                ? null
                                : new Forces.Zone(
                                        outline, Instant.parse("2031-02-01T00:00:00Z"), null)));
    }

    @Test
    void what_an_activity_rests_on_must_be_there() {
        var visit = TestPlan.CIVIL + " cover=PAT-1";
        assertEquals(
                "CA-1 rests on PAT-1, which is not in the plan", why(new TestPlan().plans(visit)));
        var told = new TestPlan().plans(visit).plans("PAT-1 patrol force 2031-03-02T07:00:00Z 9");
        assertEquals("CA-1 rests on PAT-1, which is not there at that time", why(told));
        told.tells("PAT-1", ended(Activities.End.CALLED_OFF));
        assertEquals("CA-1 rests on PAT-1, which was called off", why(told));
    }

    @Test
    void a_unit_is_not_in_two_places_at_once() {
        var told =
                new TestPlan()
                        .stands("one", "")
                        .plans("PAT-1 patrol force 2031-03-03T07:00:00Z 9 units=one")
                        .plans("PAT-2 patrol force 2031-03-03T10:00:00Z 9 units=one at=-27.9");
        assertEquals(List.of("double-booked"), told.found());
        assertEquals("one is in PAT-1 and in PAT-2 at one time", why(told));
    }

    @Test
    void what_is_not_stated_and_what_nobody_reported_is_told() {
        var told =
                new TestPlan().plans("CA-1 visit civil-affairs 2031-03-03T09:00:00Z 3 at=? task=-");
        assertEquals(
                List.of(
                        "not-stated: Ask its owner which task it serves",
                        "not-stated: Choose the place from the gazetteer"),
                told.found());
        var picture = new TestPlan().plans(TestPlan.CIVIL).picture("2031-04-01T00:00:00Z");
        var plan = Plan.of(picture);
        var kinds =
                PlanCheck.of(picture, plan, plan, PlanLimits.ASSUMED).findings().stream()
                        .map(PlanFinding::kind)
                        .toList();
        assertEquals(List.of(PlanFinding.Kind.NOT_REPORTED), kinds);
    }

    @Test
    void of_a_part_of_the_plan_only_what_concerns_it_is_told() {
        var picture = TestPlan.ofThree().picture("2031-03-01T00:00:00Z");
        var all = Plan.of(picture);
        var part = all.between(LocalDate.of(2031, 4, 1), null);
        assertEquals(List.of(), PlanCheck.of(picture, all, part, PlanLimits.ASSUMED).findings());
        var police = all.of(org.vigie.record.Component.POLICE);
        assertEquals(
                Set.of("POL-1"),
                Set.copyOf(police.activities().stream().map(Activity::key).toList()));
        assertEquals(2, PlanCheck.of(picture, all, police, PlanLimits.ASSUMED).findings().size());
        assertFalse(all.in("hollow quarry").activities().isEmpty());
    }

    private static String why(TestPlan told) {
        return told.check().findings().getFirst().why().plain();
    }

    private static Activities.ActivityEnded ended(Activities.End end) {
        return new Activities.ActivityEnded(end, null, "", "");
    }

    private static void asks(TestPlan told) {
        told.tells(
                Ids.subject("clearance", "9"),
                "2031-02-01T00:00:00Z",
                new Forces.ClearanceAsked(
                        "flight",
                        "helicopter",
                        Site.named("Hollow Quarry"),
                        null,
                        "",
                        new Forces.ClearanceTerms("force", "", 72, "NV/9", "", null, "")));
    }

    private static void decides(TestPlan told, Forces.ClearanceOutcome outcome) {
        told.tells(
                Ids.subject("clearance", "9"),
                "2031-02-02T00:00:00Z",
                new Forces.ClearanceDecided(outcome, ""));
    }
}
