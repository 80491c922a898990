package org.vigie.server.access;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.record.Ids;
import org.vigie.store.access.AccessStore;
import org.vigie.store.access.Account;
import org.vigie.store.access.AccountRole;
import org.vigie.store.access.Accounts;
import org.vigie.store.access.Audit;
import org.vigie.store.access.TotpSecret;

/// Signing in: who may, with what, and what is remembered of it. Without a store there are no
/// accounts and never will be: for ledgers in memory.
public final class Access {

    /// How many recovery codes somebody gets.
    static final int RECOVERY_CODES = 10;

    private static final int RECOVERY_LETTERS = 16;

    /// Letters and digits that are not taken for each other.
    private static final String RECOVERY_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    /// A secret for names that nobody has, so that they take as long as others.
    private static final TotpSecret NOBODYS_SECRET = TotpSecret.of(new byte[20]);

    private static final OptionalLong NONE = OptionalLong.empty();

    private static final UUID NOBODY = new UUID(0, 0);

    private final Optional<AccessStore> store;
    private final InstantSource clock;
    private final SecureRandom chance;
    private final Passwords passwords;
    private volatile boolean closed;

    private Access(Optional<AccessStore> store, InstantSource clock, SecureRandom chance) {
        this.store = store;
        this.clock = clock;
        this.chance = chance;
        this.passwords = new Passwords(chance);
    }

    /// Accounts that this store keeps.
    ///
    /// @param clock that of the world: telephones have no other
    public static Access on(AccessStore store, InstantSource clock, SecureRandom chance) {
        return new Access(Optional.of(store), clock, chance);
    }

    /// No accounts.
    public static Access none(InstantSource clock) {
        return new Access(Optional.empty(), clock, new SecureRandom());
    }

    /// Whether somebody has an account. Then nobody is let in without; there is no way back.
    boolean closed() throws IOException {
        if (!closed && store.isPresent() && store.get().accounts().any()) {
            closed = true;
        }
        return closed;
    }

    Optional<AccessStore> findStore() {
        return store;
    }

    /// What is kept; only a server with accounts is ever asked.
    public AccessStore store() {
        return store.orElseThrow(() -> new BadInput("account", null, "there are none here"));
    }

    /// Now, in milliseconds as the database keeps them.
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// What came of signing in.
    public sealed interface Outcome {

        /// All three were right.
        ///
        /// @param token for the cookie
        record Welcome(String token) implements Outcome {}

        /// Name, password or code is wrong, the account is locked, or there is none; the answer
        /// does not tell which.
        record Refused() implements Outcome {}

        /// Too many have failed.
        record Wait(Duration left) implements Outcome {}
    }

    /// What somebody typed.
    ///
    /// @param code of the telephone, or a recovery code
    /// @param address from where
    public record Try(String name, String password, String code, String address) {
        @Override
        public String toString() {
            return "Try of " + name;
        }
    }

    /// Signs somebody in. It works as hard for a name that nobody has as for any other.
    public Outcome signIn(Try typed) throws IOException {
        var now = now();
        var wait = store().attempts().begin(typed.name, typed.address, now);
        if (!wait.isZero()) {
            return new Outcome.Wait(wait);
        }
        var found = store().accounts().credential(typed.name);
        boolean right =
                found.isPresent()
                        ? passwords.matches(typed.password, found.get().password())
                        : passwords.matchesNobody(typed.password);
        var secret = found.map(Accounts.Credential::totp).orElse(NOBODYS_SECRET);
        var account = right && found.isPresent() ? found.get().account() : NOBODY;
        boolean second = takeCode(account, secret, typed.code);
        if (!right || !second) {
            audit(found.isPresent() ? typed.name : "?", "sign-in-failed", "", typed.address);
            return new Outcome.Refused();
        }
        store().attempts().succeeded(typed.name, typed.address);
        audit(typed.name, "sign-in", "", typed.address);
        return new Outcome.Welcome(store().sessions().begin(account, typed.address, now));
    }

    private boolean takeCode(UUID account, TotpSecret secret, String code) throws IOException {
        var plain = code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        var step = plain.matches("\\d{6}") ? Totp.findStep(secret.bytes(), plain, now()) : NONE;
        return plain.length() == RECOVERY_LETTERS
                ? store().accounts().takeRecoveryCode(account, plain, now())
                : store().accounts().takeStep(account, step.orElse(Long.MIN_VALUE))
                        && step.isPresent();
    }

    /// What the holder of a link typed.
    ///
    /// @param name of the first administrator; of no matter for others
    /// @param step of the code of their telephone
    public record SetUp(String name, String password, long step) {
        @Override
        public String toString() {
            return "SetUp of " + name;
        }
    }

    /// Uses a link.
    ///
    /// @return the recovery codes, to be shown once; empty when the link is not good any more
    public Optional<List<String>> setUp(Accounts.Link link, SetUp typed, String address)
            throws IOException {
        var codes = new ArrayList<String>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            codes.add(recoveryCode());
        }
        @Nullable Account first =
                link.account() != null
                        ? null
                        : new Account(
                                Ids.fresh(now(), chance),
                                Account.checkedName(typed.name),
                                AccountRole.ADMINISTRATOR,
                                null,
                                null,
                                false);
        var chosen = new Accounts.Chosen(passwords.hash(typed.password), typed.step, codes);
        if (!store().accounts().use(link, first, chosen, now())) {
            return Optional.empty();
        }
        audit(link.account() == null ? typed.name : link.account().name(), "set-up", "", address);
        return Optional.of(
                codes.stream().map(code -> code.replaceAll("(.{4})(?=.)", "$1-")).toList());
    }

    private String recoveryCode() {
        var code = new StringBuilder();
        for (int i = 0; i < RECOVERY_LETTERS; i++) {
            code.append(RECOVERY_ALPHABET.charAt(chance.nextInt(RECOVERY_ALPHABET.length())));
        }
        return code.toString();
    }

    /// Whether a code is this person's own: asked for once more before accounts change.
    ///
    /// @param name of somebody who is signed in
    /// @param address from where
    public boolean confirms(String name, String code, String address) throws IOException {
        if (!store().attempts().begin(name, address, now()).isZero()) {
            return false;
        }
        var found = store().accounts().credential(name);
        boolean right =
                found.isPresent() && takeCode(found.get().account(), found.get().totp(), code);
        if (right) {
            store().attempts().succeeded(name, address);
        }
        return right;
    }

    /// Makes an account without a password.
    ///
    /// @param area empty for none
    public void add(String name, AccountRole role, String area) throws IOException {
        var account =
                new Account(
                        Ids.fresh(now(), chance),
                        name,
                        role,
                        area.isEmpty() ? null : area,
                        null,
                        false);
        store().accounts().add(account, now());
    }

    /// Writes down what somebody did.
    public void audit(String account, String act, String path, String address) throws IOException {
        store().audit().add(new Audit.Line(now(), account, act, path, address));
    }
}
