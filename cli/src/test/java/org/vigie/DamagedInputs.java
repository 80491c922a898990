package org.vigie;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.provider.MethodSource;

/// A program that tries fuzz tests with damaged seeds, blindly and always the same: some hundred
/// inputs each, in which a few bytes were changed, cut out, doubled, put in or taken from another
/// seed. What breaks a law in a few thousand tries is found here, in seconds; the rest is the
/// fuzzer's.
final class DamagedInputs {

    private static final List<String> TRICKS =
            List.of(
                    "\"",
                    ",",
                    "\n",
                    "\r",
                    "\t",
                    "{",
                    "[",
                    "}",
                    "]",
                    "\\",
                    "<",
                    "é",
                    "\u0000",
                    "-",
                    "9e999",
                    "#",
                    ";",
                    "=",
                    " ",
                    "'",
                    "99999999999999999999",
                    "-1",
                    "NaN",
                    "\u2028",
                    "\uFEFF",
                    "2024-02-30",
                    "null",
                    "\\ud800",
                    "%",
                    "/",
                    "..",
                    "🕊");

    private static final int CHANGES_MAX = 4;
    private static final int LENGTH_MAX = 40;

    private final Random chance;
    private final List<byte[]> seeds;

    private DamagedInputs(long seed, List<byte[]> seeds) {
        this.chance = new Random(seed);
        this.seeds = seeds;
    }

    /// Tries each target and says in one line how it went: `ok`, or the fault with the input's
    /// file.
    ///
    /// @param words tries, folder for inputs that break a law, then `type#method` for each target
    static void main(String[] words) throws IOException, ReflectiveOperationException {
        int tries = Integer.parseInt(words[0]);
        var folder = Path.of(words[1]);
        for (var target : List.of(words).subList(2, words.length)) {
            var names = target.split("#", 2);
            System.out.println(target + " " + outcome(names, tries, folder));
        }
    }

    private static String outcome(String[] names, int tries, Path folder)
            throws IOException, ReflectiveOperationException {
        var type = Class.forName(names[0]);
        var method = type.getDeclaredMethod(names[1], byte[].class);
        method.setAccessible(true);
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        var instance = constructor.newInstance();
        var seeds = seeds(type, method);
        var inputs = new DamagedInputs(names[1].hashCode(), seeds);
        for (int at = 0; at < tries; at++) {
            var input = inputs.next();
            try {
                method.invoke(instance, (Object) input);
            } catch (InvocationTargetException e) {
                return fault(
                        Objects.requireNonNull(e.getCause()),
                        input,
                        folder.resolve(names[1] + ".input"));
            }
        }
        return String.format(Locale.ROOT, "ok, %d inputs of %d seeds", tries, seeds.size());
    }

    private static String fault(Throwable fault, byte[] input, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, input);
        var place =
                Arrays.stream(fault.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith("org.vigie."))
                        .limit(5)
                        .toList();
        return "broken by "
                + file
                + ": "
                + String.valueOf(fault).replaceAll("\\R", " ")
                + " "
                + place;
    }

    /// The files of seeds that stand beside the test, and those that it makes itself.
    static List<byte[]> seeds(Class<?> type, Method method)
            throws IOException, ReflectiveOperationException {
        if (!method.isAnnotationPresent(FuzzTest.class)) {
            throw new IllegalArgumentException(method + " is no fuzz test");
        }
        var seeds = new ArrayList<byte[]>();
        seeds.add(new byte[0]);
        var resource = type.getResource(type.getSimpleName() + "Inputs/" + method.getName());
        if (resource != null) {
            try (var files = Files.list(Path.of(java.net.URI.create(resource.toString())))) {
                for (var file : files.sorted().toList()) {
                    seeds.add(Files.readAllBytes(file));
                }
            }
        }
        var made = method.getAnnotation(MethodSource.class);
        if (made != null) {
            var maker = type.getDeclaredMethod(made.value()[0]);
            maker.setAccessible(true);
            for (var seed : (Collection<?>) maker.invoke(null)) {
                seeds.add((byte[]) seed);
            }
        }
        return seeds;
    }

    private byte[] next() {
        var bytes = any();
        for (int changes = chance.nextInt(CHANGES_MAX); changes >= 0; changes--) {
            bytes = damaged(bytes);
        }
        return bytes;
    }

    private byte[] any() {
        return seeds.get(chance.nextInt(seeds.size()));
    }

    private byte[] damaged(byte[] bytes) {
        int from = chance.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + chance.nextInt(LENGTH_MAX));
        var before = Arrays.copyOf(bytes, from);
        var after = Arrays.copyOfRange(bytes, to, bytes.length);
        return switch (chance.nextInt(8)) {
            case 0 -> before;
            case 1 -> joined(before, after);
            case 2 -> joined(bytes, Arrays.copyOfRange(bytes, from, to));
            case 3 -> {
                var changed = bytes.clone();
                Arrays.fill(changed, from, to, (byte) chance.nextInt(256));
                yield changed;
            }
            case 4 -> joined(joined(before, spliced()), after);
            default -> {
                var trick = TRICKS.get(chance.nextInt(TRICKS.size()));
                var rest =
                        chance.nextBoolean()
                                ? after
                                : Arrays.copyOfRange(bytes, from, bytes.length);
                yield joined(joined(before, trick.getBytes(StandardCharsets.UTF_8)), rest);
            }
        };
    }

    private byte[] spliced() {
        var other = any();
        int from = chance.nextInt(other.length + 1);
        return Arrays.copyOfRange(
                other, from, Math.min(other.length, from + chance.nextInt(LENGTH_MAX)));
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
