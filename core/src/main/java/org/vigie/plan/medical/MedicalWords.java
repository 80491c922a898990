package org.vigie.plan.medical;

import org.vigie.geo.Wording;

/// What is said of the medical chain.
public enum MedicalWords implements Wording {
    ON_THE_SPOT("those on the spot"),
    FIRST_AID_ASSUMED(
            "assumed: somebody of the mission who is trained in first aid is with the casualty"),
    FIRST_AID_COMES("nobody of the mission is there; {0} would be there after {1} to {2} minutes"),
    FIRST_AID_TRAINED("assumed: every unit has somebody trained in first aid"),
    CARE_COMES("{0} brings care to the place after {1} to {2} minutes"),
    CARE_FETCHED("{0} brings the casualty to {1} (level {2}) after {3} to {4} minutes"),
    CARE_NEXT_DOOR("{0} is {1} km away: carried there by those on the spot"),
    SURGERY_COMES("{0} comes to the place and is set up after {1} to {2} minutes"),
    SURGERY_FETCHED("{0} brings the casualty to surgery at {1} after {2} to {3} minutes"),
    TOGETHER("{0}; {1}"),
    CARRIES("{0} carries and goes {2}; so {1} goes along"),
    CARES("{0} has the medics and goes {2}; so {1} goes along"),
    GOES("{0} goes {2}; so {1} goes along"),
    WITH_BASIS("{0}, basis: {1}"),
    NEAR_UNUSED("{0} (level {1}) is {2} km away, but {3}"),
    NO_AMBULANCE("no ambulance of the register stands within {0} km"),
    FIRST_CARRIER("the first who could carry is {0}, there after {1} to {2} minutes"),
    NO_CARRIER("nobody who carries can go"),
    LOADING("finding, securing and loading: {0} to {1} minutes (assumed)"),
    SET_UP("setting up for surgery: {0} to {1} minutes (assumed)"),
    SURGERY_BY_UNIT("{0} is in the register of that day with {1}"),
    SURGERY_BY_LEVEL(
            "level {1} is what the register says of {0}, without since when; no surgical unit of that day stands there"),
    TOO_LATE("the limit is {0} minutes, and nobody would be done before {1}"),
    RANGE_HOLDS_LIMIT("the limit of {0} minutes lies within the range, {1} to {2}"),
    NOT_SURE("in time, if what {0} is said to have is there"),
    SOONER_IF(
            "sooner, if what only the level of the base says is there: {0}, after {1} to {2} minutes"),
    SURER_IF(
            "later at best and sooner at worst, if what only the level of the base says is there: {0}, after {1} to {2} minutes"),
    WHY_NOT("{0}: {1}"),
    GROUNDED("the weather keeps it on the ground"),
    NO_WAY_ON(
            "{0} cannot go on from there to any surgery: too far, no light, closed, or more hours than the crew may fly"),
    NOBODY_CARES("nobody in the register who could come, or bring the casualty to care"),
    NOBODY_CARRIES("nobody in the register who could come and bring the casualty away"),
    NO_SURGERY("no base and no unit of the register has surgery that day"),
    NO_UNITS("no unit is in the register: nobody can tell who could help"),
    FORCE_LEFT("no unit is in the mission on {0}: the last left on {1}"),
    FORCE_ABSENT("no unit is in the mission on {0}"),

    CIVILIANS_RULE("{0}: {1}"),
    CIVILIANS_NO_RULE(
            "{0}: the register holds no rule on carrying civilians, so nobody may count on it"),
    CIVILIANS_NOBODY("nobody could carry anybody from there"),
    CIVILIANS_ALONE(
            "nobody of the mission is taken to be with a civilian who is hurt: first aid is counted from who would come"),
    CIVILIANS_ASKING("asking takes a time that is not in these minutes"),

    ASKED_AT_ONCE(
            "the clock starts at the injury, and evacuation is taken to be asked for at once"),
    NOT_TASKED("every unit is taken to be at its base and free"),
    HELICOPTER_LIKE("like {0}, with the same rules"),
    HELICOPTER_ASSUMED(
            "no helicopter that carries is in the register: one of 180 to 230 km/h, ready after 15 to 60 minutes by day and night, is assumed"),
    TEAM_FIXED("a surgical team that works at the base"),

    STEP_INJURED("the injury"),
    STEP_FIRST_AID("first aid"),
    STEP_EVACUATION_ASKED("evacuation asked for"),
    STEP_LAUNCHED("launched"),
    STEP_WHEELS_UP("wheels up"),
    STEP_AT_CARE("at care"),
    STEP_AT_SURGERY("at surgery"),
    STEP_ENDED("the end"),
    BEFORE_THE_INJURY(
            "{0} at {1} cannot be: they were hurt at {2}. If that time is wrong, write the injury again"
                    + " first"),
    HURT_AFTER(
            "they cannot have been hurt at {0}: {1} was before. If that is wrong, correct it first"),
    ENDED_BEFORE("it cannot have ended at {0}: {1} was later. If that is wrong, correct it first"),
    AFTER_THE_END("{0} at {1} cannot be: it ended at {2}. If that is wrong, correct it first");

    private final String english;

    MedicalWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
