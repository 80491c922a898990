package org.vigie.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.server.Demo;
import org.vigie.server.Running;
import org.vigie.server.SignedIn;
import org.vigie.store.access.AccountRole;
import org.vigie.store.access.Audit;

/// Accounts made and kept out by an administrator, on the page.
@SuppressWarnings("NullAway.Init")
class AccountsPageTest {

    private static final String PATH = "/lite/accounts";
    private static final Pattern TOKEN =
            Pattern.compile(
                    "<pre>http://127\\.0\\.0\\.1:\\d+/lite/setup\\?token=([\\w-]{43})</pre>");

    private static SignedIn vigie;
    private SignedIn.Browser admin;

    @BeforeAll
    static void start() throws IOException {
        vigie = SignedIn.on(Demo.inRegions(Demo.with(3)));
        vigie.setUp(vigie.access().accounts().firstLink(vigie.now()), "m.first");
    }

    @AfterAll
    static void stop() throws IOException {
        vigie.close();
    }

    @BeforeEach
    void sign_in() {
        vigie.pass(Duration.ofDays(2));
        admin = vigie.browser(vigie.signIn("m.first", SignedIn.PASSWORD));
        vigie.pass(Duration.ofSeconds(30));
    }

    private Running.Answer add(String name, String role, String code) {
        return admin.post(
                PATH,
                Map.of(
                        "act", "add",
                        "account-name", name,
                        "account-role", role,
                        "account-area", "SM2",
                        "account-code", code));
    }

    @Test
    void an_account_is_made_and_its_holder_signs_in_by_the_link() throws IOException {
        var made = add("a.diallo", "civil-affairs", vigie.code("m.first"));
        assertEquals(200, made.status(), made.body());
        var token = TOKEN.matcher(made.body());
        assertTrue(token.find(), made.body());
        assertEquals(200, vigie.setUp(token.group(1), "a.diallo").status());
        var page = vigie.browser(vigie.signIn("a.diallo", SignedIn.PASSWORD)).get("/lite/account");
        assertTrue(page.body().contains("You are a.diallo: civil affairs"), page.body());
        assertTrue(page.body().contains("Your area is Delta"), page.body());
        var audit = vigie.access().audit().list(new Audit.Asked("m.first", null, 0, 99)).toString();
        assertTrue(audit.contains("act=account-add, path=a.diallo"), audit);
        assertFalse(audit.contains(token.group(1)));
    }

    @Test
    void an_area_is_chosen_from_those_of_the_mission() throws IOException {
        assertTrue(admin.get(PATH).body().contains("<option value=\"SM2\">Delta</option>"));
        var form =
                new HashMap<>(
                        Map.of(
                                "act", "add",
                                "account-name", "e.nowhere",
                                "account-role", "watch",
                                "account-area", "Atlantis",
                                "account-code", vigie.code("m.first")));
        assertEquals(422, admin.post(PATH, form).status());
        assertTrue(vigie.access().accounts().find("e.nowhere").isEmpty());
        form.put("account-area", "");
        assertEquals(200, admin.post(PATH, form).status(), "and it has cost no code");
        vigie.browser("f.lost", AccountRole.WATCH, "Atlantis");
        var list = admin.get(PATH).body();
        assertTrue(list.contains("sees nothing that lies somewhere"), list);
        assertTrue(list.contains("the whole mission"), list);
    }

    @Test
    void nothing_changes_without_a_fresh_code_of_the_administrators_own() throws IOException {
        var code = vigie.code("m.first");
        assertEquals(422, add("b.none", "watch", "000000").status());
        assertEquals(422, add("b.none", "watch", "").status());
        assertTrue(vigie.access().accounts().find("b.none").isEmpty());
        assertEquals(200, add("b.once", "watch", code).status());
        assertEquals(422, add("b.none", "watch", code).status(), "a code counts once");
        assertTrue(vigie.access().accounts().find("b.none").isEmpty());
    }

    @Test
    void what_is_wrong_is_told_at_its_field_and_costs_no_code() {
        var code = vigie.code("m.first");
        var bad = add("m.first", "chief", code);
        assertEquals(422, bad.status());
        assertTrue(bad.body().contains("an account has this name already"), bad.body());
        assertEquals(422, add("No Name", "watch", code).status());
        assertEquals(200, add("c.good", "watch", code).status());
    }

    @Test
    void somebody_is_locked_unlocked_and_given_a_new_link_but_never_oneself() throws IOException {
        var watch = vigie.browser("d.watch", AccountRole.WATCH);
        assertEquals(303, change("d.watch", "lock").status());
        assertEquals(303, watch.get("/lite").status(), "out at once");
        assertTrue(admin.get(PATH).body().contains("locked since"));
        assertEquals(303, change("d.watch", "unlock").status());
        assertEquals(303, vigie.signIn("d.watch", SignedIn.PASSWORD).status());
        var reset = change("d.watch", "reset");
        assertTrue(TOKEN.matcher(reset.body()).find(), reset.body());
        assertEquals(422, vigie.signIn("d.watch", SignedIn.PASSWORD).status());
        assertEquals(422, change("m.first", "lock").status());
        assertEquals(422, change("nobody.here", "lock").status());
        assertEquals(422, change("d.watch", "delete").status());
    }

    private Running.Answer change(String name, String act) {
        vigie.pass(Duration.ofSeconds(30));
        var form =
                new HashMap<>(
                        Map.of(
                                "account", name,
                                "account-act", act,
                                "account-code", vigie.code("m.first")));
        return admin.post(PATH, form);
    }

    @Test
    void the_page_is_for_administrators_alone() throws IOException {
        for (var role : AccountRole.values()) {
            if (role != AccountRole.ADMINISTRATOR) {
                var browser = vigie.browser("e." + role.code(), role);
                assertEquals(403, browser.get(PATH).status(), role.code());
                assertEquals(403, browser.post(PATH, Map.of("act", "add")).status(), role.code());
                assertFalse(browser.get("/lite").body().contains(PATH), role.code());
            }
        }
        assertTrue(admin.get("/lite").body().contains(PATH));
    }
}
