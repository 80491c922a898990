/// The Georeferenced Event Dataset of the Uppsala Conflict Data Program: [UcdpGed] reads it,
/// [GedColumns] writes a row's columns again.
@NullMarked
package org.vigie.exchange.ucdp;

import org.jspecify.annotations.NullMarked;
