package org.vigie.exchange.out;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.imports.Format;
import org.vigie.exchange.imports.Format.Rewriting;
import org.vigie.exchange.imports.Header;
import org.vigie.exchange.imports.PastImport;
import org.vigie.exchange.imports.Printing;
import org.vigie.geo.BadInput;
import org.vigie.record.Kinds;
import org.vigie.record.Ledger;
import org.vigie.record.Recorded;
import org.vigie.share.Tier;

/// Writes a source's own file again, from the entries alone: the kept file is evidence, and is not
/// looked at. Rows stand in the order of the ledger, which is that of the imports and of their
/// lines. Where one import brought all rows the bytes are compared with the hash of its file.
///
/// Texts stand as the source printed them, also such as a spreadsheet takes for a formula: a file
/// that is equal cannot be changed.
public final class SourceFileAgain {

    private final Format format;
    private final Rewriting rewriting;
    private final Map<UUID, PastImport> imports;
    private final PastImport model;
    private final Printing printing;
    private final List<String> columns;
    private final Set<UUID> contributing = new HashSet<>();
    private long rows;

    private SourceFileAgain(Format format, Map<UUID, PastImport> imports, PastImport model)
            throws IOException {
        this.format = format;
        this.rewriting = rewriting(format);
        this.imports = imports;
        this.model = model;
        this.printing =
                printing(model).orElseThrow(() -> new IllegalStateException("a model prints"));
        this.columns = columns(printing);
    }

    /// Writes the file.
    ///
    /// @param tier must be `restricted`: the source's own columns hold everything that is known
    /// @throws BadInput when no import of this format told how its file is printed
    public static Written write(Tier tier, Asked asked, Ledger ledger, OutputStream out)
            throws IOException {
        if (tier.leavesTheMission()) {
            throw new BadInput(
                    "tier",
                    tier.code(),
                    "restricted for %s, which holds every column of its source"
                            .formatted(asked.format().code()));
        }
        rewriting(asked.format());
        Map<UUID, PastImport> imports = new HashMap<>();
        PastImport model = null;
        for (var past : PastImport.list(ledger)) {
            imports.put(past.id(), past);
            if (asked.mayModel(past)) {
                model = past;
            }
        }
        if (model == null) {
            throw new BadInput(
                    "format",
                    asked.format().code(),
                    "one of which a file was imported; an import of an older version of Vigie is"
                            + " made again first, which changes no row");
        }
        var again = new SourceFileAgain(asked.format(), imports, model);
        return again.write(tier, asked, ledger, new CountedBytes(out));
    }

    /// What is to be written again.
    ///
    /// @param only the import whose rows are meant, null for all
    public record Asked(Format format, Question question, @Nullable UUID only) {

        private boolean mayModel(PastImport past) {
            return past.what().format().equals(format.code())
                    && (only == null || only.equals(past.id()))
                    && !past.opened().recordedAt().isAfter(question.recorded())
                    && past.undoneAt().isEmpty()
                    && printing(past).isPresent();
        }

        private boolean wants(Recorded recorded) {
            return only == null || only.equals(recorded.entry().origin().importId());
        }
    }

    private Written write(Tier tier, Asked asked, Ledger ledger, CountedBytes out)
            throws IOException {
        var wanted = wanted(tier, asked, ledger);
        var line = new StringBuilder();
        if (printing.marked()) {
            line.append('\uFEFF');
        }
        out.write(line.append(printing.header()).toString().getBytes(StandardCharsets.UTF_8));
        try {
            ledger.read(
                    Set.of(Kinds.of(format.body())),
                    tier.viewer(),
                    recorded -> {
                        if (wanted.get((int) recorded.seq()) && asked.wants(recorded)) {
                            write(recorded, line, out);
                        }
                    });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (printing.ended()) {
            out.write(printing.lineEnd().getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
        return written(out);
    }

    /// The places in the ledger of the accounts that hold.
    private BitSet wanted(Tier tier, Asked asked, Ledger ledger) throws IOException {
        var question = asked.question();
        var incidents =
                ledger.asOf(question.known(), question.recorded(), tier.viewer())
                        .incidents()
                        .where(question.filter());
        var wanted = new BitSet();
        for (int index = 0; index < incidents.size(); index++) {
            var row = incidents.get(index);
            if (row.source().equals(format.code())) {
                wanted.set((int) row.seq());
            }
            for (var folded : row.folded()) {
                if (folded.source().equals(format.code())) {
                    wanted.set((int) folded.seq());
                }
            }
        }
        return wanted;
    }

    private void write(Recorded recorded, StringBuilder line, CountedBytes out) {
        var importId = recorded.entry().origin().importId();
        var past = importId == null ? null : imports.get(importId);
        if (past == null) {
            return; // written by hand under this source's name: no row of any file
        }
        var cells = rewriting.columns(recorded.entry(), past.what().options());
        line.setLength(0);
        line.append(printing.lineEnd());
        printing.row(columns.stream().map(column -> cell(cells, column)).toList(), line);
        try {
            out.write(line.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        contributing.add(past.id());
        rows++;
    }

    private static String cell(Map<String, String> cells, String column) {
        var cell = cells.get(column);
        return cell == null ? cells.getOrDefault(column.toLowerCase(Locale.ROOT), "") : cell;
    }

    private Written written(CountedBytes out) {
        var sha256 = out.sha256();
        boolean equal = model.what().sha256().equals(sha256);
        return new Written(
                format.code(),
                rows,
                out.count(),
                sha256,
                equal ? Optional.of(model.what().file()) : Optional.empty(),
                equal ? "equal to the imported file, byte by byte" : difference());
    }

    private String difference() {
        if (contributing.size() > 1) {
            return "rows of " + contributing.size() + " imports, in their order";
        }
        var counts = model.counts();
        if (counts.isPresent() && counts.get().rejected() > 0) {
            return "without the " + counts.get().rejected() + " rows that the import rejected";
        }
        if (printing.unlike() > 0) {
            return printing.unlike() + " cells or lines of the file are printed unlike the others";
        }
        return counts.isPresent() && counts.get().read() != rows
                ? rows + " of the " + counts.get().read() + " rows of the file"
                : "";
    }

    private static Rewriting rewriting(Format format) {
        return format.rewriting()
                .orElseThrow(() ->
                        new BadInput("format", format.code(), "one that can be written again"));
    }

    private static Optional<Printing> printing(PastImport past) {
        return Printing.of(past.what().options());
    }

    private static List<String> columns(Printing printing) throws IOException {
        var reader = CsvReader.builder().fieldSeparator(printing.separator());
        try (var rows = reader.ofCsvRecord(printing.header())) {
            return Header.of(rows.iterator().next().getFields()).names();
        }
    }
}
