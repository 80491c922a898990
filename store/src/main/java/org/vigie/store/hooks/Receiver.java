package org.vigie.store.hooks;

import java.time.Instant;
import java.util.Set;

/// Who is told of something: another system by HTTP, or a person by e-mail.
public sealed interface Receiver permits Webhook, Mailbox {

    /// By which people call it, and under which its files lie.
    String code();

    /// What it wants to be told of.
    Set<Event> events();

    Instant madeAt();

    /// The last entry of the ledger before it was added; it is told of what came later.
    long from();

    /// Post or name of who decided.
    String by();
}
