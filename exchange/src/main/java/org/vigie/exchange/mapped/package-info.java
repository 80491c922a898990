/// Tables of anybody's own: a mapping file says which column is what. [Mapping] reads it,
/// [MappedTable] reads the table by it, [Suggestion] drafts one from the names of a table's
/// columns.
@NullMarked
package org.vigie.exchange.mapped;

import org.jspecify.annotations.NullMarked;
