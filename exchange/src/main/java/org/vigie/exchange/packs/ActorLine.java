package org.vigie.exchange.packs;

import java.util.HashSet;
import java.util.Map;

/// The line of parents above an actor.
final class ActorLine {

    private ActorLine() {}

    /// Whether the first actor is the second or a part of it.
    static boolean leadsTo(Map<String, Row> actors, String actor, String holder) {
        var seen = new HashSet<String>();
        var up = actor;
        while (!up.isEmpty() && seen.add(up)) {
            if (up.equals(holder)) {
                return true;
            }
            var row = actors.get(up);
            up = row == null ? "" : row.text("parent");
        }
        return false;
    }
}
