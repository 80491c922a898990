package org.vigie.plan.activity;

import org.vigie.geo.Wording;

/// What is said of a plan: every conflict and gap, and every proposal. A head renders them in the
/// reader's language.
public enum ActivityWords implements Wording {
    DUE_DILIGENCE("{0} is done with {1}, of which no assessment in date on {2} allows it"),
    CLOSED("{0}: closed to the mission then ({1})"),
    CLEARANCE_NONE("{0}: no clearance of the flight is on record"),
    CLEARANCE_UNKNOWN("{0}: the note {1} is not among the requests to the host state"),
    CLEARANCE_OUTCOME("{0}: the clearance by note {1} is {2}"),
    CLEARANCE_PERIOD("{0}: the clearance by note {1} does not hold at that time"),
    UNIT_UNKNOWN("{0}: the force register has no unit {1}"),
    CAVEAT("{0}, {1}: {2}"),
    CAVEAT_AREA("{0}, {1}: cannot tell whether the place lies in {2}"),
    CAVEAT_NIGHT("{0}, {1}: by night, and it moves by day only"),
    NO_COVER(
            "{0}: no patrol before and during it; incidents within {2} km in the {3} days before: {1}"),
    COVER_MISSING("{0} rests on {1}, which is not in the plan"),
    COVER_OFF("{0} rests on {1}, which was called off"),
    COVER_ELSEWHERE("{0} rests on {1}, which is not there at that time"),
    SAME_QUESTIONS("{0} within {1} days at {2} with the same questions: {3}"),
    PAIR("{0} and {1}: {2} in common ({3} % of the shorter list)"),
    TOO_MANY_VISITS("{0}: {1} visits in {2} days, where at most {3} are to be borne"),
    DOUBLE_BOOKED("{0} is in {1} and in {2} at one time"),
    NO_TASK("{0}: no task of the mandate is stated"),
    NO_POSITION("{0}: {1} has no position, so that nobody can tell whether there is a threat"),
    NOT_REPORTED("{0} is over, and nobody said whether it was held"),

    MERGE("{0} together on {1}, {2} leads, {3} questions"),
    MERGE_COVERED("{0} together on {1}, {2} leads, {3} questions, covered by {4}"),
    MERGE_ALL("Go together: {0}; people answer {2} questions instead of {1}, and none is lost"),
    MERGE_STEP_BY_STEP(
            "Go together: {0}; people answer {2} questions instead of {1}, and none is lost; no way of going together"
                    + " asks fewer than {3}"),
    JOIN("Go with the others on {0}, when {1} is there"),
    MOVE("Move {0} to {1}"),
    COVER_BY("Have {0} there from {1} to {2}"),
    COVER_UNIT("Ask the Force for {0} there from {1} to {2}"),
    COVER_NOBODY("Ask the Force for a patrol; none of the plan is near"),
    HAND_OVER("Give {0} to {1} instead of {2}"),
    ASK_ASSESSMENT("Ask for an assessment first, or go without that force"),
    ASK_CLEARANCE("Ask the host state for the clearance now"),
    ASK_TASK("Ask its owner which task it serves"),
    ASK_POSITION("Choose the place from the gazetteer"),
    ASK_REPORT("Ask its owner, and write down what was promised");

    private final String english;

    ActivityWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
