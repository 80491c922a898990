package org.vigie.server.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Passwords: which are taken, and how they are kept. Hashed by Argon2id (RFC 9106) with 19 MiB of
/// memory, two passes and one lane, the first choice of the OWASP password storage cheat sheet; one
/// hash takes some tens of milliseconds. Two are worked out at once, so that a flood of sign-ins
/// takes neither all memory nor all cores.
public final class Passwords {

    /// Shortest password, in letters.
    public static final int LETTERS_MIN = 12;

    /// Longest password, in letters: longer ones only cost time.
    public static final int LETTERS_MAX = 200;

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /// Who writes one letter over and over has chosen one letter.
    private static final int DIFFERENT_MIN = 5;

    /// Whoever writes so many letters has not only put a number behind a common word.
    private static final int COMMON_MAX = 20;

    private static final Pattern PHC =
            Pattern.compile(
                    "\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=(\\d)\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    /// What commonly used passwords are once digits and signs are taken off: words in English and
    /// French, rows of a keyboard.
    private static final Set<String> COMMON =
            Set.of(
                    "",
                    "password",
                    "passwordpassword",
                    "passw",
                    "passwrd",
                    "motdepasse",
                    "motdepassemotdepasse",
                    "monmotdepasse",
                    "mypassword",
                    "newpassword",
                    "secret",
                    "topsecret",
                    "supersecret",
                    "qwerty",
                    "qwertyuiop",
                    "qwertyuiopasdf",
                    "qwertyuiopasdfghjkl",
                    "qwertyqwerty",
                    "asdfghjkl",
                    "azerty",
                    "azertyuiop",
                    "azertyuiopqs",
                    "azertyuiopqsdfghjklm",
                    "azertyazerty",
                    "abcdefghijkl",
                    "abcdefghijklm",
                    "abcdefghijklmnop",
                    "welcome",
                    "welcomewelcome",
                    "bienvenue",
                    "bonjour",
                    "admin",
                    "adminadmin",
                    "administrator",
                    "administrateur",
                    "letmein",
                    "letmeinplease",
                    "iloveyou",
                    "iloveyouforever",
                    "jetaime",
                    "doudou",
                    "changeme",
                    "changeit",
                    "changezmoi",
                    "football",
                    "baseball",
                    "liverpool",
                    "princess",
                    "sunshine",
                    "superman",
                    "starwars",
                    "monkey",
                    "dragon",
                    "michael",
                    "trustno",
                    "whatever",
                    "correcthorsebatterystaple",
                    "peacekeeping",
                    "peacekeeper",
                    "unitednations",
                    "nationsunies",
                    "vigie",
                    "vigievigie");

    private final SecureRandom chance;
    private final Semaphore atOnce = new Semaphore(2);
    private final String nobodys;

    /// Makes the hash too against which the password of a name is held that nobody has.
    public Passwords(SecureRandom chance) {
        this.chance = chance;
        var random = new byte[HASH_BYTES];
        chance.nextBytes(random);
        this.nobodys = hash(Base64.getEncoder().encodeToString(random));
    }

    /// Why a password is not taken: a key of the words; empty when it is.
    public static Optional<String> refusal(String name, String password) {
        var same = normalized(password);
        int letters = same.codePointCount(0, same.length());
        if (letters < LETTERS_MIN || letters > LETTERS_MAX) {
            return Optional.of("problem.password-length");
        }
        var small = same.toLowerCase(Locale.ROOT);
        var plain = small.replaceAll("[^\\p{L}]", "");
        boolean digitsOnly = small.codePoints().allMatch(Character::isDigit);
        boolean common =
                digitsOnly
                        || (COMMON.contains(plain)
                                && small.codePointCount(0, small.length()) < COMMON_MAX);
        if (common || small.codePoints().distinct().count() < DIFFERENT_MIN) {
            return Optional.of("problem.password-common");
        }
        var bare = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        boolean named =
                !bare.isEmpty()
                        && (small.equals(name)
                                || plain.equals(bare.replaceAll("\\p{N}", ""))
                                || small.replaceAll("[^\\p{L}\\p{N}]", "").equals(bare + bare));
        return named ? Optional.of("problem.password-name") : Optional.empty();
    }

    /// The hash of a password, in PHC form, with a salt of its own.
    public String hash(String password) {
        var salt = new byte[SALT_BYTES];
        chance.nextBytes(salt);
        var hash = argon2(password, salt, new Cost(MEMORY_KIB, PASSES, LANES), HASH_BYTES);
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m="
                + MEMORY_KIB
                + ",t="
                + PASSES
                + ",p="
                + LANES
                + "$"
                + base64.encodeToString(salt)
                + "$"
                + base64.encodeToString(hash);
    }

    /// Whether a password has this hash.
    ///
    /// @param hash in PHC form
    public boolean matches(String password, String hash) {
        var parts = PHC.matcher(hash);
        if (!parts.matches()) {
            throw new IllegalStateException("a password is kept in a form that is not ours");
        }
        var wanted = Base64.getDecoder().decode(parts.group(5));
        var cost =
                new Cost(
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3)));
        var salt = Base64.getDecoder().decode(parts.group(4));
        return MessageDigest.isEqual(argon2(password, salt, cost, wanted.length), wanted);
    }

    /// Takes as long as [#matches] does, for a name that nobody has.
    boolean matchesNobody(String password) {
        var _ = matches(password, nobodys);
        return false;
    }

    private record Cost(int memoryKib, int passes, int lanes) {}

    private byte[] argon2(String password, byte[] salt, Cost cost, int bytes) {
        var generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(cost.memoryKib)
                        .withIterations(cost.passes)
                        .withParallelism(cost.lanes)
                        .withSalt(salt)
                        .build());
        var hash = new byte[bytes];
        atOnce.acquireUninterruptibly();
        try {
            generator.generateBytes(normalized(password).getBytes(StandardCharsets.UTF_8), hash);
        } finally {
            atOnce.release();
        }
        return hash;
    }

    /// The same letters, however a keyboard puts them together. Of what is far too long the
    /// beginning alone, for no such password was ever taken.
    private static String normalized(String password) {
        var same = Normalizer.normalize(password, Normalizer.Form.NFKC);
        return same.substring(0, Math.min(same.length(), 4 * LETTERS_MAX));
    }
}
