package org.vigie.exchange.imports;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.record.Body;
import org.vigie.record.Entry;
import org.vigie.record.Handling;
import org.vigie.record.Ledger;

/// A kind of file that Vigie reads: how it is recognised, and how one row becomes one entry.
///
/// A format holds no state; what a single file needs lives in the [Layout] that it gives.
public interface Format {

    /// Its word in the ledger, e.g. `ucdp-ged`. It is the id of the source too: a subject's id is
    /// made of this word and the source's own key.
    String code();

    /// The source whose subjects the rows are about; a list of a source's deletions has a code of
    /// its own and is about the source's incidents.
    default String source() {
        return code();
    }

    /// What people call it, with the mark by which it is recognised.
    String title();

    /// The kind of entry that a row becomes, or with which it is compared.
    Class<? extends Body> body();

    /// The column that holds the source's own id of a row, as rejections name it.
    String keyColumn();

    /// Whether a file that begins like this is of this format.
    boolean recognises(Opening opening);

    /// How this file is to be read.
    Layout layout(Opening opening);

    /// The same format for one ledger, where rows name what the ledger holds already: the base of a
    /// unit, the place of a base.
    default Format on(Ledger ledger) throws IOException {
        return this;
    }

    /// Columns of which an entry keeps the printed form only where it cannot be made again from the
    /// entry's own fields (`5.0` for 5), and columns that number the rows of one release. A
    /// difference in these alone is no change.
    default Set<String> printedOnly() {
        return Set.of();
    }

    /// Which revision of its row an entry is, by the source's own count: of two that differ the
    /// higher one is the newer, whatever file came in last. 0 where the source does not count.
    default long revision(Body body) {
        return 0;
    }

    /// Whether each row says when its release was published (`--known-at release` needs it).
    default boolean statesRelease() {
        return false;
    }

    /// What stands between its rows and a ledger; most formats let every row through that reads
    /// well.
    default Gate gate(Ledger ledger, Instant now) throws IOException {
        return Gate.OPEN;
    }

    /// How entries of this format become rows of a file again; empty when they cannot.
    default Optional<Rewriting> rewriting() {
        return Optional.empty();
    }

    /// Makes the cells of a row again from its entry.
    @FunctionalInterface
    interface Rewriting {

        /// A column that is not in the answer is empty.
        ///
        /// @param options of the import that brought the entry
        Map<String, String> columns(Entry entry, Map<String, String> options);
    }

    /// Puts two rows with one key together, which stand one below the other: an export with one row
    /// for each actor tells the same incident twice. Empty when they are not the same incident, so
    /// that the second one is rejected.
    default Optional<Draft> together(Draft first, Draft second) {
        return Optional.empty();
    }

    /// What one row is, by the source's own rule; stands below every figure.
    String definition();

    /// Who may see what a row says, where a mapping says so; empty where nobody said anything.
    default Optional<Handling> findHandlingSaid() {
        return Optional.empty();
    }

    /// Who may see what a row says, where nobody says otherwise: a published data set is open.
    default Handling handling() {
        return Handling.OPEN;
    }

    /// The same for one row, where what it says decides: a death of which the next of kin do not
    /// know is withheld.
    ///
    /// @param chosen how the other rows of the file are handled
    default Handling handling(Body body, Handling chosen) {
        return chosen;
    }

    /// Whether it has rows that are withheld: then the file itself is kept under keys.
    default boolean withholds() {
        return false;
    }

    /// What everybody who uses figures of this format must be told, e.g. that they are estimates.
    default Optional<String> caution() {
        return Optional.empty();
    }

    /// How to cite the source, with its licence; empty where neither is published.
    default Optional<String> citation() {
        return Optional.empty();
    }
}
