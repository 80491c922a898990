package org.vigie.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.packs.Generator;
import org.vigie.exchange.packs.Pack;
import org.vigie.exchange.packs.PackFiles;
import org.vigie.exchange.packs.PackLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Invents events for an invented country, in the ledger of exercises.
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description =
                "Invent events and warnings for exercises; only for a pack of an invented country, only"
                        + " in the ledger of exercises.")
final class Generate implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();

    @Parameters(paramLabel = "MISSION", description = "For example missions/ostrelle.")
    private String mission = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed gives the same events (default: the pack's own).")
    private @Nullable Long seed;

    @Option(
            names = "--until",
            paramLabel = "DAY",
            description = "What is known until the end of this day (default: the pack's last).")
    private @Nullable String until;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    Generate(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var files = PackFiles.of(mission);
        var pack = Pack.read(files);
        var generator = Generator.of(files, pack, seed);
        var last = until == null ? generator.lastDay() : Clocks.parseDay("until", until);
        Generator.Generated generated;
        try (var open = which.openExercise(head)) {
            PackLoader.load(pack, open.ledger());
            generated = generator.write(open.ledger(), last);
        }
        var out = Commands.line(spec).getOut();
        if (json) {
            var object = new LinkedHashMap<String, Object>();
            object.put("exercise", true);
            object.put("mission", pack.code());
            object.put("seed", generated.seed());
            object.put("until", last);
            object.putAll(Missions.counts(generated.counts()));
            Json.print(out, object);
        } else {
            out.println(
                    "EXERCISE: %s, seed %s, until %s: %s"
                            .formatted(
                                    pack.code(),
                                    generated.seed(),
                                    last,
                                    Missions.sentence(generated.counts())));
            out.flush();
        }
        return 0;
    }
}
