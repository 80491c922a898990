package org.vigie.store.hooks;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vigie.geo.BadInput;
import org.vigie.share.Tier;

/// The webhooks of a data folder, in `DIR/webhooks`: one file for each (mode 0600, with its
/// secret), one for how far it has been told, and one log.
///
/// Not in the ledger, because a secret has to be there to sign with and gone when the webhook is
/// removed, and the ledger forgets nothing; not in the database, because then whoever reads a copy
/// of it could sign. What left stands in the ledger all the same, as exports. Several servers on
/// one database each tell their own.
public final class Webhooks {

    private static final String HOOK = ".hook";
    private static final String STATE = ".state";
    private static final String LOG = "log.txt";

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final int CODE_MAX = 40;

    /// A folder with more was not written by us.
    private static final int HOOKS_MAX = 100;

    /// Then the older half of the log is dropped.
    private static final long LOG_BYTES_MAX = 2_000_000;

    private final Path folder;

    private Webhooks(Path folder) {
        this.folder = folder;
    }

    /// Those of a data folder.
    public static Webhooks in(Path data) {
        return new Webhooks(data.resolve("webhooks"));
    }

    /// Refuses what can be no code.
    public static void requireCode(String code) {
        if (!CODE.matcher(code).matches() || code.length() > CODE_MAX) {
            throw new BadInput(
                    "webhook", code, "words of a to z and 0 to 9 with hyphens, such as ocha-feed");
        }
    }

    /// All of them, by code.
    public List<Webhook> list() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var hooks = new ArrayList<Webhook>();
        try (var files = Files.newDirectoryStream(folder, "*" + HOOK)) {
            for (var file : files) {
                if (hooks.size() < HOOKS_MAX) {
                    hooks.add(read(file));
                }
            }
        }
        hooks.sort(java.util.Comparator.comparing(Webhook::code));
        return List.copyOf(hooks);
    }

    public Optional<Webhook> find(String code) throws IOException {
        requireCode(code);
        var file = folder.resolve(code + HOOK);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /// Adds one. It is on the disk when this returns.
    public synchronized void add(Webhook hook) throws IOException {
        requireCode(hook.code());
        if (find(hook.code()).isPresent()) {
            throw new BadInput("webhook", hook.code(), "a new one: this one is there already");
        }
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve(hook.code() + STATE));
        var said = new TreeMap<String, String>();
        said.put("address", hook.address().toString());
        said.put("tier", hook.tier().code());
        said.put(
                "events",
                hook.events().stream().map(Webhook.Event::code).collect(Collectors.joining(",")));
        said.put("secret", hook.secret().text());
        said.put("made-at", hook.madeAt().toString());
        said.put("from", Long.toString(hook.from()));
        said.put("by", hook.by());
        write(hook.code() + HOOK, said);
    }

    /// Removes one with its secret; what was tried stays in the log.
    public synchronized void remove(String code) throws IOException {
        requireCode(code);
        if (!Files.deleteIfExists(folder.resolve(code + HOOK))) {
            throw new BadInput("webhook", code, "one that 'vigie webhook list' shows");
        }
        Files.deleteIfExists(folder.resolve(code + STATE));
    }

    /// How far it has been told.
    public HookProgress progress(Webhook hook) throws IOException {
        var file = folder.resolve(hook.code() + STATE);
        if (!Files.exists(file)) {
            return HookProgress.after(hook.from());
        }
        var said = properties(file);
        var progress =
                new HookProgress(
                        Long.parseLong(said.getProperty("seq", "0"), 10),
                        Integer.parseInt(said.getProperty("tries", "0"), 10),
                        Instant.parse(said.getProperty("next-at", Instant.EPOCH.toString())));
        // Of a webhook of the same code that was removed while a server told it.
        return progress.seq() < hook.from() ? HookProgress.after(hook.from()) : progress;
    }

    public synchronized void save(Webhook hook, HookProgress progress) throws IOException {
        var said = new TreeMap<String, String>();
        said.put("seq", Long.toString(progress.seq()));
        said.put("tries", Integer.toString(progress.tries()));
        said.put("next-at", progress.nextAt().toString());
        write(hook.code() + STATE, said);
    }

    /// Adds a line to the log.
    public synchronized void note(HookLine line) throws IOException {
        var file = folder.resolve(LOG);
        if (!Files.exists(file)) {
            put(file, "");
        } else if (Files.size(file) > LOG_BYTES_MAX) {
            var lines = Files.readAllLines(file);
            put(file, String.join("\n", lines.subList(lines.size() / 2, lines.size())) + "\n");
        }
        Files.writeString(file, line.text() + "\n", StandardOpenOption.APPEND);
    }

    /// The newest lines of the log, the last one first.
    public List<HookLine> log(int limit) throws IOException {
        var file = folder.resolve(LOG);
        if (!Files.exists(file)) {
            return List.of();
        }
        return Files.readAllLines(file).reversed().stream()
                .flatMap(line -> HookLine.parse(line).stream())
                .limit(limit)
                .toList();
    }

    private static Webhook read(Path file) throws IOException {
        var said = properties(file);
        var name = String.valueOf(file.getFileName());
        try {
            return new Webhook(
                    name.substring(0, name.length() - HOOK.length()),
                    URI.create(said.getProperty("address", "")),
                    Tier.ofCode(said.getProperty("tier", "")),
                    Webhook.Event.several(said.getProperty("events", "")),
                    HookSecret.parse(said.getProperty("secret", "")),
                    Instant.parse(said.getProperty("made-at", "")),
                    Long.parseLong(said.getProperty("from", ""), 10),
                    said.getProperty("by", ""));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw new IOException(file + " is damaged: remove it and add the webhook again", e);
        }
    }

    private static Properties properties(Path file) throws IOException {
        var said = new Properties();
        said.load(new StringReader(Files.readString(file)));
        return said;
    }

    private void write(String name, Map<String, String> said) throws IOException {
        var text = new StringWriter();
        for (var entry : said.entrySet()) {
            var one = new Properties();
            one.setProperty(entry.getKey(), entry.getValue());
            var line = new StringWriter();
            one.store(line, null);
            // Without the comment on when it was written, so that the same gives the same bytes.
            line.toString()
                    .lines()
                    .filter(part -> !part.startsWith("#"))
                    .forEach(part -> text.append(part).append('\n'));
        }
        put(folder.resolve(name), text.toString());
    }

    /// Whole or not at all, for nobody else to read: a temporary file has mode 0600.
    private void put(Path file, String text) throws IOException {
        var part = Files.createTempFile(folder, "part", ".tmp");
        try {
            try (var bytes =
                    Files.newByteChannel(part, StandardOpenOption.WRITE, StandardOpenOption.SYNC)) {
                bytes.write(java.nio.ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            }
            Files.move(
                    part,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
