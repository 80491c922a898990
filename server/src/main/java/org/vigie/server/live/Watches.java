package org.vigie.server.live;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vigie.record.AlertsFold;
import org.vigie.record.Picture;
import org.vigie.warn.Standing;

/// The watch as it stands now, kept from one question to the next for those who may see the same:
/// only what has changed is worked out anew, so that a page is as fast with a hundred thousand
/// reports as with ten.
public final class Watches {

    /// So many kinds of viewer at most: each keeps a fold of all reports.
    private static final int KEPT_MAX = 8;

    private final Map<Pulse.Who, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

    /// What was folded for one kind of viewer.
    private static final class Kept {

        private final AlertsFold fold = new AlertsFold();
        private Standing standing = Standing.NOTHING;

        synchronized Standing of(Picture picture) {
            standing = standing.with(fold.of(picture));
            return standing;
        }
    }

    /// How things stand in a picture of now; of the past ask [Standing#of].
    public Standing now(boolean exercise, Picture picture) {
        var who = new Pulse.Who(exercise, picture.viewer()).alike();
        return kept(who).of(picture);
    }

    private Kept kept(Pulse.Who who) {
        synchronized (kept) {
            var known = kept.computeIfAbsent(who, _ -> new Kept());
            if (kept.size() > KEPT_MAX) {
                kept.remove(kept.keySet().iterator().next());
            }
            return known;
        }
    }
}
