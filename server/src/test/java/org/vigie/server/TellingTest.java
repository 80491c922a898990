package org.vigie.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.StandardEnvironment;
import org.vigie.exchange.fetch.MailAddress;
import org.vigie.exchange.fetch.MailServer;
import org.vigie.record.ActorClass;
import org.vigie.record.Ids;
import org.vigie.record.Site;
import org.vigie.record.Warnings;
import org.vigie.share.Tier;
import org.vigie.store.hooks.Event;
import org.vigie.store.hooks.HookSecret;
import org.vigie.store.hooks.MailSettings;
import org.vigie.store.hooks.Mailbox;
import org.vigie.store.hooks.Mailboxes;
import org.vigie.store.hooks.Webhook;
import org.vigie.store.hooks.Webhooks;

/// What tells others while the server runs.
class TellingTest {

    @TempDir private Path folder;

    @Test
    void a_mail_server_that_says_nothing_keeps_no_webhook_waiting()
            throws IOException, InterruptedException {
        var demo = new Demo();
        var told = new CountDownLatch(1);
        var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var receiver = HttpServer.create(here, 0);
        receiver.createContext(
                "/hook",
                exchange -> {
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                    told.countDown();
                });
        receiver.start();
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Webhooks.in(folder)
                    .add(
                            new Webhook(
                                    "feed",
                                    URI.create(
                                            "http://127.0.0.1:"
                                                    + receiver.getAddress().getPort()
                                                    + "/hook"),
                                    Tier.PARTNER,
                                    Event.OF_ALERTS,
                                    HookSecret.fresh(new Random(5)),
                                    Demo.NOW,
                                    -1,
                                    "x"));
            MailSettings.write(
                    folder,
                    new MailServer(
                                    "127.0.0.1",
                                    silent.getLocalPort(),
                                    MailServer.Security.PLAIN_LOOPBACK,
                                    "",
                                    "",
                                    new MailAddress("vigie@mission.example.org"),
                                    "")
                            .said());
            Mailboxes.in(folder, false)
                    .add(new Mailbox("a@mission.example.org", "en", Event.ALL, Demo.NOW, -1, "x"));
            try (var _ = new Telling(demo.standing(), folder, new StandardEnvironment())) {
                // Until the mail thread waits for the greeting that never comes.
                open(demo);
                try (var waiting = silent.accept()) {
                    assertTrue(waiting.isConnected());
                    assertTrue(told.await(60, TimeUnit.SECONDS), "the webhook was told");
                    assertEquals(List.of(), Mailboxes.in(folder, false).log(10));
                }
            }
        } finally {
            receiver.stop(0);
        }
    }

    private static void open(Demo demo) {
        demo.add(
                Ids.subject("alert", "a"),
                null,
                new Warnings.AlertOpened(
                        "Raid feared",
                        Site.named("Hollow Quarry"),
                        Warnings.Severity.HIGH,
                        "herders",
                        ActorClass.MILITIA,
                        List.of()));
    }
}
