package org.vigie.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the Council asked for.
public sealed interface Mandates extends Body {

    /// One task of one resolution. `happenedOn` of the entry is the day of adoption.
    ///
    /// @param ceilingMilitary authorised military personnel, null when the resolution names none
    /// @param ceilingPolice authorised police personnel, null when the resolution names none
    record MandateAdopted(
            String code,
            String resolution,
            @Nullable LocalDate until,
            String task,
            String priority,
            @Nullable Integer ceilingMilitary,
            @Nullable Integer ceilingPolice,
            String basis,
            String note)
            implements Mandates {}
}
