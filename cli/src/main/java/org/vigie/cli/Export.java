package org.vigie.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.Formats;
import org.vigie.exchange.imports.Format;
import org.vigie.exchange.out.Exports;
import org.vigie.exchange.out.OutFormat;
import org.vigie.exchange.out.Prepared;
import org.vigie.exchange.out.Question;
import org.vigie.exchange.out.Sidecar;
import org.vigie.exchange.out.SourceFileAgain;
import org.vigie.exchange.out.Written;
import org.vigie.geo.BadInput;
import org.vigie.record.Component;
import org.vigie.record.Ids;
import org.vigie.record.Ledger;
import org.vigie.record.Standpoint;
import org.vigie.record.Viewer;
import org.vigie.share.Decision;
import org.vigie.share.Tier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Writes incidents to a file for readers of one tier. For readers outside the mission the risk is
/// shown first, and nothing is written until `--release` says that somebody has read it.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Write incidents to a file, with query, both clocks, n, source and definition beside it.",
            "For readers outside the mission the risk is shown first; --release then writes."
        })
final class Export implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();
    @Mixin private Clocks clocks = new Clocks();
    @Mixin private Narrowing narrowing = new Narrowing();

    @Option(
            names = "--format",
            required = true,
            description =
                    "csv, xlsx, geojson, gpkg, kml, hxl; or ucdp-ged, acled: the source's own file,"
                            + " byte by byte.")
    private String format = "csv";

    @Option(
            names = "--tier",
            defaultValue = "restricted",
            description = "public, partner, host or restricted (default: within the mission).")
    private String tier = "restricted";

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write; must be given.")
    private @Nullable Path out;

    @Option(names = "--force", description = "Overwrite the file when it is there.")
    private boolean force;

    @Option(
            names = "--import",
            paramLabel = "IMPORT-ID",
            description = "With a source's own format: the rows of this import alone.")
    private @Nullable UUID only;

    @Option(
            names = "--release",
            description = "Write for readers outside the mission, the risk having been read.")
    private boolean release;

    @Option(
            names = "--decided-by",
            paramLabel = "OFFICER",
            description =
                    "The protection officer who lets rows leave in which a state is said to have"
                            + " attacked.")
    private @Nullable String decidedBy;

    @Option(names = "--because", paramLabel = "REASON", description = "That officer's reason.")
    private @Nullable String because;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    Export(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var forWhom = Tier.ofCode(tier);
        var again = Formats.find(format).filter(source -> source.rewriting().isPresent());
        if (again.isEmpty() && OutFormat.find(format).isEmpty()) {
            throw new BadInput("format", format, "one of " + formats());
        }
        if (!forWhom.leavesTheMission() || release) {
            refuseToOverwrite();
        }
        var now = head.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        var standpoint = new Standpoint(clocks.known(now), clocks.recorded(now), Viewer.owner());
        try (var open = which.openExisting(head)) {
            var question =
                    new Question(
                            Spelled.of(narrowing.filter(), standpoint, open.ledger()),
                            standpoint.known(),
                            standpoint.recorded(),
                            which.exercise());
            var prepared =
                    Exports.prepare(
                            forWhom,
                            question,
                            open.ledger(),
                            new Exports.Asked(
                                    now,
                                    Decision.of(decidedBy, because),
                                    Viewer.owner(),
                                    again.map(Format::code).orElse(null),
                                    null));
            if (forWhom.leavesTheMission() && !release) {
                show(prepared, null);
                return Commands.FINDING;
            }
            var written = write(forWhom, new Job(again, prepared, now), open.ledger());
            show(prepared, written);
            return 0;
        }
    }

    /// What is to be written.
    private record Job(Optional<Format> again, Prepared prepared, Instant now) {}

    /// The whole file or nothing: it takes its name only when the ledger has the entry about it.
    private Written write(Tier forWhom, Job job, Ledger ledger) throws IOException {
        var file = file();
        var part = file.resolveSibling(file.getFileName() + ".part");
        var id = Ids.fresh(job.now(), head.chance());
        try {
            Written written;
            try (var bytes = new BufferedOutputStream(Files.newOutputStream(part))) {
                written = write(forWhom, job, ledger, bytes);
            }
            var recording = new Exports.Recording(id, "vigie export", Component.LEADERSHIP);
            ledger.append(List.of(Exports.entry(forWhom, job.prepared(), written, recording)));
            Files.writeString(
                    file.resolveSibling(Sidecar.nameFor(file.getFileName().toString())),
                    Sidecar.of(job.prepared(), written, id, job.now()),
                    StandardCharsets.UTF_8);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Written write(Tier forWhom, Job job, Ledger ledger, OutputStream bytes)
            throws IOException {
        if (job.again().isEmpty()) {
            return Exports.write(forWhom, OutFormat.ofCode(format), job.prepared(), bytes);
        }
        var asked = new SourceFileAgain.Asked(job.again().get(), job.prepared().question(), only);
        return SourceFileAgain.write(forWhom, asked, ledger, bytes);
    }

    /// The formats of rows, then those of sources whose own file can be written again.
    private static String formats() {
        return Stream.concat(
                        Stream.of(OutFormat.codes()),
                        Formats.ALL.stream()
                                .filter(source -> source.rewriting().isPresent())
                                .map(Format::code))
                .collect(Collectors.joining(", "));
    }

    private void refuseToOverwrite() {
        if (!force && Files.exists(file())) {
            throw new BadInput("out", out, "a file that is not there yet, or give --force");
        }
    }

    private Path file() {
        if (out == null || out.getFileName() == null) {
            throw new BadInput("out", null, "given: the file to write");
        }
        return out.toAbsolutePath();
    }

    private void show(Prepared prepared, @Nullable Written written) {
        var line = Commands.line(spec);
        if (json) {
            var object = new LinkedHashMap<String, @Nullable Object>();
            object.put("tier", prepared.release().tier().code());
            object.put("format", format);
            object.put("knownAsOf", prepared.question().known());
            object.put("recordedAsOf", prepared.question().recorded());
            object.put("risk", Sidecar.risk(prepared.release().risk()));
            object.put("written", written != null);
            if (written != null) {
                object.put("n", written.rows());
                object.put("sha256", written.sha256());
                object.put("equalToImportedFile", written.equalTo().orElse(null));
                object.put("note", written.note());
            }
            object.put("sources", List.copyOf(prepared.sources()));
            object.put("definition", prepared.definition());
            Json.print(line.getOut(), object);
            return;
        }
        print(line.getOut(), prepared, written);
    }

    private void print(PrintWriter to, Prepared prepared, @Nullable Written written) {
        if (which.exercise()) {
            to.println("EXERCISE");
        }
        RiskLines.print(to, prepared.release().risk());
        if (written == null) {
            to.println("nothing written; read the above, then say --release");
        } else {
            to.printf(
                    Locale.ROOT,
                    "%s: %,d rows, %,d bytes, sha256 %s%n",
                    out,
                    written.rows(),
                    written.bytes(),
                    written.sha256());
            written.equalTo().ifPresent(name -> to.printf("equal to the imported %s%n", name));
            if (!written.note().isEmpty() && written.equalTo().isEmpty()) {
                to.println(written.note());
            }
        }
        to.printf(
                "tier %s; as of %s (recorded as of %s); source %s; definition: %s%n",
                prepared.release().tier().code(),
                prepared.question().known(),
                prepared.question().recorded(),
                prepared.sources().isEmpty() ? "none" : String.join(", ", prepared.sources()),
                prepared.definition());
        to.flush();
    }
}
