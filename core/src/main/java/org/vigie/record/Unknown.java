package org.vigie.record;

/// An entry of a kind that this version does not know: kept, shown as such, never dropped.
///
/// @param kind the kind's name as written
/// @param json the body as written, canonical
public record Unknown(String kind, String json) implements Body {}
