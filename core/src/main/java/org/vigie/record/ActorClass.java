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
    UNKNOWN;

    /// The host state, or a force that may fight beside it: foreign soldiers and hired ones are in
    /// a country because its government wants them. What is told to that government may reach them.
    public boolean mayStandWithTheHostState() {
        return switch (this) {
            case STATE, FOREIGN_FORCE, PRIVATE_MILITARY -> true;
            case ARMED_GROUP, MILITIA, MISSION, CIVILIANS, UNKNOWN -> false;
        };
    }
}
