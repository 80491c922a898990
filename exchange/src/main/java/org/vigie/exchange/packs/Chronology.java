package org.vigie.exchange.packs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.geo.BadInput;
import org.vigie.record.Entry;

/// A night or a year as the mission came to know it: one line for each thing that became known,
/// oldest first. The format is described in `docs/mission-packs.md`.
///
/// @param mission code of the pack that it belongs to
/// @param name of its file without folder and ending, e.g. `ogossagou-2020-02`
/// @param titleFr empty when it has none
/// @param sources as declared at its top
/// @param sha256 of the file
public record Chronology(
        String mission,
        String name,
        String title,
        String titleFr,
        List<Source> sources,
        List<Line> lines,
        String sha256) {

    /// A source as a chronology declares it.
    public record Source(String id, String text) {}

    /// One line of it.
    ///
    /// @param number of the line of the file on which it begins
    /// @param knownAt when the mission knew; a bare day counts from its end
    /// @param text what it says, with its citation
    /// @param entries one, or two where knowledge is contested; they name no import yet
    public record Line(
            int number,
            Instant knownAt,
            String verb,
            String subject,
            String text,
            List<Entry> entries) {

        public Line {
            entries = List.copyOf(entries);
        }
    }

    public Chronology {
        sources = List.copyOf(sources);
        lines = List.copyOf(lines);
    }

    /// Reads a chronology of a pack by its name.
    ///
    /// @throws BadInput when there is none of that name, or it has errors: the first are named
    public static Chronology read(PackFiles files, Pack pack, String name) throws IOException {
        var path = "chronologies/" + name + ".txt";
        var bytes =
                files.find(path)
                        .orElseThrow(() ->
                                new BadInput(
                                        "chronology",
                                        name,
                                        "one of " + String.join(", ", pack.chronologies())));
        return read(name, bytes, pack);
    }

    /// Reads a chronology from a file of its own.
    public static Chronology read(Path file, Pack pack) throws IOException {
        var name = file.getFileName();
        return read(
                name == null ? "chronology" : name.toString().replaceFirst("\\.txt$", ""),
                Files.readAllBytes(file),
                pack);
    }

    /// Reads a chronology from bytes.
    ///
    /// @throws BadInput when it has errors: the first are named with file and line
    public static Chronology read(String name, byte[] bytes, Pack pack) {
        var findings = new Findings();
        Optional<Chronology> chronology =
                Texts.read(name + ".txt", bytes, findings)
                        .flatMap(text -> ChronologyReader.read(name, text, pack, findings));
        if (findings.hasErrors() || chronology.isEmpty()) {
            throw Findings.refusal("chronology", name, findings.list());
        }
        return chronology.get();
    }

    /// The entries of all lines, in their order.
    public List<Entry> entries() {
        return lines.stream().flatMap(line -> line.entries().stream()).toList();
    }
}
