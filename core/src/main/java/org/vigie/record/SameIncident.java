package org.vigie.record;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What persons said of which accounts are of one incident. Both originals stay in the ledger; the
/// link can be taken back like everything else.
///
/// Where A is linked to B as the same incident, A is the one that is shown and B is folded into it;
/// links join on, so that with B linked to C all three are one.
public final class SameIncident {

    /// The relation of a [Facts.Linked] that says so: its subject is the incident that is shown.
    public static final String SAME = "same-incident";

    /// The relation that says that two are not the same, however alike they look: nobody is asked
    /// again.
    public static final String DIFFERENT = "different-incidents";

    private SameIncident() {}

    /// Whether a link says of two accounts that they are of one incident, or that they are not.
    public static boolean concerns(Facts.Linked link) {
        return link.relation().equals(SAME) || link.relation().equals(DIFFERENT);
    }

    static boolean says(Recorded recorded) {
        return recorded.body() instanceof Facts.Linked link && link.relation().equals(SAME);
    }

    /// Sets of things that belong together, while they grow.
    static final class Joined {

        private final Map<UUID, Set<UUID>> sets = new HashMap<>();

        void join(UUID one, UUID other) {
            var joined = new LinkedHashSet<>(of(one));
            joined.addAll(of(other));
            joined.forEach(member -> sets.put(member, joined));
        }

        /// All that belong to a thing, itself too, in the order in which they were joined.
        Set<UUID> of(UUID one) {
            return sets.getOrDefault(one, Set.of(one));
        }

        /// All that belong to another.
        Set<UUID> all() {
            return sets.keySet();
        }
    }
}
