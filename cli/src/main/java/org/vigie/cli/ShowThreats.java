package org.vigie.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Threats.ThreatAssessed;
import org.vigie.record.Threats.ThreatClosed;
import org.vigie.record.Threats.ThreatReopened;
import org.vigie.share.PlainLine;
import org.vigie.warn.ReviewTimes;
import org.vigie.warn.ThreatFile;
import org.vigie.warn.ThreatFiles;
import org.vigie.warn.ThreatPriority;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Threat files: what is feared, how it is judged, and what has to be judged again.
@Command(
        name = "threats",
        mixinStandardHelpOptions = true,
        description =
                "Threat files: what is feared for whom, how likely and how grave it is judged, and by"
                        + " when it has to be judged again. A file is open until a person closes it"
                        + " with a reason. They are opened and judged on the page of threats.")
final class ShowThreats implements Callable<Integer> {

    /// So many digits of a file's id are printed.
    private static final int SHORT_ID = 8;

    /// So many letters of a text stand in the table.
    private static final int TEXT_MAX = 40;

    private static final String DEFINITION =
            "priority is likelihood (1-5) times impact (1-5), high from 15, medium from 8, whoever is"
                    + " alleged; judged again within "
                    + ReviewTimes.ASSUMED.after(ThreatPriority.Level.HIGH)
                    + ", "
                    + ReviewTimes.ASSUMED.after(ThreatPriority.Level.MEDIUM)
                    + " or "
                    + ReviewTimes.ASSUMED.after(ThreatPriority.Level.LOW)
                    + " days (high, medium, low), first within "
                    + ReviewTimes.ASSUMED.firstDays()
                    + "; limits and days are "
                    + ReviewTimes.ASSUMED.origin();

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();
    @Mixin private Clocks clocks = new Clocks();

    @Option(names = "--open", description = "Open ones only.")
    private boolean open;

    @Option(
            names = "--overdue",
            description =
                    "Open ones that had to be judged before today only, the longest overdue first.")
    private boolean overdue;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ShowThreats(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        if (open && overdue) {
            throw new BadInput(
                    "overdue", "--overdue", "either --open or --overdue: what is overdue is open");
        }
        var picture = which.picture(head, clocks);
        var now = picture.knownAsOf();
        var all = ThreatFiles.of(picture);
        var shown = overdue ? all.overdue(now) : open ? all.open() : all.files();
        var out = Commands.line(spec).getOut();
        if (json) {
            Json.print(out, object(picture, all, shown));
            return 0;
        }
        if (which.exercise()) {
            out.println("EXERCISE");
        }
        print(out, all, shown, now);
        out.printf("as of %s (recorded as of %s); %s%n", now, picture.recordedAsOf(), DEFINITION);
        out.flush();
        return 0;
    }

    private void print(PrintWriter out, ThreatFiles all, List<ThreatFile> shown, Instant now) {
        if (shown.isEmpty()) {
            out.println(none(all));
        } else {
            var table =
                    new Table(
                            "file",
                            "priority",
                            "likelihood",
                            "impact",
                            "review due",
                            "days",
                            "at risk",
                            "where",
                            "feared",
                            "alleged",
                            "state");
            shown.forEach(file -> table.add(cells(file, now)));
            table.print(out);
        }
        out.printf(
                Locale.ROOT,
                "%d open, %d of them overdue, %d not judged yet; %d closed%n",
                all.open().size(),
                all.overdue(now).size(),
                all.notJudged().size(),
                all.closed().size());
        if (all.withoutOpening() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%d more whose opening cannot be read: it was erased or taken back%n",
                    all.withoutOpening());
        }
    }

    private String none(ThreatFiles all) {
        if (!all.files().isEmpty()) {
            return overdue ? "no open threat file is overdue" : "no threat file is open";
        }
        return clocks.given()
                ? "no threat file was known then"
                : "there is no threat file: they are opened on the page of threats, or from an alert";
    }

    private static @Nullable Object[] cells(ThreatFile file, Instant now) {
        var priority = file.findPriority();
        return new @Nullable Object[] {
            file.id().toString().substring(0, SHORT_ID),
            priority.map(one -> code(one.level()) + " (" + one.score() + ")").orElse("not judged"),
            priority.map(one -> code(one.likelihood())).orElse("-"),
            priority.map(one -> code(one.impact())).orElse("-"),
            file.open() ? file.reviewDue() + (file.overdue(now) ? " overdue" : "") : "-",
            file.daysSinceReview(now),
            shortened(file.atRisk()),
            shortened(file.what().site().name()),
            shortened(file.what().threat()),
            code(file.alleged()),
            file.open() ? "open" : "closed"
        };
    }

    /// One line, whatever was typed.
    private static String shortened(String text) {
        var line = PlainLine.escaped(text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip());
        return line.length() <= TEXT_MAX ? line : line.substring(0, TEXT_MAX - 1) + "…";
    }

    private static Map<String, @Nullable Object> object(
            Picture picture, ThreatFiles all, List<ThreatFile> shown) {
        var now = picture.knownAsOf();
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("knownAsOf", now);
        object.put("recordedAsOf", picture.recordedAsOf());
        object.put("n", shown.size());
        object.put("open", all.open().size());
        object.put("overdue", all.overdue(now).size());
        object.put("notJudged", all.notJudged().size());
        object.put("closed", all.closed().size());
        object.put("withoutOpening", all.withoutOpening());
        object.put("files", shown.stream().map(file -> object(file, now)).toList());
        object.put("definition", DEFINITION);
        return object;
    }

    private static Map<String, @Nullable Object> object(ThreatFile file, Instant now) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", file.id());
        row.put("open", file.open());
        row.put("openedAt", file.opened().knownAt());
        row.put("where", file.what().site().name());
        row.put("feared", file.what().threat());
        row.put("atRisk", file.atRisk());
        row.put("alleged", code(file.alleged()));
        row.put("priority", file.findPriority().map(one -> code(one.level())).orElse(null));
        row.put("score", file.findPriority().map(ThreatPriority::score).orElse(null));
        row.put("reviewDue", file.open() ? file.reviewDue() : null);
        row.put("overdue", file.overdue(now));
        row.put("daysSinceReview", file.daysSinceReview(now));
        row.put("judgement", file.judged().map(ShowThreats::judgement).orElse(null));
        row.put("judgements", file.judgements().stream().map(ShowThreats::judgement).toList());
        row.put("decision", file.state().map(ShowThreats::decision).orElse(null));
        row.put("linked", file.links().stream().map(ShowThreats::link).toList());
        row.put("linkedSinceReview", file.linkedSinceReview().size());
        return row;
    }

    private static Map<String, @Nullable Object> by(Recorded entry) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("seq", entry.seq());
        row.put("knownAt", entry.knownAt());
        row.put("backDated", entry.backDated());
        row.put("author", entry.entry().author());
        return row;
    }

    private static Map<String, @Nullable Object> judgement(Recorded entry) {
        var row = by(entry);
        if (entry.body() instanceof ThreatAssessed judged) {
            row.put("atRisk", judged.atRisk());
            row.put("alleged", code(judged.alleged()));
            row.put("motive", judged.motive());
            row.put("capability", code(judged.capability()));
            row.put("likelihood", code(judged.likelihood()));
            row.put("impact", code(judged.impact()));
            row.put(
                    "protection",
                    judged.protection().stream()
                            .map(one ->
                                    Map.of(
                                            "who", code(one.who()),
                                            "capacity", code(one.capacity()),
                                            "intent", code(one.intent())))
                            .map(java.util.TreeMap::new)
                            .toList());
            row.put("tier", code(judged.tier()));
            row.put("reviewBy", judged.reviewBy());
            row.put("basis", judged.basis());
        }
        return row;
    }

    private static Map<String, @Nullable Object> decision(Recorded entry) {
        var row = by(entry);
        row.put("kind", entry.entry().kind());
        switch (entry.body()) {
            case ThreatClosed closed -> {
                row.put("ending", code(closed.ending()));
                row.put("officer", closed.officer());
                row.put("reason", closed.reason());
            }
            case ThreatReopened reopened -> {
                row.put("officer", reopened.officer());
                row.put("reason", reopened.reason());
            }
            default -> row.put("erased", true);
        }
        return row;
    }

    private static Map<String, @Nullable Object> link(ThreatFile.Link link) {
        var row = by(link.by());
        row.put("what", code(link.what()));
        row.put("id", link.other());
        return row;
    }

    /// `VERY_LIKELY` is written `very-likely`.
    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
