package org.vigie.record;

/// The part of the mission that an entry comes from, or that a viewer belongs to.
public enum Component {
    LEADERSHIP,
    OPERATIONS_CENTRE,
    ANALYSIS_CENTRE,
    FORCE,
    POLICE,
    CIVIL_AFFAIRS,
    PROTECTION,
    HUMAN_RIGHTS,
    POLITICAL_AFFAIRS,
    MISSION_SUPPORT,
    OUTSIDE
}
