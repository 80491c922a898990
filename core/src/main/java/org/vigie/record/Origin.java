package org.vigie.record;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where an entry was born.
///
/// @param lane `import`, `pack`, `play`, `hand`, `phone` …: the way in
/// @param importId the entry that opened the import, when a file brought it; undoing that import
///   undoes this entry
/// @param file the file's name as the user gave it, without its folders; of a form whose entry has
///   another id than the form, the form's
/// @param line the line of the file, counted from 1 (the header is line 1); 0 when there is none
public record Origin(String lane, @Nullable UUID importId, @Nullable String file, int line) {

    public static Origin hand() {
        return new Origin("hand", null, null, 0);
    }

    public static Origin lane(String lane) {
        return new Origin(lane, null, null, 0);
    }
}
