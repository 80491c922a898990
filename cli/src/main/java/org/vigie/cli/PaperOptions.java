package org.vigie.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.papers.PaperDocx;
import org.vigie.exchange.papers.PaperEdition;
import org.vigie.exchange.papers.PaperHtml;
import org.vigie.exchange.papers.PaperPdf;
import org.vigie.exchange.papers.PaperSheet;
import org.vigie.exchange.words.Language;
import org.vigie.exchange.words.Words;
import org.vigie.geo.BadInput;
import org.vigie.record.Ledger;
import org.vigie.record.Standpoint;
import org.vigie.record.Viewer;
import org.vigie.share.Tier;
import org.vigie.watch.DutyPaper;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What the two papers of the watch have in common: where they are written to and in which
/// language.
final class PaperOptions {

    /// The owner within the mission: what is sealed is in no paper.
    private static final Viewer OWNER =
            new Viewer(
                    Viewer.owner().name(),
                    Viewer.owner().component(),
                    Tier.RESTRICTED.viewer().handlingBits());

    @Mixin private WhichLedger which = new WhichLedger();
    @Mixin private Clocks clocks = new Clocks();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write it; the name ends with .html, .pdf or .docx.")
    private @Nullable Path file;

    @Option(
            names = "--lang",
            defaultValue = "en",
            paramLabel = "LANGUAGE",
            description = "en (default) or fr.")
    private String language = "en";

    @Option(
            names = "--tier",
            defaultValue = "restricted",
            description =
                    "restricted (default: within the mission). Readers outside are given a brief.")
    private String tier = "restricted";

    @Option(names = "--force", description = "Overwrite the file when it is there.")
    private boolean force;

    @Option(names = "--json", description = "Print the figures as one JSON object.")
    private boolean json;

    /// Drafts a paper.
    interface Draft {
        DutyPaper of(Ledger ledger, Standpoint at) throws IOException;
    }

    int write(Head head, PrintWriter out, Draft draft) throws IOException {
        requireWithin();
        var kind = file == null ? "" : kind(file);
        if (file == null && !json) {
            throw new BadInput("out", "", "given, or --json for the figures alone");
        }
        if (file != null && !force && Files.exists(file)) {
            throw new BadInput("out", file, "a file that is not there yet, or give --force");
        }
        var words = Words.of(languageOf());
        var now = head.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        var at = new Standpoint(clocks.known(now), clocks.recorded(now), OWNER);
        DutyPaper paper;
        try (var open = which.openExisting(head)) {
            paper = draft.of(open.ledger(), at);
        }
        if (file != null) {
            var sheet = PaperSheet.of(paper, new PaperEdition(words, "", which.exercise(), false));
            Files.write(file, bytes(kind, sheet, at));
        }
        if (json) {
            Json.print(out, object(paper));
        } else {
            out.printf(Locale.ROOT, "%s: %d figures%n", file, paper.figures().size());
            out.flush();
        }
        return 0;
    }

    /// A day and an alert are too fine for readers outside: they would tell who warned, and of
    /// whom.
    private void requireWithin() {
        var asked = Tier.ofCode(tier);
        if (asked.leavesTheMission()) {
            throw new BadInput(
                    "tier",
                    tier,
                    "restricted: this is a paper of the mission; for readers outside there is"
                            + " 'vigie brief --tier "
                            + tier
                            + "'");
        }
    }

    private static byte[] bytes(String kind, PaperSheet sheet, Standpoint at) throws IOException {
        return switch (kind) {
            case "pdf" -> PaperPdf.of(sheet, at);
            case "docx" -> PaperDocx.of(sheet, at);
            default -> PaperHtml.document(sheet).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static String kind(Path file) {
        var name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".html") || name.endsWith(".htm")) {
            return "html";
        }
        if (name.endsWith(".pdf") || name.endsWith(".docx")) {
            return name.substring(name.lastIndexOf('.') + 1);
        }
        throw new BadInput("out", file, "a file whose name ends with .html, .pdf or .docx");
    }

    private Language languageOf() {
        return Language.find(language)
                .orElseThrow(() -> new BadInput("lang", language, "en or fr"));
    }

    /// Null for what is unknown, which is not nought.
    private static @Nullable Long counted(DutyPaper.Figure figure) {
        var dead = figure.dead();
        return dead != null && dead.events() > 0 && dead.events() == dead.unstated()
                ? null
                : Long.valueOf(figure.n());
    }

    private static Map<String, @Nullable Object> object(DutyPaper paper) {
        var words = Words.of(Language.EN);
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("paper", ShowLog.code(paper.kind()));
        object.put("of", paper.of());
        object.put("from", paper.from());
        object.put("to", paper.to());
        object.put("knownAsOf", paper.at().known());
        object.put("recordedAsOf", paper.at().recorded());
        object.put(
                "figures",
                paper.figures().stream()
                        .map(figure -> {
                            var row = new LinkedHashMap<String, @Nullable Object>();
                            row.put("measure", ShowLog.code(figure.measure()));
                            row.put("n", counted(figure));
                            var dead = figure.dead();
                            if (dead != null) {
                                row.put("low", dead.low());
                                row.put("high", dead.high());
                                row.put("unstated", dead.unstated());
                            }
                            row.put("definition", words.say(Words.keyOf(figure.measure()) + ".is"));
                            row.put("entries", figure.rows());
                            return row;
                        })
                        .toList());
        object.put(
                "words",
                paper.sections().stream()
                        .flatMap(section ->
                                section.findText().stream()
                                        .map(text -> {
                                            var row = new LinkedHashMap<String, @Nullable Object>();
                                            var last = section.versions().getLast();
                                            row.put("part", ShowLog.code(section.part()));
                                            row.put("text", text);
                                            row.put("author", last.entry().author());
                                            row.put("recordedAt", last.recordedAt());
                                            row.put("version", section.versions().size());
                                            return row;
                                        }))
                        .toList());
        return object;
    }
}
