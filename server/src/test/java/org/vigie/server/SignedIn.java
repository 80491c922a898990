package org.vigie.server;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.server.access.Access;
import org.vigie.server.access.Totp;
import org.vigie.server.picture.Desk;
import org.vigie.store.access.AccessStore;
import org.vigie.store.access.Account;
import org.vigie.store.access.AccountRole;
import org.vigie.store.ledger.Store;

/// A server with accounts in a real PostgreSQL, a clock that is moved by hand, and people who sign
/// in by the pages alone.
public final class SignedIn implements AutoCloseable {

    public static final String PASSWORD = "Marsh lantern 7 over Ostrelle";

    private static final Pattern FORM_TOKEN =
            Pattern.compile("name=\"vigie-form\" value=\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("<b>((?:[A-Z2-7]{4} ?)+)</b>");

    private final Store store;
    private final AccessStore access;
    private final Running server;
    private final Map<String, byte[]> secrets = new HashMap<>();
    private volatile Instant now = Instant.parse("2026-03-15T05:30:00Z");
    private int number;

    private SignedIn(Store store, AccessStore access, Desk desk) {
        this.store = store;
        this.access = access;
        this.server =
                Running.on(
                        desk,
                        exercise -> (hash, name, file, closed) -> {},
                        Access.on(access, () -> now, new SecureRandom()));
    }

    public static SignedIn on(Desk desk) throws IOException {
        var store = Store.open(Files.createTempDirectory("vigie-signed-in"));
        store.ledger(false);
        return new SignedIn(store, AccessStore.on(store.source(false)), desk);
    }

    public Running server() {
        return server;
    }

    public AccessStore access() {
        return access;
    }

    public Instant now() {
        return now;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    /// Makes an account and a link for it.
    public String link(String name, AccountRole role) throws IOException {
        return link(name, role, null);
    }

    private String link(String name, AccountRole role, @Nullable String area) throws IOException {
        access.accounts()
                .add(new Account(new UUID(3, number++), name, role, area, null, false), now);
        return access.accounts().link(name, now);
    }

    /// Goes through the pages of a link.
    public Running.Answer setUp(String token, String name) {
        var page = server.get("/lite/setup?token=" + token);
        var key = KEY.matcher(page.body());
        if (!key.find()) {
            throw new AssertionError(page.status() + " " + page.body());
        }
        secrets.put(name, bytes(key.group(1).replace(" ", "")));
        return server.post(
                "/lite/setup",
                Map.of(
                        "token", token,
                        "name", name,
                        "password", PASSWORD,
                        "again", PASSWORD,
                        "code", code(name)));
    }

    /// The code that this person's telephone shows.
    public String code(String name) {
        return Totp.code(secrets.getOrDefault(name, new byte[20]), now.getEpochSecond() / 30);
    }

    /// Signs in with a fresh code.
    public Running.Answer signIn(String name, String password) {
        pass(Duration.ofSeconds(30));
        return server.post(
                "/lite/sign-in", Map.of("name", name, "password", password, "code", code(name)));
    }

    /// Somebody new who is signed in.
    public Browser browser(String name, AccountRole role) throws IOException {
        setUp(link(name, role), name);
        return browser(signIn(name, PASSWORD));
    }

    /// Somebody new whose sight an area bounds.
    public Browser browser(String name, AccountRole role, String area) throws IOException {
        setUp(link(name, role, area), name);
        return browser(signIn(name, PASSWORD));
    }

    public Browser browser(Running.Answer signedIn) {
        return new Browser(signedIn.header("set-cookie").split(";", 2)[0]);
    }

    /// A browser that sends its cookie and the tokens of its forms.
    public final class Browser {

        public final String cookie;

        private Browser(String cookie) {
            this.cookie = cookie;
        }

        public Running.Answer get(String path) {
            return server.get(path, Map.of("Cookie", cookie));
        }

        /// The token that the forms of this browser carry.
        public String formToken() {
            var found = FORM_TOKEN.matcher(get("/lite/account").body());
            if (!found.find()) {
                throw new AssertionError("no form token");
            }
            return found.group(1);
        }

        public Running.Answer post(String path, Map<String, String> form) {
            var whole = new HashMap<>(form);
            whole.putIfAbsent("vigie-form", formToken());
            return server.post(path, whole, server.withCookie(cookie));
        }

        public Running.Answer postAsIs(String path, Map<String, String> form) {
            return server.post(path, form, server.withCookie(cookie));
        }
    }

    private static byte[] bytes(String base32) {
        var bytes = new byte[base32.length() * 5 / 8];
        int held = 0;
        int bits = 0;
        int at = 0;
        for (int i = 0; i < base32.length(); i++) {
            held = (held << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(base32.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        server.close();
        store.close();
    }
}
