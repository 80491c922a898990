package org.vigie.store.hooks;

import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.vigie.geo.BadInput;
import org.vigie.share.Tier;

/// One address that is told of alerts.
///
/// @param code by which people call it
/// @param address where it is told
/// @param tier for which readers: `restricted` is given the message, `partner` only that something
///   came
/// @param events which it wants to be told of
/// @param secret with which what is sent is signed; whoever has it can sign too
/// @param from the last entry of the ledger before it was added; it is told of what came later
/// @param by post or name of who decided
public record Webhook(
        String code,
        URI address,
        Tier tier,
        Set<Event> events,
        HookSecret secret,
        Instant madeAt,
        long from,
        String by)
        implements Receiver {

    public Webhook {
        events = Collections.unmodifiableSet(EnumSet.copyOf(events));
        if (!Event.OF_ALERTS.containsAll(events)) {
            throw new BadInput("events", Event.text(events), "those of alerts");
        }
        if (tier != Tier.RESTRICTED && tier != Tier.PARTNER) {
            throw new BadInput(
                    "tier", tier.code(), "restricted or partner: others are told by a person");
        }
    }
}
