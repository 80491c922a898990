package org.vigie.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.vigie.exchange.cap.CapMessages;
import org.vigie.exchange.fetch.HookPost;
import org.vigie.exchange.fetch.MailPost;
import org.vigie.server.hooks.HookCarrier;
import org.vigie.server.hooks.MailCarrier;
import org.vigie.server.hooks.Teller;
import org.vigie.server.picture.Desk;
import org.vigie.store.hooks.Mailboxes;
import org.vigie.store.hooks.Webhooks;

/// Tells webhooks and people of alerts as long as the server runs, each sort on a thread of its
/// own: a receiver or a mail server that is slow keeps nobody else waiting.
final class Telling implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

    private static final int EVERY_SECONDS = 2;

    /// How long a receiver may take, as the Standard Webhooks propose (15 to 30 s).
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /// A letter takes several questions and answers.
    private static final Duration MAIL_PATIENCE = Duration.ofSeconds(30);

    private final HookPost post = new HookPost(PATIENCE);
    private final MailPost mail = new MailPost(MAIL_PATIENCE);
    private final List<ScheduledExecutorService> threads;

    Telling(Desk desk, Path data, Environment environment) {
        var sender = environment.getProperty("vigie.sender", CapMessages.NOBODY);
        threads =
                List.of(
                        turning(
                                "webhooks",
                                new Teller<>(
                                        desk,
                                        false,
                                        Webhooks.in(data),
                                        new HookCarrier(desk, post, sender))),
                        turning("mail", byMail(desk, data, false)),
                        turning("mail of exercises", byMail(desk, data, true)));
    }

    private Teller<?> byMail(Desk desk, Path data, boolean exercise) {
        return new Teller<>(
                desk,
                exercise,
                Mailboxes.in(data, exercise),
                new MailCarrier(data, exercise, mail));
    }

    private static ScheduledExecutorService turning(String name, Teller<?> teller) {
        var turns =
                Executors.newSingleThreadScheduledExecutor(
                        work -> Thread.ofPlatform().name(name).daemon().unstarted(work));
        var _ =
                turns.scheduleWithFixedDelay(
                        () -> turn(name, teller), EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        return turns;
    }

    /// What goes wrong in one turn must not end all of them.
    private static void turn(String name, Teller<?> teller) {
        try {
            teller.turn();
        } catch (IOException | RuntimeException e) {
            LOG.warn("{}: {}", name, e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        threads.forEach(ScheduledExecutorService::shutdownNow);
        post.close();
        mail.close();
    }
}
