package org.vigie.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.packs.Chronology;
import org.vigie.exchange.packs.Pack;
import org.vigie.exchange.packs.PackLoader;
import org.vigie.exchange.packs.Play;
import org.vigie.geo.BadInput;
import org.vigie.record.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Tells a chronology into the ledger of exercises, never into the real one.
@Command(
        name = "play",
        mixinStandardHelpOptions = true,
        description =
                "Tell a chronology into the ledger of exercises: at once, or line by line as time goes"
                        + " by.")
final class PlayChronology implements Callable<Integer> {

    private final Head head;
    private final Play.Sleeper sleeper;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();

    @Parameters(
            paramLabel = "CHRONOLOGY",
            description = "For example missions/mali/chronologies/ogossagou-2020-02.")
    private String path = "";

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "Line by line, N times as fast as it was: 3600 is an hour in a second.")
    private @Nullable Double speed;

    @Option(names = "--real-time", description = "Line by line, as fast as it was.")
    private boolean realTime;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    PlayChronology(Head head, Play.Sleeper sleeper) {
        this.head = head;
        this.sleeper = sleeper;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (speed != null && realTime) {
            throw new BadInput("speed", speed, "left out with --real-time");
        }
        var found = Packs.findChronology(path);
        var pack = Pack.read(found.files());
        var chronology = Chronology.read(found.files(), pack, found.name());
        var out = Commands.line(spec).getOut();
        if (!json) {
            out.println("EXERCISE: " + chronology.title());
            out.flush();
        }
        PackLoader.Loaded loaded;
        Play.Told told;
        try (var open = which.openExercise(head)) {
            loaded = PackLoader.load(pack, open.ledger());
            told = tell(chronology, open.ledger(), out);
        }
        if (json) {
            var object = new LinkedHashMap<String, @Nullable Object>();
            object.put("exercise", true);
            object.put("mission", pack.code());
            object.put("chronology", chronology.name());
            object.put("title", chronology.title());
            object.put("lines", chronology.lines().size());
            object.putAll(Missions.counts(told.counts()));
            object.put("importId", told.importId());
            object.put("pack", Missions.counts(loaded.counts()));
            Json.print(out, object);
        } else {
            out.println("pack " + pack.code() + ": " + Missions.sentence(loaded.counts()));
            out.println(chronology.name() + ": " + Missions.sentence(told.counts()));
            out.flush();
        }
        return 0;
    }

    private Play.Told tell(Chronology chronology, Ledger ledger, PrintWriter out)
            throws IOException, InterruptedException {
        if (speed == null && !realTime) {
            return new Play(chronology, ledger, (line, number, total) -> {}).atOnce();
        }
        var play =
                new Play(
                        chronology,
                        ledger,
                        (line, number, total) -> {
                            if (!json) {
                                out.println(
                                        "%s  %s %s  %s"
                                                .formatted(
                                                        line.knownAt(),
                                                        line.verb(),
                                                        line.subject(),
                                                        line.text()));
                                out.flush();
                            }
                        });
        return play.inTime(new Play.Pace(speed == null ? 1 : speed, head.clock(), sleeper));
    }
}
