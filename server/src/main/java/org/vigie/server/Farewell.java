package org.vigie.server;

import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/// Lets go of pools and database, in this order, when the server has answered its last request.
/// Whatever cannot be closed is logged and does not keep the rest from being closed.
record Farewell(List<Closing> closings) implements ApplicationListener<ContextClosedEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(Farewell.class);

    /// Something to let go of.
    interface Closing {
        void close() throws IOException;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        for (var closing : closings) {
            try {
                closing.close();
            } catch (IOException e) {
                LOG.warn("the database could not be let go of: {}", e.getMessage());
            }
        }
    }
}
