package org.vigie.force;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.record.Handling;

/// Nobody learns of the death of a member of the mission from Vigie before the next of kin know.
///
/// Until somebody says that they were told, an entry is *withheld*: no viewer may see it, so no
/// page, count, search, export or feed has it, whoever asks, the owner of the ledger too. This is
/// the one place that says which entries are; every read of the ledger keeps to it.
public final class NextOfKin {

    private NextOfKin() {}

    /// How a death is handled.
    ///
    /// @param told when the next of kin were told, null while nobody says so
    /// @param usual how it is handled once they were
    public static Handling handling(@Nullable LocalDate told, Handling usual) {
        return told == null ? Handling.WITHHELD : usual;
    }

    /// Refuses that they were told before it happened.
    public static void check(String field, @Nullable LocalDate died, @Nullable LocalDate told) {
        if (died != null && told != null && told.isBefore(died)) {
            throw new BadInput(field, told, "not before the day of the death");
        }
    }
}
