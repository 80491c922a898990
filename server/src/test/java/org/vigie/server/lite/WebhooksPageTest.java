package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.exchange.fetch.MailAddress;
import org.vigie.exchange.fetch.MailServer;
import org.vigie.server.Demo;
import org.vigie.server.SignedIn;
import org.vigie.share.Tier;
import org.vigie.store.access.AccountRole;
import org.vigie.store.hooks.Event;
import org.vigie.store.hooks.HookLine;
import org.vigie.store.hooks.HookProgress;
import org.vigie.store.hooks.HookSecret;
import org.vigie.store.hooks.MailSettings;
import org.vigie.store.hooks.Mailbox;
import org.vigie.store.hooks.Mailboxes;
import org.vigie.store.hooks.Webhook;
import org.vigie.store.hooks.Webhooks;

/// Who may see which other systems are told of alerts, and what they see.
@SuppressWarnings("NullAway.Init")
class WebhooksPageTest {

    private static final String DATA = "vigie.data";

    @TempDir private Path folder;
    private SignedIn vigie;

    @BeforeEach
    void start() throws IOException {
        System.setProperty(DATA, folder.toString());
        vigie = SignedIn.on(Demo.with(3));
        var hooks = Webhooks.in(folder);
        var hook =
                new Webhook(
                        "feed",
                        URI.create("https://alerts.example.org/in?key=k3y"),
                        Tier.PARTNER,
                        EnumSet.of(Event.OPENED),
                        HookSecret.fresh(new Random(5)),
                        Demo.NOW,
                        4,
                        "head of operations");
        hooks.add(hook);
        hooks.note(
                new HookLine(
                        Demo.NOW,
                        "feed",
                        "msg_1",
                        "alert.opened",
                        1,
                        HookLine.Outcome.FAILED,
                        "500"));
        hooks.save(hook, HookProgress.after(4).failed(Demo.NOW));
    }

    @AfterEach
    void stop() throws IOException {
        System.clearProperty(DATA);
        vigie.close();
    }

    @Test
    void oversight_and_administrators_see_what_was_tried_and_no_key() throws IOException {
        for (var role : new AccountRole[] {AccountRole.OVERSIGHT, AccountRole.ADMINISTRATOR}) {
            var browser = vigie.browser("x." + role.code(), role);
            var page = browser.get("/lite/webhooks");
            assertEquals(200, page.status());
            assertTrue(page.body().contains("alerts.example.org"), page.body());
            assertTrue(page.body().contains("failed, will be tried again"), page.body());
            assertTrue(page.body().contains("failed tries: 1; next try"), page.body());
            assertFalse(page.body().contains("k3y") || page.body().contains("whsec_"));
            assertTrue(browser.get("/lite").body().contains("href=\"/lite/webhooks\""));
        }
    }

    @Test
    void others_are_told_that_it_is_not_for_them() throws IOException {
        var browser = vigie.browser("a.watch", AccountRole.WATCH);
        var page = browser.get("/lite/webhooks");
        assertEquals(403, page.status());
        assertFalse(page.body().contains("alerts.example.org"), page.body());
        assertFalse(browser.get("/lite").body().contains("href=\"/lite/webhooks\""));
    }

    @Test
    void who_is_told_by_mail_stands_below_without_the_password() throws IOException {
        var browser = vigie.browser("x.oversight", AccountRole.OVERSIGHT);
        assertTrue(browser.get("/lite/webhooks").body().contains("No mail server was set"));
        MailSettings.write(
                folder,
                new MailServer(
                                "smtp.example.org",
                                587,
                                MailServer.Security.STARTTLS,
                                "us3r",
                                "s3cret",
                                new MailAddress("vigie@example.org"),
                                "")
                        .said());
        var boxes = Mailboxes.in(folder, false);
        boxes.add(
                new Mailbox(
                        "duty@example.org",
                        "fr",
                        EnumSet.of(Event.OPENED, Event.ESCALATED),
                        Demo.NOW,
                        4,
                        "head of operations"));
        boxes.note(
                new HookLine(
                        Demo.NOW,
                        "duty@example.org",
                        "vigie.1",
                        "watch.escalated",
                        10,
                        HookLine.Outcome.GIVEN_UP,
                        "550 <b>no</b> such person"));
        var page = browser.get("/lite/webhooks").body();
        assertTrue(page.contains("smtp.example.org:587 starttls, from vigie@example.org"), page);
        assertTrue(page.contains("alert opened, not acknowledged in time"), page);
        assertTrue(page.contains("550 &lt;b&gt;no&lt;/b&gt; such person"), page);
        assertFalse(page.contains("s3cret") || page.contains("us3r"), page);
        var exercise = browser.get("/lite/webhooks?exercise=1").body();
        assertFalse(exercise.contains("duty@example.org"), exercise);
        MailSettings.write(folder, java.util.Map.of("host", "x"));
        assertTrue(browser.get("/lite/webhooks").body().contains("are damaged (port)"));
    }
}
