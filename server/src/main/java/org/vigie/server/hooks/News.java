package org.vigie.server.hooks;

import java.util.UUID;
import org.vigie.record.Recorded;
import org.vigie.store.hooks.Event;
import org.vigie.warn.Lapse;

/// Something to tell.
public sealed interface News {

    /// Tells it from all others; the same at each try.
    String key();

    Event event();

    /// An entry brought it.
    ///
    /// @param alert which it is about
    record Entered(Recorded entry, UUID alert, Event event) implements News {

        @Override
        public String key() {
            return entry.entry().id().toString();
        }
    }

    /// The clock brought it.
    ///
    /// @param forgotten how many of its sort were told and are over: what stands again is no repeat
    record Lapsed(Lapse lapse, long forgotten) implements News {

        @Override
        public String key() {
            return lapse.key() + (forgotten == 0 ? "" : " " + forgotten);
        }

        @Override
        public Event event() {
            return switch (lapse) {
                case Lapse.Climbed _ -> Event.ESCALATED;
                case Lapse.Overdue _ -> Event.DUE;
            };
        }
    }
}
