package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.calendar.DueCalendar;
import org.vigie.exchange.words.Language;
import org.vigie.exchange.words.Words;
import org.vigie.geo.BadInput;
import org.vigie.share.Tier;
import org.vigie.warn.DueList;
import org.vigie.warn.DueTimes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What is due on the watch, as a table or as a calendar.
@Command(
        name = "due",
        mixinStandardHelpOptions = true,
        description = {
            "List what is due and overdue on the watch: steps of open alerts, reports that wait, threat files.",
            "It says sort, number, time and owner, and nothing of what it is about."
        })
final class ShowDue implements Callable<Integer> {

    private static final String NOBODY = "-";

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();
    @Mixin private Clocks clocks = new Clocks();

    @Option(names = "--overdue", description = "Only what had to be done before now.")
    private boolean overdue;

    @Option(
            names = "--owner",
            paramLabel = "POST",
            description = "Only what this post or account has; - for what nobody has.")
    private @Nullable String owner;

    @Option(
            names = "--ics",
            paramLabel = "FILE",
            description = "Write it as a calendar (iCalendar), e.g. due.ics.")
    private @Nullable Path calendar;

    @Option(names = "--force", description = "Overwrite the calendar when it is there.")
    private boolean force;

    @Option(
            names = "--tier",
            paramLabel = "WORD",
            description = "For which readers: restricted (default); it leaves to no others.")
    private String tier = "restricted";

    @Option(names = "--lang", paramLabel = "CODE", description = "en (default) or fr.")
    private String language = "en";

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ShowDue(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var readers = Tier.ofCode(tier);
        var words =
                Words.of(
                        Language.find(language)
                                .orElseThrow(() -> new BadInput("lang", language, "en or fr")));
        var file = calendar;
        if (file != null && !force && Files.exists(file)) {
            throw new BadInput("ics", file, "a file that is not there yet, or give --force");
        }
        var picture = which.picture(head, clocks);
        var now = picture.knownAsOf().truncatedTo(ChronoUnit.MILLIS);
        var list = narrowed(DueList.of(picture), now);
        var written =
                DueCalendar.of(
                        readers, list, new DueCalendar.Edition(words, now, which.exercise()));
        if (file != null) {
            Files.writeString(file, written);
        }
        print(list, words, now, DueTimes.of(picture).origin());
        return 0;
    }

    private DueList narrowed(DueList all, Instant now) {
        var whose = owner;
        var list = overdue ? all.overdue(now) : all;
        return whose == null ? list : list.of(whose.equals(NOBODY) ? "" : whose);
    }

    private void print(DueList list, Words words, Instant now, String origin) {
        var out = Commands.line(spec).getOut();
        int late = list.overdue(now).items().size();
        if (json) {
            var object = new LinkedHashMap<String, @Nullable Object>();
            object.put("knownAsOf", now);
            object.put("due", list.items().size());
            object.put("overdue", late);
            object.put("timesFrom", origin);
            object.put("items", list.items().stream().map(item -> object(item, now)).toList());
            Json.print(out, object);
            return;
        }
        var table = new Table("due", "", "what", "owner");
        for (var item : list.items()) {
            var length = words.length(Duration.between(item.at(), now).abs());
            table.add(
                    item.at().toString(),
                    item.overdue(now) ? length + " " + words.say("due.late") : "in " + length,
                    DueCalendar.what(words, item),
                    item.owner().isEmpty() ? NOBODY : item.owner());
        }
        table.print(out);
        out.println(
                list.items().size() + " due, " + late + " of them overdue; due times: " + origin);
        if (calendar != null) {
            out.println(calendar + ": " + list.items().size() + " events");
        }
        out.flush();
    }

    private static Map<String, @Nullable Object> object(DueList.Item item, Instant now) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        var step = item.step();
        object.put("kind", item.kind().name().toLowerCase(Locale.ROOT));
        object.put("id", item.subject());
        object.put("step", step == null ? null : step.code());
        object.put("at", item.at());
        object.put("overdue", item.overdue(now));
        object.put("owner", item.owner().isEmpty() ? null : item.owner());
        return object;
    }
}
