package org.vigie.record;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// The ledger about itself: imports, their undoing, exports, questions with a name, notes.
public sealed interface Housekeeping extends Body {

    /// An import began. The entry's id is the import's id; every entry of the import names it in
    /// its origin.
    ///
    /// @param format e.g. `ucdp-ged`
    /// @param file name without folders
    /// @param sha256 of the file's bytes, lower-case hex; the file itself is kept under it
    /// @param options what was asked for, e.g. `known-at` = `now`
    record ImportOpened(
            String format,
            String file,
            String sha256,
            long bytes,
            SortedMap<String, String> options)
            implements Housekeeping {

        public ImportOpened {
            options = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(options));
        }
    }

    /// An import ended. Counts are rows of the file.
    record ImportClosed(
            long read,
            long added,
            long changed,
            long unchanged,
            long removed,
            long rejected,
            long disordered)
            implements Housekeeping {}

    /// Everything that an import brought is no longer so; supersedes its opening. What screens
    /// showed before stays provable.
    record ImportUndone(String reason) implements Housekeeping {}

    /// Something left the record. The subject is the export itself.
    ///
    /// @param format e.g. `ucdp-ged`, `csv`
    /// @param tier for which readers: `public`, `partner`, `host` or `restricted`
    /// @param query what was asked for, both clocks included
    /// @param rows how many were given
    /// @param heldBack how many of those asked for were not given
    /// @param sha256 of the bytes that left, lower-case hex
    /// @param decidedBy the protection officer who let rows leave in which a state is accused;
    ///   empty when nobody had to
    /// @param reason that officer's
    record Exported(
            String format,
            String tier,
            SortedMap<String, String> query,
            long rows,
            long heldBack,
            String sha256,
            String decidedBy,
            String reason)
            implements Housekeeping {

        public Exported {
            query = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(query));
        }
    }

    /// The key of an entry's body was destroyed, so that nobody can read the body any longer; the
    /// subject is that of the erased entry. Two persons stand for it.
    ///
    /// @param entry whose body it was
    /// @param reason why, without repeating what was erased
    /// @param by post or name of who asked for it
    /// @param second post or name of who agreed
    /// @param rests of each kept file (by its SHA-256) whose record of the same was destroyed too,
    ///   the SHA-256 of what is left of it
    record KeyDestroyed(
            UUID entry, String reason, String by, String second, SortedMap<String, String> rests)
            implements Housekeeping {

        public KeyDestroyed {
            rests = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(rests));
        }

        /// Of an entry that no file brought.
        public KeyDestroyed(UUID entry, String reason, String by, String second) {
            this(entry, reason, by, second, new TreeMap<>());
        }
    }

    /// A question got a name, so that it can be asked again by whoever knows the name. The subject
    /// is the name.
    ///
    /// @param name as it stands in an address
    /// @param page which page answers: `picture`, `search`, `changes` or `brief`
    /// @param parameters of that page's address; without a clock among them it is asked of now
    /// @param note what it is for
    record QuerySaved(String name, String page, SortedMap<String, String> parameters, String note)
            implements Housekeeping {

        public QuerySaved {
            parameters = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        }
    }

    /// A name is no longer that of a question; supersedes the saving.
    record QueryDropped(String name) implements Housekeeping {}

    record NoteWritten(String text) implements Housekeeping {}
}
