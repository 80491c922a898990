/// Speed goals, measured beside their anchors in the same run. Start with [Bench]; the figures are
/// in `docs/benchmarks.md`.
@NullMarked
package org.vigie.bench;

import org.jspecify.annotations.NullMarked;
