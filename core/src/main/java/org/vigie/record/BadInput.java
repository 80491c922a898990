package org.vigie.record;

/// Input from outside that Vigie cannot accept: a row, a form field, a file, an argument.
///
/// The message is one plain sentence for the person who can mend it: which field, what it held,
/// what is allowed. Importers collect these with their row numbers, count them and go on. Trouble
/// with a disk, a database or a network is a checked `IOException` instead, and a mistake of our
/// own an `IllegalStateException`.
public final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param sentence field, value and what is allowed, in one sentence
    public BadInput(String sentence) {
        super(sentence);
    }

    /// @param sentence field, value and what is allowed, in one sentence
    /// @param cause what the parser underneath said, for the log
    public BadInput(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
