package org.vigie.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.vigie.exchange.cap.CapMessages;
import org.vigie.exchange.fetch.HookPost;
import org.vigie.server.hooks.Teller;
import org.vigie.server.picture.Desk;
import org.vigie.store.hooks.Webhooks;

/// Tells webhooks of alerts as long as the server runs, on a thread of its own: a receiver that is
/// slow keeps nobody else waiting.
final class Telling implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

    private static final int EVERY_SECONDS = 2;

    /// How long a receiver may take, as the Standard Webhooks propose (15 to 30 s).
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HookPost post = new HookPost(PATIENCE);
    private final Teller teller;
    private final ScheduledExecutorService turns;

    Telling(Desk desk, Path data, Environment environment) {
        var sender = environment.getProperty("vigie.sender", CapMessages.NOBODY);
        teller = new Teller(desk, Webhooks.in(data), post, sender);
        turns =
                Executors.newSingleThreadScheduledExecutor(
                        work -> Thread.ofPlatform().name("webhooks").daemon().unstarted(work));
        var _ =
                turns.scheduleWithFixedDelay(
                        this::turn, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /// What goes wrong in one turn must not end all of them.
    private void turn() {
        try {
            teller.turn();
        } catch (IOException | RuntimeException e) {
            LOG.warn("webhooks: {}", e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        turns.shutdownNow();
        post.close();
    }
}
