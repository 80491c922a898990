package org.vigie.plan;

import org.vigie.geo.Wording;

/// What is said of who can go: every reason why not, everything that an arrival rests on, every
/// price. A head renders them in the reader's language.
public enum PlanWords implements Wording {
    NOT_IN_MISSION("not in the mission on {0}"),
    NOT_LOCATED("nobody knows where it stands: {0} has no position or is closed"),
    STAYS("stays where it is"),
    FURTHER_THAN_ALLOWED("{0}, and {1} is {2} km away"),
    FLIGHT_CLEARANCE("the host state's clearance for the flight is {0}"),
    GROUND_CLEARANCE("the host state's clearance for movement on the ground is {0}"),
    HOST_ANSWER("the host state's word in the register: {0}"),
    ANSWER("{0} on {1} ({2})"),
    ANSWER_IN_PART("granted in part"),
    ANSWER_PART_UNSURE(
            "{0}; which part is not known here, so it counts as not granted unless an officer says"
                    + " that it is"),
    WORD_CHANGES("{0} (that is so at {1}, after the order and before the earliest arrival at {2})"),
    WORD_CHANGES_BEFORE_LATEST("at {0}, before the latest arrival at {1}: {2}"),
    WORD_CHANGES_BEFORE_PICK_UP("at {0}, before the latest pick-up at {1}: {2}"),
    ANSWER_NO_DAY("a day that is not stated"),
    ANSWERS_DIFFER("{0}; against {1}: the later word counts, ask which holds"),
    ANSWER_OVERRULED("{0}: taken as granted all the same, because the question says so"),
    CLOSED_PLACE("{0} is closed: {1}"),
    CLOSED_BASE("its base {0} is closed: {1}"),
    CLOSED_WAY("the straight way from {0} leads through a closed area: {1}"),
    CLOSED_ROADS("no road of the map from {0} leads around a closed area: {1}"),
    CLOSES_MEANWHILE(
            "{0} (it begins at {1}, after the order and before the earliest arrival at {2})"),
    CLOSES_BEFORE_LATEST("closes at {0}, before the latest arrival at {1}: {2}"),
    CLOSES_BEFORE_PICK_UP("closes at {0}, before the latest pick-up at {1}: {2}"),
    LIMIT("{0}, {1}, by {2}, from {3} until {4}"),
    LIMIT_WHY("{0}: {1}"),
    LIMIT_LIFTABLE("{0}; a person may ask for it to be lifted"),
    LIMIT_NO_NAME("an area without a name"),
    LIMIT_FLIGHT("closed to flights"),
    LIMIT_GROUND("closed on the ground"),
    LIMIT_AREA("closed area"),
    LIMIT_BY_NOBODY("somebody who is not named"),
    LIMIT_BY_HOST("the host state, note {0}"),
    LIMIT_OPEN("further notice"),
    LIMIT_REACH_UNKNOWN("Nobody wrote down how far this reaches, so it stopped nobody here: {0}."),
    NO_RIVER("no river leads to {0}"),
    NO_RUNWAY("no aeroplane can land at {0}"),
    OUT_OF_RANGE("{0} is {1} km away, and it goes {2} km and back"),
    CREW_TIRED(
            "there, {2} minutes on the ground and back take {0} minutes at best, and a crew may fly {1} minutes a day"),
    NO_DAYLIGHT("there is no daylight to move in"),
    TOO_LATE("there at {0} at the earliest, and needed by {1}"),
    NOT_BEFORE("cannot before {0} ({1}): {2}"),
    CAPITAL_FIRST("{0}: {1}"),
    NOT_BY_NIGHT("it does not move by night"),
    NOTHING_NEEDED("has nothing of what is needed: {0}"),
    LATER_THAN_CHOSEN(
            "could be there after {0} to {1} minutes, and the first option is complete after {2}:"
                    + " it is left out as later"),
    NOT_WANTED(
            "could be there after {0} to {1} minutes, and is not needed: others in the options bring"
                    + " what it has"),
    NOT_WITH_FIRST(
            "could be there after {0} to {1} minutes, but not together with the others of the first"
                    + " answer"),
    NOT_WITH_OTHERS(
            "could be there after {0} to {1} minutes, but not together with the others that are"
                    + " needed"),
    NOT_ALONE("does not go without {0}, and nobody who could be that can go"),
    CARRIER_CANNOT("{0} would carry it: {1}"),
    CARRIER_CANNOT_OTHER("{0} would carry {1}, which would go with it: {2}"),
    COMPANION_CANNOT("{0} would go with it: {1}"),
    TOO_FAR_TO_FETCH("{0} is {1} km away, and it flies {2} km without refuelling"),
    TOO_FAR_TO_CARRY("from {0} to {1} and home is {2} km, and it flies {3} km without refuelling"),
    CREW_TIRED_CARRYING(
            "fetching, the way, {2} minutes on the ground and back take {0} minutes at best, and a crew may fly {1} minutes a day"),
    CLOSED_LEG("the straight way from {0} to {1} leads through a closed area: {2}"),
    FETCHES_FROM_TWO("{0} would have to fetch from {1}, and a second flight is not worked out"),
    TOO_MANY_ALONG("does not go without more than {0} others, which is not worked out"),
    NOT_TOGETHER("Each of these needs could be met, but not all together: {0}."),
    AND("{0} and {1}"),
    ENDED_FOUND(
            "The search was ended before it was through: the first option is the soonest that was"
                    + " found, not proven to be the soonest. Nothing complete is possible before {0}"
                    + " minutes."),
    ENDED_FOUND_OPEN(
            "The search was ended before it was through: the first option is the soonest that was"
                    + " found, not proven to be the soonest."),
    ENDED(
            "The search was ended before it was decided whether anybody can bring all that is"
                    + " needed; it does not say that nobody can. Nothing complete is possible before"
                    + " {0} minutes."),
    ENDED_OPEN(
            "The search was ended before it was decided whether anybody can bring all that is"
                    + " needed; it does not say that nobody can."),
    LEFT_OUT_NOT_PROVEN(
            "The search was ended before it was through: perhaps less of what is needed has to be"
                    + " left out."),
    COMPANIONS_UNDECIDED(
            "whether it can go is not decided: the search for those with whom it could was ended"
                    + " before it was through"),

    NOTICE("{0}: notice to move {1} to {2} minutes ({3})"),
    WAY_STATED("{0} goes {1}, as stated: in place of what is assumed where this names the same"),
    WAY_SPEED("{0}, {1} to {2} km/h"),
    WAY_JOINED("{0} {1}"),
    GOES_BY_ROAD("by road"),
    GOES_BY_HELICOPTER("by helicopter"),
    GOES_ON_FOOT("on foot"),
    GOES_BY_BOAT("by boat"),
    GOES_BY_AEROPLANE("by aeroplane"),
    WAY_PAVED("on tar"),
    WAY_TRACK("on a track"),
    WAY_OFF_ROAD("off the road"),
    WAY_DRY("in the dry season"),
    WAY_RAINS("in the rains"),
    WAY_ESCORTED("in a column"),
    WAY_ALONE("without a column"),
    ASKING("{0}: {1} to {2} minutes"),
    ASKING_OPEN("{0}: the time is not in it"),
    PICK_UP_STATED(
            "{0} flies {1} km to pick it up; refuelling there, and the first lift carries {2}"),
    PICK_UP("{0} flies {1} km to pick it up; refuelling there, and seats not stated"),
    DRIVE_UP_STATED("{0} goes {1} km on the ground to pick it up, and its seats are {2}"),
    DRIVE_UP("{0} goes {1} km on the ground to pick it up, and seats not stated"),
    BY_DAY_ONLY("moves by day only: light at {0} is civil twilight"),
    TOGETHER("{0} and its companions travel together, or meet before the place"),
    OF_UNIT("{0}: {1}"),

    CAVEAT_DAY_ONLY("by day only ({0})"),
    CAVEAT_MAX_KM("no further than {1} km from its base ({0})"),
    CAVEAT_NOT_WITH_HOST_FORCE("not together with forces of the host state ({0})"),
    CAVEAT_ASK_CAPITAL("asks its capital first ({0})"),
    CAVEAT_AREA_ONLY("only in {1} ({0})"),
    CAVEAT_NO_OFFENSIVE("no offensive operations ({0})"),
    CAVEAT_NEEDS_ESCORT("only with {1} along ({0})"),
    CAVEAT_NOT_IN_RAIN("not in rain ({0})"),
    CAVEAT_HOST_CLEARANCE("flies with the host state's clearance only ({0})"),
    CAVEAT_HOST_CLEARANCE_FOR("flies with the host state's clearance only: {1} ({0})"),
    CAVEAT_NEEDS_LIFT("only carried by {1} ({0})"),
    CAVEAT_ASK_MISSION("asks the mission's leadership first ({0})"),
    CAVEAT_ASK_MISSION_FOR("asks the mission's leadership first: {1} ({0})"),
    HOST_RULE("rule of the host state"),
    HOW_IT_MOVES("how it moves"),
    MISSION_RULE("rule of the mission"),
    NATIONAL_CAVEAT("national caveat"),
    OBSERVED_PRACTICE("observed practice"),

    ADVICE("Advice, computed from the register: a named officer decides, and asks the unit first."),
    HOST_FORCE(
            "Going together with forces of the host state needs a human rights due diligence assessment"
                    + " in date; this advice has not looked for one."),
    FLIGHTS_STAND(
            "The host state's clearance for flights is {0}: what it costs is worked out apart."),

    UNIT_WITHOUT_BASE("{0} stands at {1}, where no base is open on {2}"),
    UNIT_UNREADABLE("Unit {0} is not counted: {1}"),
    CAVEAT_UNREADABLE("Caveat {0} is not applied: {1}"),
    CAVEATS_EXCLUDE_ALL("The caveats of {0} leave it nothing to do: {1}"),

    PRICE_OF_CLEARANCE("A refused clearance for flights"),
    PRICE_OF_LIMITS("All that the restriction register has closed or refused"),
    PRICE_OF_CAVEAT("{0}, {1}"),
    PRICE_OF_ALL_CAVEATS("All caveats together"),
    LIFTED_DAY_ONLY("No unit kept to daylight by a caveat"),
    LIFTED_MAX_KM("No unit kept to a distance from its base"),
    LIFTED_NOT_WITH_HOST_FORCE("Every unit may go with forces of the host state"),
    LIFTED_ASK_CAPITAL("No unit asks its capital first"),
    LIFTED_AREA_ONLY("No unit kept to its area"),
    LIFTED_NO_OFFENSIVE("Every unit may take part in offensive operations"),
    LIFTED_NEEDS_ESCORT("No unit needs an escort"),
    LIFTED_NOT_IN_RAIN("Every unit may move in rain"),
    LIFTED_NIGHT("Everybody could move by night"),
    LIFTED_NOTICE("Everybody ready to move at once"),
    LIFTED_LIMITS("Nothing closed or refused on record in the restriction register"),
    LIFTED_FLIGHTS("Clearance for flights: {0}"),
    LIFTED_GROUND("Clearance for movement on the ground: {0}"),
    PRICE_NOTHING("{0} changes nothing: nobody who could go has what is needed."),
    PRICE_LEAVING_OUT("{0}, with {1} left out,"),
    PRICE_NOBODY(
            "{0} is the difference between nobody who has all of it and {1}, which would be complete after {2} to {3}"
                    + " minutes."),
    PRICE_NO_TIME("{0} costs no time: the same option comes first."),
    PRICE_NOT_WORKED_OUT("{0}: what that costs is not worked out, the search for it was ended."),
    PRICE("{0} costs {1} minutes at best and {2} at worst: {3} instead of {4}."),

    RULE_NOTHING("without this rule nothing would be sooner"),
    RULE_STILL_NOBODY("without this rule still nobody has all of it"),
    RULE_STILL("without this rule another one still stops it"),
    RULE_STILL_BECAUSE("without this rule it still could not go: {0}"),
    RULE_GAINS("without this rule {0} minutes sooner at best, {1} at worst"),
    RULE_LESS_SURE("without this rule {0} minutes sooner at best, and {1} later at worst"),
    RULE_ALLOWS(
            "as things stand nobody has all of it; without this rule it would be complete after {0} to {1} minutes"),
    RULE_BY_OTHERS("lifted for all, by others than this unit: {0}"),
    RULE_NOT_WORKED_OUT("what it costs is not worked out: the search for it was ended"),
    RULE_UNTOLD("what it costs cannot be told: {0}"),
    UNTOLD_ABSENT("the unit is not in the mission that day"),
    UNTOLD_NOWHERE("nobody knows where it stands"),
    UNTOLD_STAYS("it has no speed"),
    UNTOLD_CARRIED(
            "it must be carried, which is how it moves and no rule that somebody could lift"),
    UNTOLD_GROUND("this is the ground, and no rule that somebody could lift"),

    BOUND(
            "Nothing can be faster with this force: not before {0} minutes, even if no caveat, clearance, night, range"
                    + " or notice to move held anybody."),
    BOUND_NOBODY("No rule that was lifted would help: nobody in this force who moves has {0}."),

    UNKNOWN_FLIGHT("How the host state answers on flights"),
    UNKNOWN_GROUND("How the host state answers on movement on the ground"),
    UNKNOWN_WAY("Whether there are bombs on the way: it was taken as calm"),
    UNKNOWN_NOTICE("Whether {0} is as ready as the register assumes"),
    UNKNOWN_CAPITAL("What the capital of {0} answers, and how fast"),
    UNKNOWN_MOVES(
            "{0}: complete after {1} to {2} minutes with the best answer, {3} to {4} with the worst."),
    UNKNOWN_DECIDES(
            "{0}: complete after {1} to {2} minutes with the best answer, nobody with the worst."),
    UNKNOWN_NOT_WORKED_OUT(
            "Which open question would change the answer most is not worked out: the search for it"
                    + " was ended."),
    UNKNOWN_NONE("No open question would change the soonest arrival.");

    private final String english;

    PlanWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
