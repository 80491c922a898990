/// Mission packs: a country and its peace operation as plain text files, and days told line by
/// line.
///
/// Read [Pack] first; [PackLoader] brings a pack into a ledger, [PackCheck] says what is wrong with
/// one, [Chronology] and [Play] tell a day, [Generator] invents events for an invented country. The
/// files are described in `docs/mission-packs.md`.
@NullMarked
package org.vigie.exchange.packs;

import org.jspecify.annotations.NullMarked;
