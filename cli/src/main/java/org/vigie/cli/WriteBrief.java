package org.vigie.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
import org.vigie.exchange.brief.Handout;
import org.vigie.exchange.out.Exports;
import org.vigie.exchange.out.Prepared;
import org.vigie.exchange.out.Question;
import org.vigie.exchange.out.Written;
import org.vigie.exchange.packs.Pack;
import org.vigie.exchange.packs.PackFiles;
import org.vigie.exchange.render.Outline;
import org.vigie.exchange.words.Language;
import org.vigie.exchange.words.Words;
import org.vigie.geo.BadInput;
import org.vigie.record.Component;
import org.vigie.record.Filter;
import org.vigie.record.Ids;
import org.vigie.record.Ledger;
import org.vigie.record.Standpoint;
import org.vigie.record.Viewer;
import org.vigie.share.Decision;
import org.vigie.share.Release;
import org.vigie.share.Tier;
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

    /// The owner within the mission: what is sealed is in no brief.
    private static final Viewer OWNER =
            new Viewer(
                    Viewer.owner().name(),
                    Viewer.owner().component(),
                    Tier.RESTRICTED.viewer().handlingBits());

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

    @Option(
            names = "--tier",
            defaultValue = "restricted",
            description =
                    "For whom: public, partner, host or restricted (default: within the mission).")
    private String tier = "restricted";

    @Option(
            names = "--release",
            description = "Write for readers outside the mission, the risk having been read.")
    private boolean release;

    @Option(names = "--force", description = "Overwrite the file when it is there.")
    private boolean force;

    @Option(
            names = "--decided-by",
            paramLabel = "OFFICER",
            description =
                    "The protection officer who lets incidents leave in which a state is said to"
                            + " have attacked.")
    private @Nullable String decidedBy;

    @Option(names = "--because", paramLabel = "REASON", description = "That officer's reason.")
    private @Nullable String because;

    WriteBrief(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var kind = kind();
        refuseToOverwrite();
        var now = head.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        var filter =
                new Filter(
                        Clocks.parseDay("from", from),
                        Clocks.parseDay("to", to),
                        area,
                        null,
                        null,
                        null);
        var forWhom = Tier.ofCode(tier);
        var standpoint = new Standpoint(clocks.known(now), clocks.recorded(now), OWNER);
        var out = Commands.line(spec).getOut();
        try (var open = which.openExisting(head)) {
            var asked = asked(standpoint, Spelled.of(filter, standpoint, open.ledger()));
            var handout =
                    Handout.of(
                            forWhom,
                            open.ledger(),
                            asked,
                            new Handout.Leaving(now, Decision.of(decidedBy, because)));
            if (forWhom.leavesTheMission()) {
                RiskLines.print(out, handout.release().risk());
            }
            if (forWhom.leavesTheMission() && !release) {
                out.println("nothing written; read the above, then say --release");
                out.flush();
                return Commands.FINDING;
            }
            write(kind.write(handout, edition()), kind, handout, open.ledger());
            out.println(
                    "%s: %s incidents, %s in the period before"
                            .formatted(file, given(handout.release()), given(handout.before())));
            out.flush();
        }
        return 0;
    }

    private void refuseToOverwrite() {
        boolean writes = release || !Tier.ofCode(tier).leavesTheMission();
        if (writes && !force && Files.exists(file)) {
            throw new BadInput("out", file, "a file that is not there yet, or give --force");
        }
    }

    private Brief.Asked asked(Standpoint standpoint, Filter filter) {
        return since == null
                ? Brief.Asked.sinceThePeriodBefore(standpoint, filter)
                : new Brief.Asked(standpoint, filter, moment(since));
    }

    private static int given(Release release) {
        return release.rows().size();
    }

    /// What leaves the mission stands in the ledger before it takes its name.
    private void write(byte[] bytes, Kind kind, Handout handout, Ledger ledger) throws IOException {
        if (!handout.tier().leavesTheMission()) {
            Files.write(file, bytes);
            return;
        }
        var whole = file.toAbsolutePath();
        var part = whole.resolveSibling(whole.getFileName() + ".part");
        try {
            Files.write(part, bytes);
            var id = Ids.fresh(head.clock().instant(), head.chance());
            ledger.append(
                    List.of(
                            Exports.entry(
                                    handout.tier(),
                                    new Prepared(question(handout), handout.release()),
                                    Written.of(kind.format(), given(handout.release()), bytes),
                                    new Exports.Recording(
                                            id, "vigie brief", Component.LEADERSHIP))));
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Question question(Handout handout) {
        var asked = handout.asked();
        return new Question(
                asked.filter(),
                asked.standpoint().known(),
                asked.standpoint().recorded(),
                which.exercise());
    }

    private Edition edition() throws IOException {
        var pack = pack();
        return new Edition(
                Words.of(languageOf(language)),
                outlines(pack),
                which.exercise(),
                pack.isPresent() && Pack.read(pack.get()).mission().fictional(),
                Formats::find,
                Edition.FILE);
    }

    private static Instant moment(String text) {
        return Clocks.parse("since", text);
    }

    /// How a brief becomes bytes.
    private enum Kind {
        HTML {
            @Override
            byte[] write(Handout handout, Edition edition) {
                return BriefDocument.of(handout, edition).getBytes(StandardCharsets.UTF_8);
            }
        },
        PDF {
            @Override
            byte[] write(Handout handout, Edition edition) throws IOException {
                return BriefPdf.of(handout, edition);
            }
        };

        abstract byte[] write(Handout handout, Edition edition) throws IOException;

        /// The word that the ledger has for it.
        String format() {
            return "brief-" + name().toLowerCase(Locale.ROOT);
        }
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
