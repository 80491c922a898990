package org.vigie.plan;

import org.jspecify.annotations.Nullable;
import org.vigie.geo.Position;

/// Where units stand.
///
/// @param position null where nobody knows: then no unit of it has an arrival time
/// @param medicalLevel of the base's own facility in the levels of the United Nations, 0 for none
public record Base(String code, String name, @Nullable Position position, int medicalLevel) {

    /// A base without a medical facility of its own.
    public Base(String code, String name, @Nullable Position position) {
        this(code, name, position, 0);
    }
}
