package org.vigie.plan;

import org.jspecify.annotations.Nullable;
import org.vigie.geo.Position;

/// Where units stand.
///
/// @param position null where nobody knows: then no unit of it has an arrival time
public record Base(String code, String name, @Nullable Position position) {}
