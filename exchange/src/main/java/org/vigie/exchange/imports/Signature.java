package org.vigie.exchange.imports;

import java.util.UUID;
import org.vigie.record.Component;

/// Who stands for an import, and under which id: the author of its opening and of its closing. What
/// a file says is nobody's own word, so that the entries of its rows have no person as author.
///
/// @param importId the opening entry's id, new in the ledger; whoever chose it can ask the ledger
///   afterwards whether the import is there
/// @param author a post or a name, or a program
public record Signature(UUID importId, String author, Component component) {

    static final String PROGRAM = "vigie import";

    /// The command line's own.
    static Signature ofProgram(UUID importId) {
        return new Signature(importId, PROGRAM, Component.OUTSIDE);
    }
}
