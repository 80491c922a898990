package org.vigie.exchange.imports;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Body;
import org.vigie.record.Happened;

/// What one row says: an entry without the parts that only the import knows.
///
/// @param key the source's own id of this row; stable from one release to the next
/// @param publishedOn when what the row says was first published by whoever reported it
/// @param releasedOn when the file's own publisher released this row
public record Draft(
        String key,
        @Nullable Happened happenedOn,
        @Nullable LocalDate publishedOn,
        @Nullable LocalDate releasedOn,
        Body body) {}
