package org.vigie.record;

/// What sort of actor. Priority never depends on it; handling may (where the host state is alleged
/// to be the perpetrator).
public enum ActorClass {
    STATE,
    ARMED_GROUP,
    MILITIA,
    FOREIGN_FORCE,
    PRIVATE_MILITARY,
    MISSION,
    CIVILIANS,
    UNKNOWN
}
