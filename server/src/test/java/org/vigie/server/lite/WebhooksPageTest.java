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
import org.vigie.server.Demo;
import org.vigie.server.SignedIn;
import org.vigie.share.Tier;
import org.vigie.store.access.AccountRole;
import org.vigie.store.hooks.HookLine;
import org.vigie.store.hooks.HookProgress;
import org.vigie.store.hooks.HookSecret;
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
                        EnumSet.of(Webhook.Event.OPENED),
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
}
