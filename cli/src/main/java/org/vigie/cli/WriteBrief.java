package org.vigie.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.assess.Brief;
import org.vigie.exchange.Formats;
import org.vigie.exchange.brief.BriefDocument;
import org.vigie.exchange.brief.BriefPdf;
import org.vigie.exchange.brief.Edition;
import org.vigie.exchange.packs.Pack;
import org.vigie.exchange.packs.PackFiles;
import org.vigie.exchange.render.Outline;
import org.vigie.exchange.words.Language;
import org.vigie.exchange.words.Words;
import org.vigie.geo.BadInput;
import org.vigie.record.Filter;
import org.vigie.record.Standpoint;
import org.vigie.record.Viewer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Writes a brief to a file.
@Command(
        name = "brief",
        mixinStandardHelpOptions = true,
        description =
                "Write a brief of an area and a period on one page: figures with the period before,"
                        + " map, chart, gravest incidents, what was learned, what is not known,"
                        + " sources.")
final class WriteBrief implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();
    @Mixin private Clocks clocks = new Clocks();

    @Option(
            names = "--area",
            description = "Area or country in the source's words (default: all areas).")
    private @Nullable String area;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "DAY",
            description = "First day, inclusive.")
    private String from = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DAY",
            description = "Last day, inclusive.")
    private String to = "";

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description =
                    "The moment of the last brief: what was learned since is named (default: the"
                            + " end of the day before --from).")
    private @Nullable String since;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where to write it; the name ends with .html or .pdf.")
    private Path file = Path.of("brief.html");

    @Option(
            names = "--lang",
            defaultValue = "en",
            paramLabel = "LANGUAGE",
            description = "en (default), fr or nl.")
    private String language = "en";

    @Option(
            names = "--mission",
            paramLabel = "DIR",
            description =
                    "The pack with the base map (default: the pack that Vigie brings of this"
                            + " country, if there is one).")
    private @Nullable String mission;

    WriteBrief(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var kind = kind();
        var now = head.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        var filter =
                new Filter(
                        Clocks.parseDay("from", from),
                        Clocks.parseDay("to", to),
                        area,
                        null,
                        null,
                        null);
        var standpoint = new Standpoint(clocks.known(now), clocks.recorded(now), Viewer.owner());
        var asked =
                since == null
                        ? Brief.Asked.sinceThePeriodBefore(standpoint, filter)
                        : new Brief.Asked(standpoint, filter, moment(since));
        var pack = pack();
        var edition =
                new Edition(
                        Words.of(languageOf(language)),
                        outlines(pack),
                        which.exercise(),
                        pack.isPresent() && Pack.read(pack.get()).mission().fictional(),
                        Formats::find,
                        Edition.FILE);
        Brief brief;
        try (var open = which.open(head)) {
            brief = Brief.of(open.ledger(), asked);
        }
        Files.write(file, kind.write(brief, edition));
        var out = Commands.line(spec).getOut();
        out.println(
                "%s: %s incidents, %s in the period before"
                        .formatted(file, brief.incidents().size(), brief.before().size()));
        out.flush();
        return 0;
    }

    private static Instant moment(String text) {
        return Clocks.parse("since", text);
    }

    /// How a brief becomes bytes.
    private enum Kind {
        HTML {
            @Override
            byte[] write(Brief brief, Edition edition) {
                return BriefDocument.of(brief, edition).getBytes(StandardCharsets.UTF_8);
            }
        },
        PDF {
            @Override
            byte[] write(Brief brief, Edition edition) throws IOException {
                return BriefPdf.of(brief, edition);
            }
        };

        abstract byte[] write(Brief brief, Edition edition) throws IOException;
    }

    private Kind kind() {
        var name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".html") || name.endsWith(".htm")) {
            return Kind.HTML;
        }
        if (name.endsWith(".pdf")) {
            return Kind.PDF;
        }
        throw new BadInput("out", file, "a file whose name ends with .html or .pdf");
    }

    private static Language languageOf(String code) {
        return Language.findForBrief(code)
                .orElseThrow(() -> new BadInput("lang", code, "en, fr or nl"));
    }

    /// The pack that was named, or the one of the country that the area names.
    private Optional<PackFiles> pack() throws IOException {
        if (mission != null) {
            return Optional.of(PackFiles.of(mission));
        }
        for (var name : area == null ? List.<String>of() : Pack.SHIPPED) {
            var files = PackFiles.of(name);
            if (Pack.read(files).mission().country().equalsIgnoreCase(area)) {
                return Optional.of(files);
            }
        }
        return Optional.empty();
    }

    private static List<Outline> outlines(Optional<PackFiles> pack) throws IOException {
        var map = pack.isPresent() ? pack.get().find("map.geojson") : Optional.<byte[]>empty();
        return map.isPresent() ? Outline.read(new ByteArrayInputStream(map.get())) : List.of();
    }
}
