/// The ledger in PostgreSQL, and the PostgreSQL that Vigie brings along when it is given none.
///
/// Read `Database` first: it is where connections come from, either from a `DataFolder`, which
/// starts and stops a PostgreSQL of its own (`PostgresBinaries`, `PostgresServer`), or from a
/// server that somebody else looks after. `Migrations` brings a database to the form that the
/// program knows, and `Rights` tells what the program at work may do in it.
@NullMarked
package org.vigie.store;

import org.jspecify.annotations.NullMarked;
