package org.vigie.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.force.Fatalities;
import org.vigie.force.Fatalities.Cause;
import org.vigie.record.Picture;
import org.vigie.register.StrengthRegister;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Counts members of missions who died.
@Command(
        name = "fatalities",
        mixinStandardHelpOptions = true,
        description =
                "Members of missions who died, by year, nationality or type of incident, with a rate"
                        + " where the strength is known. Nobody is in it before the next of kin were told.")
final class ShowFatalities implements Callable<Integer> {

    private static final String DEFINITION =
            "members of a mission who died, by the day of the incident; rate: deaths of a year for"
                    + " each 1,000 of the strength that one claim states, taken for the whole year";

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();
    @Mixin private Clocks clocks = new Clocks();

    @Option(
            names = "--by",
            defaultValue = "year",
            paramLabel = "KEY",
            description = "year (default), nationality or type.")
    private String by = "year";

    @Option(
            names = "--mission",
            paramLabel = "ACRONYM",
            description = "One mission alone, e.g. MINUSMA (default: all that are in the ledger).")
    private String mission = "";

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ShowFatalities(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var key = Fatalities.By.ofCode(by);
        var picture = which.picture(head, clocks);
        var day = picture.knownAsOf().atZone(ZoneOffset.UTC).toLocalDate();
        var all = Fatalities.of(picture);
        var shown = mission.isBlank() ? all : all.ofMission(mission);
        var rates = shown.rates(StrengthRegister.of(picture, day), day);
        var out = Commands.line(spec).getOut();
        if (json) {
            Json.print(out, object(picture, shown, key, rates));
        } else {
            if (which.exercise()) {
                out.println("EXERCISE");
            }
            print(out, shown, key, rates);
            if (shown.deaths().isEmpty() && !all.deaths().isEmpty()) {
                out.println("missions in the ledger: " + String.join(", ", all.missions()));
            }
            out.printf(
                    "as of %s (recorded as of %s); definition: %s%n",
                    picture.knownAsOf(), picture.recordedAsOf(), DEFINITION);
            out.flush();
        }
        return 0;
    }

    private static Map<String, @Nullable Object> object(
            Picture picture, Fatalities shown, Fatalities.By by, List<Fatalities.Rate> rates) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("knownAsOf", picture.knownAsOf());
        object.put("recordedAsOf", picture.recordedAsOf());
        object.put("by", by.code());
        object.put("deaths", shown.deaths().size());
        for (var cause : Cause.values()) {
            object.put(code(cause), shown.count(cause));
        }
        object.put(
                "rows",
                shown.by(by).stream()
                        .map(line -> {
                            var row = new LinkedHashMap<String, @Nullable Object>();
                            row.put("key", line.key().isEmpty() ? null : line.key());
                            row.put("deaths", line.deaths());
                            row.put("malicious", line.malicious());
                            return row;
                        })
                        .toList());
        object.put("rates", rates.stream().map(ShowFatalities::object).toList());
        object.put("definition", DEFINITION);
        return object;
    }

    private static Map<String, @Nullable Object> object(Fatalities.Rate rate) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("year", rate.year());
        row.put("population", rate.population());
        row.put("strength", rate.strength());
        row.put("strengthAsOf", rate.asOf());
        row.put("source", rate.source());
        row.put("deaths", rate.deaths());
        row.put("per1000PersonYears", rate.per1000());
        return row;
    }

    private static void print(
            PrintWriter out, Fatalities shown, Fatalities.By by, List<Fatalities.Rate> rates) {
        var table = new Table(by.code(), "deaths", "malicious act");
        for (var line : shown.by(by)) {
            table.add(
                    line.key().isEmpty() ? "not stated" : line.key(),
                    line.deaths(),
                    line.malicious());
        }
        table.print(out);
        out.printf(
                Locale.ROOT,
                "n %,d: malicious act %,d, accident %,d, illness %,d, other %,d%n",
                shown.deaths().size(),
                shown.count(Cause.MALICIOUS),
                shown.count(Cause.ACCIDENT),
                shown.count(Cause.ILLNESS),
                shown.count(Cause.OTHER));
        if (rates.isEmpty()) {
            out.println(
                    "no rate: it needs a strength of the mission in a year that is over, and deaths on"
                            + " record around it");
        }
        for (var rate : rates) {
            out.printf(
                    Locale.ROOT,
                    "%s, %s: %,d of %,d (%s, %s): %s per 1,000 person-years%n",
                    rate.year(),
                    rate.population(),
                    rate.deaths(),
                    rate.strength(),
                    Objects.toString(rate.asOf(), "?"),
                    rate.source(),
                    rate.per1000().toPlainString());
        }
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
