package org.vigie.store.hooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vigie.geo.BadInput;

/// Who is told, in a folder of its own: one file for each (mode 0600, with its secret), one for how
/// far it has been told, one for what the clock brought, and one log for all.
///
/// Not in the ledger, because a secret has to be there to sign with and gone when the receiver is
/// removed, and the ledger forgets nothing; not in the database, because then whoever reads a copy
/// of it could sign. What left stands in the ledger all the same, as exports. Several servers on
/// one database each tell their own.
///
/// @param <R> one sort of receiver
public final class Receivers<R extends Receiver> {

    private static final String STATE = ".state";
    private static final String CLOCK = ".clock";
    private static final String LOG = "log.txt";

    /// A folder with more was not written by us.
    private static final int RECEIVERS_MAX = 100;

    /// Then the older half of the log is dropped.
    private static final long LOG_BYTES_MAX = 2_000_000;

    private final Path folder;
    private final Form<R> form;

    Receivers(Path folder, Form<R> form) {
        this.folder = folder;
        this.form = form;
    }

    /// How one sort of receiver is written down.
    interface Form<R extends Receiver> {

        /// As the command line calls it.
        String word();

        /// Of the file of one.
        String suffix();

        /// Refuses what can be no code.
        void requireCode(String code);

        /// What only this sort has.
        SortedMap<String, String> written(R receiver);

        R read(String code, Map<String, String> said);
    }

    /// Refuses what can be no code.
    public void requireCode(String code) {
        form.requireCode(code);
    }

    /// All of them, by code.
    public List<R> list() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var all = new ArrayList<R>();
        try (var files = Files.newDirectoryStream(folder, "*" + form.suffix())) {
            for (var file : files) {
                if (all.size() < RECEIVERS_MAX) {
                    all.add(read(file));
                }
            }
        }
        all.sort(Comparator.comparing(Receiver::code));
        return List.copyOf(all);
    }

    public Optional<R> find(String code) throws IOException {
        requireCode(code);
        var file = folder.resolve(code + form.suffix());
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /// Refuses one that is there already, and one too many.
    public void requireNew(String code) throws IOException {
        if (find(code).isPresent()) {
            throw new BadInput(form.word(), code, "a new one: this one is there already");
        }
        if (list().size() >= RECEIVERS_MAX) {
            throw new BadInput(form.word(), code, "at most " + RECEIVERS_MAX + ": remove one");
        }
    }

    /// Adds one. It is on the disk when this returns.
    public void add(R receiver) throws IOException {
        add(receiver, ClockProgress.NOTHING);
    }

    /// Adds one.
    ///
    /// @param stands what the clock had brought by then, which it is not told of
    public synchronized void add(R receiver, ClockProgress stands) throws IOException {
        var code = receiver.code();
        requireNew(code);
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve(code + STATE));
        save(receiver, stands);
        var said = form.written(receiver);
        said.put("events", Event.text(receiver.events()));
        said.put("made-at", receiver.madeAt().toString());
        said.put("from", Long.toString(receiver.from()));
        said.put("by", receiver.by());
        SafeFiles.write(folder.resolve(code + form.suffix()), said);
    }

    /// Removes one with its secret; what was tried stays in the log.
    public synchronized void remove(String code) throws IOException {
        requireCode(code);
        if (!Files.deleteIfExists(folder.resolve(code + form.suffix()))) {
            throw new BadInput(
                    form.word(), code, "one that 'vigie " + form.word() + " list' shows");
        }
        Files.deleteIfExists(folder.resolve(code + STATE));
        Files.deleteIfExists(folder.resolve(code + CLOCK));
    }

    /// How far it has been told.
    public HookProgress progress(R receiver) throws IOException {
        var file = folder.resolve(receiver.code() + STATE);
        if (!Files.exists(file)) {
            return HookProgress.after(receiver.from());
        }
        var said = SafeFiles.read(file);
        var progress =
                new HookProgress(
                        Long.parseLong(said.getOrDefault("seq", "0"), 10),
                        tries(said),
                        nextAt(said));
        // Of one of the same code that was removed while a server told it.
        return progress.seq() < receiver.from() ? HookProgress.after(receiver.from()) : progress;
    }

    public synchronized void save(R receiver, HookProgress progress) throws IOException {
        var said = new TreeMap<String, String>();
        said.put("seq", Long.toString(progress.seq()));
        said.put("tries", Integer.toString(progress.tries()));
        said.put("next-at", progress.nextAt().toString());
        SafeFiles.write(folder.resolve(receiver.code() + STATE), said);
    }

    /// What the clock brought that it has been told of.
    public ClockProgress clockProgress(R receiver) throws IOException {
        var file = folder.resolve(receiver.code() + CLOCK);
        if (!Files.exists(file)) {
            return ClockProgress.NOTHING;
        }
        var said = SafeFiles.read(file);
        // Of one of the same code that was removed while a server told it.
        return said.getOrDefault("made-at", "").equals(receiver.madeAt().toString())
                ? new ClockProgress(
                        words(said.getOrDefault("told", "")),
                        Long.parseLong(said.getOrDefault("forgotten", "0"), 10),
                        said.getOrDefault("trying", ""),
                        tries(said),
                        nextAt(said))
                : ClockProgress.NOTHING;
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    public synchronized void save(R receiver, ClockProgress progress) throws IOException {
        var said = new TreeMap<String, String>();
        said.put("made-at", receiver.madeAt().toString());
        said.put("told", String.join(" ", new TreeSet<>(progress.told())));
        said.put("forgotten", Long.toString(progress.forgotten()));
        said.put("trying", progress.trying());
        said.put("tries", Integer.toString(progress.tries()));
        said.put("next-at", progress.nextAt().toString());
        SafeFiles.write(folder.resolve(receiver.code() + CLOCK), said);
    }

    private static int tries(Map<String, String> said) {
        return Integer.parseInt(said.getOrDefault("tries", "0"), 10);
    }

    private static Instant nextAt(Map<String, String> said) {
        return Instant.parse(said.getOrDefault("next-at", Instant.EPOCH.toString()));
    }

    /// What was tried in vain last and waits for its next try.
    ///
    /// @param tries how often it was tried; 0 for nothing
    public record Failing(int tries, Instant nextAt) {}

    /// What of all that it is to be told of has failed most often.
    public Failing failing(R receiver) throws IOException {
        var entries = progress(receiver);
        var clock = clockProgress(receiver);
        return entries.tries() >= clock.tries()
                ? new Failing(entries.tries(), entries.nextAt())
                : new Failing(clock.tries(), clock.nextAt());
    }

    /// Adds a line to the log.
    public synchronized void note(HookLine line) throws IOException {
        var file = folder.resolve(LOG);
        if (!Files.exists(file)) {
            SafeFiles.put(file, "");
        } else if (Files.size(file) > LOG_BYTES_MAX) {
            var lines = Files.readAllLines(file);
            SafeFiles.put(
                    file, String.join("\n", lines.subList(lines.size() / 2, lines.size())) + "\n");
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

    private R read(Path file) throws IOException {
        var name = String.valueOf(file.getFileName());
        var code = name.substring(0, name.length() - form.suffix().length());
        try {
            form.requireCode(code);
            return form.read(code, SafeFiles.read(file));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw new IOException(
                    "%s is damaged: remove it and add the %s again".formatted(file, form.word()),
                    e);
        }
    }
}
