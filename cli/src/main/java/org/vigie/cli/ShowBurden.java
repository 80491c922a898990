package org.vigie.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.assess.EntryBurden;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What it costs officers to write things down.
@Command(
        name = "burden",
        mixinStandardHelpOptions = true,
        description = {
            "Show how long forms took from being shown to being recorded, and what was written twice.",
            "It says nothing of persons."
        })
final class ShowBurden implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();
    @Mixin private Clocks clocks = new Clocks();

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "What was recorded on this day (UTC) or later.")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            description = "What was recorded on this day (UTC) or earlier.")
    private @Nullable String to;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ShowBurden(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var first = day("from", from);
        var last = day("to", to);
        var burden = EntryBurden.of(which.picture(head, clocks), first, last);
        var out = Commands.line(spec).getOut();
        if (json) {
            Json.print(out, object(burden));
            return 0;
        }
        if (which.exercise()) {
            out.println("EXERCISE");
        }
        var table = new Table("form", "n", "median s", "p90 s", "left open");
        for (var form : burden.forms()) {
            table.add(
                    form.kind(),
                    form.n(),
                    RateOfResponse.orDash(seconds(form.median())),
                    RateOfResponse.orDash(seconds(form.p90())),
                    form.leftOpen());
        }
        if (burden.forms().isEmpty()) {
            out.println("nobody has filled in a form");
        } else {
            table.print(out);
        }
        out.printf(
                Locale.ROOT,
                "reports: %,d; same words and place as another within 12 hours %,d; put behind an alert that was there %,d%n",
                burden.reports(),
                burden.sameWords().size(),
                burden.joined().size());
        out.printf(
                Locale.ROOT,
                "aim: a median of %d s; shown for more than %d minutes is left open; a call during which a form lies open counts with it%n",
                EntryBurden.AIM.toSeconds(),
                EntryBurden.LEFT_OPEN.toMinutes());
        out.flush();
        return 0;
    }

    private static @Nullable LocalDate day(String name, @Nullable String text) {
        return text == null ? null : Clocks.parseDay(name, text);
    }

    private static @Nullable Long seconds(@Nullable Duration time) {
        return time == null ? null : time.toSeconds();
    }

    private static Map<String, @Nullable Object> object(EntryBurden burden) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("knownAsOf", burden.knownAsOf());
        object.put("from", burden.from());
        object.put("to", burden.to());
        object.put("aimSeconds", EntryBurden.AIM.toSeconds());
        object.put("forms", burden.forms().stream().map(ShowBurden::object).toList());
        object.put("reports", burden.reports());
        object.put("sameWords", burden.sameWords());
        object.put("joined", burden.joined());
        return object;
    }

    private static Map<String, @Nullable Object> object(EntryBurden.Form form) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("form", form.kind());
        object.put("n", form.n());
        object.put("medianSeconds", seconds(form.median()));
        object.put("p90Seconds", seconds(form.p90()));
        object.put("leftOpen", form.leftOpen());
        object.put("withinAim", form.withinAim().orElse(null));
        object.put("rows", form.ids());
        return object;
    }
}
