package org.vigie.server.hooks;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.vigie.record.Picture;
import org.vigie.store.hooks.Receiver;

/// A way to tell somebody: by HTTP or by e-mail.
///
/// @param <R> whom
public interface Carrier<R extends Receiver> {

    /// As the log and the ledger name it, before the code of a receiver.
    String word();

    /// Before the id of a message.
    String idPrefix();

    /// What is to be sent; empty for nothing that this receiver may be told.
    ///
    /// @param seen the picture of an officer, now
    Optional<Sending> prepare(R receiver, News news, Picture seen) throws IOException;

    /// One message, ready to be sent.
    interface Sending {

        /// Sends it, once.
        ///
        /// @param id the same at each try
        /// @param at the time of this try
        /// @throws IOException when nobody took it: why, for the log
        Answer send(UUID id, Instant at) throws IOException;
    }

    /// What came back.
    ///
    /// @param last whether no other try is to follow, though it was not delivered
    /// @param detail for the log
    record Answer(boolean delivered, boolean last, String detail) {}
}
