package org.vigie.plan;

import java.util.Comparator;

/// A helicopter that fetches from a base.
///
/// @param lift the code of the unit that carries
/// @param base the code of the base from which it fetches
record Fetch(String lift, String base) {

    static final Comparator<Fetch> IN_ORDER =
            Comparator.comparing(Fetch::lift).thenComparing(Fetch::base);
}
