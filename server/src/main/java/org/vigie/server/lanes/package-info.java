/// Where warnings come in by themselves. [LaneController] is the door: it looks at the key, reads
/// the message, writes the report and gives the receipt, in this order; [LaneKeys] knows which
/// lanes are open, [Pace] how much each may send. [CollectController] is the same door for ODK
/// Collect, which fetches its form here first.
@NullMarked
package org.vigie.server.lanes;

import org.jspecify.annotations.NullMarked;
