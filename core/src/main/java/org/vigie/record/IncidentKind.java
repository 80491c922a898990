package org.vigie.record;

/// What sort of incident. The first three are UCDP's types of violence, the next six ACLED's event
/// types, then what a mission itself logs. A source's finer type is kept beside it as text.
public enum IncidentKind {
    STATE_BASED,
    NON_STATE,
    ONE_SIDED,
    BATTLE,
    EXPLOSION,
    VIOLENCE_AGAINST_CIVILIANS,
    PROTEST,
    RIOT,
    STRATEGIC_DEVELOPMENT,
    ATTACK_ON_MISSION,
    TENSION,
    OTHER;

    /// Whether this is violence by an organised actor against civilians, the denominator of the
    /// second measure of response.
    public boolean againstCivilians() {
        return this == ONE_SIDED || this == VIOLENCE_AGAINST_CIVILIANS;
    }
}
