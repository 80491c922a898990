/// What every format of files shares: how a file is opened, read row by row, compared with what the
/// ledger holds, and appended whole or not at all.
///
/// Read in this order: [Format] (what a format has to say for itself), [Importer] (a file becomes
/// one import), [Undo]. A new format is one small package with one class that implements [Format];
/// it is then named in `org.vigie.exchange.Formats`. Formats never import each other.
///
/// Nothing is dropped or guessed in silence: a row becomes exactly one entry, or a [Rejection] with
/// its line, its field and the reason, or it is counted as unchanged.
@NullMarked
package org.vigie.exchange.imports;

import org.jspecify.annotations.NullMarked;
