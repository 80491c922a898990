/// Files that leave the record.
///
/// Start with [org.vigie.exchange.out.Exports]: it prepares what readers of a tier may have, so
/// that its risk can be shown first, and writes it in an [org.vigie.exchange.out.OutFormat]. A
/// source's own file is written again byte by byte by [org.vigie.exchange.out.SourceFileAgain].
/// What every figure must carry stands in a file beside it, [org.vigie.exchange.out.Sidecar].
@NullMarked
package org.vigie.exchange.out;

import org.jspecify.annotations.NullMarked;
