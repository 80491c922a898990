package org.vigie.server;

import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets go of pools and database, in this order, when the server has answered its last request.
/// What cannot be closed is logged and does not keep the rest from being closed.
record Farewell(List<Closing> closings) implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Farewell.class);

    /// Something to let go of.
    interface Closing {
        void close() throws IOException;
    }

    @Override
    public void run() {
        for (var closing : closings) {
            try {
                closing.close();
            } catch (IOException e) {
                LOG.warn("the database could not be let go of: {}", e.getMessage());
            }
        }
    }
}
