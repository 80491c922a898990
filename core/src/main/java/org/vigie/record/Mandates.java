package org.vigie.record;

import java.time.LocalDate;
import java.util.List;
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

    /// How the Council voted on a resolution. The subject is `Ids.subject("resolution",
    /// resolution)`, `happenedOn` the day of the vote.
    ///
    /// @param abstaining the members that abstained or voted against, where the source names them
    record VoteTaken(
            String resolution,
            int inFavour,
            int against,
            int abstained,
            List<String> abstaining,
            String basis,
            String note)
            implements Mandates {

        public VoteTaken {
            abstaining = List.copyOf(abstaining);
        }
    }
}
