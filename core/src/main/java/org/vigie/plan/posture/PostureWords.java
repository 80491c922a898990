package org.vigie.plan.posture;

import org.vigie.geo.Wording;

/// What is said of a posture: what binds, what one more would be worth, who proved it, and what is
/// wrong with a certificate.
public enum PostureWords implements Wording {
    OTHER_MODEL("the certificate is of another model: {0}, and this one is {1}"),
    OTHER_VALUE("the plan is worth {0}, and the certificate says {1}"),
    BOUND_NOT_SHOWN("the proof shows a bound of {0}, and the certificate says {1}"),
    NO_NUMBER("value or bound is no number: {0}, {1}"),
    NOT_RULED_OUT("the proof rules out candidate {0} without a reason: {1} is not past {2}"),
    PLAN_BREAKS_A_RULE("the plan breaks a rule of the model: {0}"),
    BOUND_BY_SOLVER("the bound of {1} is that of {0}; without a solver {2} can be shown"),

    OUTSIDE_LIMITS("{0} at {1}: {2}, and between {3} and {4} may stand there"),
    MORE_THAN_THERE_ARE("{0}: {1} in the plan, and there are {2}"),
    NO_ROOM("{0}: {1} units in the plan, and room for {2}"),
    TOO_MANY_MOVES("{0} units leave their base, and {1} may"),
    BELOW_THE_FLOOR("{0}: a weight of {1} is covered, and it may not fall below {2}"),

    STAY_OUTNUMBERS("{0}: {1} stay where they are, and there are {2}"),
    STAY_WITHOUT_ROOM("{0}: {1} units stay there, and it has room for {2}"),
    STAY_FORBIDDEN("{0} at {1}: {2} stay there, and {3} may stand there"),
    MUST_MOVE("at least {0} units cannot stay where they stand, and {1} may move"),
    NONE_FOUND("no posture was found that keeps every rule; the nearest breaks this: {0}"),
    NONE_EXISTS("no posture keeps every rule, says {0}"),

    NOT_ALL_PLACED("{1} of {2} of {0} are placed: the others would add nothing, or find no room"),
    BASE_FULL("{0} is full: {1} units"),
    MOVES_USED("all {0} moves are used"),
    ON_THE_FLOOR("{0} is at its floor"),
    FLOOR_TOO_HIGH(
            "{0}: a floor of {1} % cannot be kept: with these units, bases and moves at least {2} % can"
                    + " be had there, and no posture gives more than {3} %"),
    FLOOR_NOT_FOUND(
            "{0}: no posture was found that keeps a floor of {1} %; the most that was found there is"
                    + " {2} %, and no posture gives more than {3} %"),
    FLOORS_TOGETHER(
            "Each floor can be kept alone, and no posture was found that keeps all of them; it was"
                    + " found with all of them lowered to {0} % of what was asked"),

    DRY("dry"),
    IN_THE_RAINS("in the rains"),
    BY_DAY("by day"),
    BY_NIGHT("by night"),
    FLIGHTS_REFUSED("flights refused"),
    GROUND_REFUSED("movement on the ground refused"),
    BOMBS("bombs under the road"),
    SCENARIO("{0} % of the time: {1}"),
    IN_SCENARIOS(
            "On the way at the slower end of the range: soldiers within {0} minutes, surgery within {1},"
                    + " a helicopter within {2}. One posture for all of: {3}. The weights are those of"
                    + " whoever asked."),
    FLOORS_HOLD(
            "A floor counts the weight that the service {0} covers at least once, on average over the"
                    + " scenarios; busy or not."),
    BUSY_PARTS(
            "Busy parts of the time: {0}. They are taken as independent of each other, which is too"
                    + " kind when all are called at once."),
    ONE_BUSY("{0} {1} %"),

    TIMES_AT_THE_SLOWER_END(
            "On the way at the slower end of the range, by day, dry and calm: soldiers within {0}"
                    + " minutes, surgery within {1}, a helicopter within {2}."),
    NOT_COUNTED(
            "Not in it: notice to move, clearances of the host state, escorts, asking a capital, night"
                    + " and rain. Soldiers whom others must fly do not count."),
    NOT_COUNTED_IN_SCENARIOS(
            "Not in it: notice to move, clearances but for what a scenario refuses, escorts, asking a"
                    + " capital; the night slows nobody who may move in it. Soldiers whom others must"
                    + " fly do not count."),
    HOSPITALS_STAY(
            "Hospitals and units bound to an area stay where they are; a hospital is reached by"
                    + " helicopter."),

    FELL_BACK(
            "{0} gave no answer ({1}): this is the answer of Vigie's own search, with its own bound"),
    AGREED("{0} and {1} agree on the value"),
    DISAGREED("{0} says {1}, and {2} says {3}: trust neither before somebody has looked");

    private final String english;

    PostureWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
