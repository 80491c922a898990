package org.vigie.store.hooks;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// Somebody who is told by e-mail that something came, never what it is about.
///
/// @param address in lower case
/// @param language `en` or `fr`
/// @param events which are wanted
/// @param from the last entry of the ledger before it was added; it is told of what came later
/// @param by post or name of who decided
public record Mailbox(
        String address, String language, Set<Event> events, Instant madeAt, long from, String by)
        implements Receiver {

    public Mailbox {
        events = Collections.unmodifiableSet(EnumSet.copyOf(events));
    }

    @Override
    public String code() {
        return address;
    }
}
