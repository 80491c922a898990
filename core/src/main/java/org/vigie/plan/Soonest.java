package org.vigie.plan;

import java.util.Optional;

/// The soonest option, and whether that is proven.
///
/// @param option empty when nobody was found who brings all of it
record Soonest(Optional<Option> option, Proof proof) {}
