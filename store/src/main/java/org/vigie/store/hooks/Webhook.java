package org.vigie.store.hooks;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
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
        String by) {

    public Webhook {
        events = Collections.unmodifiableSet(EnumSet.copyOf(events));
        if (tier != Tier.RESTRICTED && tier != Tier.PARTNER) {
            throw new BadInput(
                    "tier", tier.code(), "restricted or partner: others are told by a person");
        }
    }

    /// What somebody can be told of.
    public enum Event {
        OPENED,
        CHANGED,
        CLOSED;

        /// As options and payloads have it: `alert.opened`.
        public String code() {
            return "alert." + name().toLowerCase(Locale.ROOT);
        }

        /// The event with this word, with or without `alert.`.
        public static Event ofCode(String text) {
            for (var event : values()) {
                if (event.code().equals(text) || event.code().equals("alert." + text)) {
                    return event;
                }
            }
            throw new BadInput("events", text, "some of opened, changed, closed");
        }

        /// Several, with commas between them.
        public static Set<Event> several(String text) {
            return Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .map(Event::ofCode)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Event.class)));
        }
    }
}
