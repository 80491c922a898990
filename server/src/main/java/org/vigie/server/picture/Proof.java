package org.vigie.server.picture;

import java.io.IOException;

/// What can be said about the integrity of the ledger.
@FunctionalInterface
public interface Proof {

    /// The answer of a check.
    sealed interface Verdict {
        /// Every entry and every checkpoint fits.
        ///
        /// @param erased entries whose body nobody can read any longer, as the ledger says
        /// @param checkpoint the latest signed checkpoint, to be kept outside
        record Whole(long entries, long checkpoints, long erased, String checkpoint)
                implements Verdict {}

        /// Something does not fit.
        ///
        /// @param finding one sentence: what, and between which entries
        record Broken(String finding) implements Verdict {}

        /// There is nothing to check against, e.g. a ledger in memory.
        record Absent() implements Verdict {}
    }

    /// Checks the whole ledger now.
    ///
    /// @param exercise which of the two ledgers
    Verdict verify(boolean exercise) throws IOException;
}
