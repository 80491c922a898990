package org.vigie.record;

import java.time.Instant;

/// From where a picture is seen: a moment of both clocks, and who looks.
///
/// @param known what the mission knew by then
/// @param recorded what the system held by then
public record Standpoint(Instant known, Instant recorded, Viewer viewer) {}
