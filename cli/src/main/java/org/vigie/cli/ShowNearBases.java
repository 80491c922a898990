package org.vigie.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.assess.NearBases;
import org.vigie.exchange.packs.PackLoader;
import org.vigie.record.Standpoint;
import org.vigie.record.Viewer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Lethal attacks within a distance of a base, per year.
@Command(
        name = "near-bases",
        mixinStandardHelpOptions = true,
        description = "Count lethal attacks within a distance of a base of the mission, per year.")
final class ShowNearBases implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();
    @Mixin private Clocks clocks = new Clocks();
    @Mixin private Narrowing narrowing = new Narrowing();

    @Option(
            names = "--km",
            defaultValue = "50",
            paramLabel = "KM",
            description = "The distance, in a straight line (default: 50).")
    private double km = 50;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ShowNearBases(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var now = head.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        var standpoint = new Standpoint(clocks.known(now), clocks.recorded(now), Viewer.owner());
        NearBases near;
        try (var open = which.openExisting(head)) {
            var ledger = open.ledger();
            near =
                    NearBases.of(
                            ledger.asOf(
                                    standpoint.known(), standpoint.recorded(), standpoint.viewer()),
                            Spelled.of(narrowing.filter(), standpoint, ledger),
                            km,
                            PackLoader.findBounds(ledger).orElse(null));
        }
        var out = Commands.line(spec).getOut();
        if (json) {
            Json.print(out, object(standpoint, near));
        } else {
            print(out, standpoint, near);
        }
        return 0;
    }

    private void print(PrintWriter out, Standpoint standpoint, NearBases near) {
        if (which.exercise()) {
            out.println("EXERCISE");
        }
        var table =
                new Table("year", "lethal", "placed", "near", "%", "deaths near", "bases known");
        for (var year : near.years()) {
            var percent = year.percent();
            table.add(
                    String.valueOf(year.year()),
                    year.lethal(),
                    year.placed(),
                    year.bases() == 0 ? "-" : year.near(),
                    percent == null ? "-" : String.format(Locale.ROOT, "%.1f", percent),
                    year.bases() == 0 ? "-" : year.deaths(),
                    year.bases());
        }
        table.print(out);
        out.printf(
                Locale.ROOT,
                "near: within %s km of a base, in a straight line; lethal: at least one death by the best estimate; placed: to 25 km or better%n",
                km);
        if (near.outside() > 0) {
            out.printf(
                    Locale.ROOT,
                    "left out: %,d lethal outside the mission's bounds%n",
                    near.outside());
        }
        if (near.bases() == 0) {
            out.println("no base is known here: load a mission pack, or import Geo-PKO's maps");
        }
        out.println(
                "as of %s (recorded as of %s)"
                        .formatted(standpoint.known(), standpoint.recorded()));
        out.flush();
    }

    private Map<String, @Nullable Object> object(Standpoint standpoint, NearBases near) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("exercise", which.exercise());
        object.put("knownAsOf", standpoint.known());
        object.put("recordedAsOf", standpoint.recorded());
        object.put("km", near.km());
        object.put("bases", near.bases());
        object.put("outside", near.outside());
        object.put("rows", near.years().stream().map(ShowNearBases::object).toList());
        return object;
    }

    private static Map<String, @Nullable Object> object(NearBases.Year year) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("year", year.year());
        object.put("lethal", year.lethal());
        object.put("placed", year.placed());
        object.put("near", year.bases() == 0 ? null : year.near());
        object.put("percent", year.percent());
        object.put("deaths", year.bases() == 0 ? null : year.deaths());
        object.put("bases", year.bases());
        object.put("rows", year.rows());
        return object;
    }
}
