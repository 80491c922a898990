package org.vigie.server.share;

import java.util.List;
import org.vigie.share.SharedRow;

/// One page of rows.
///
/// @param matched how many rows there are on all pages
record Page(List<SharedRow> rows, int matched, int first) {

    static Page of(List<SharedRow> all, Asked asked) {
        var wanted = all.stream().filter(asked::wants).toList();
        int from = Math.min(asked.first(), wanted.size());
        int to = Math.min(wanted.size(), from + asked.limit());
        return new Page(wanted.subList(from, to), wanted.size(), from);
    }

    boolean more() {
        return first + rows.size() < matched;
    }
}
