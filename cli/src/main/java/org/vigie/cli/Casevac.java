package org.vigie.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.packs.Pack;
import org.vigie.geo.BadInput;
import org.vigie.plan.Limits;
import org.vigie.plan.Register;
import org.vigie.plan.Task;
import org.vigie.plan.medical.CareHours;
import org.vigie.plan.medical.Casualty;
import org.vigie.plan.medical.MedicalChain;
import org.vigie.plan.medical.OneMore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Answers whether somebody hurt at a place would be in time by the 10-1-2 of the United Nations:
/// first aid in ten minutes, field care in one hour, surgery in two. Advice only.
@Command(
        name = "casevac",
        mixinStandardHelpOptions = true,
        description =
                "Whether first aid in 10 minutes, care in 1 hour and surgery in 2 can be met at a place, and why not.")
final class Casevac implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private Clocks clocks = new Clocks();

    @Mixin private MissionLedger mission = new MissionLedger();
    @Mixin private RoadFile roads = new RoadFile();

    @Option(
            names = "--at",
            required = true,
            paramLabel = "PLACE",
            description = "A place of the pack by any of its names, or latitude,longitude.")
    private String at = "";

    @Option(
            names = "--when",
            paramLabel = "TIME",
            description = "When somebody is hurt, e.g. 2020-02-13T10:00Z (default: now).")
    private @Nullable String when;

    @Option(names = "--night", description = "At nightfall, if that moment is light.")
    private boolean night;

    @Option(
            names = "--weather",
            paramLabel = "WORD",
            description = "fair, rain or grounded: nothing flies (default: ${DEFAULT-VALUE}).")
    private String weather = "fair";

    @Mixin private ConditionOptions conditions = new ConditionOptions();

    @Option(names = "--alone", description = "Nobody of the mission is with the casualty.")
    private boolean alone;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    Casevac(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var moment = when == null ? head.clock().instant() : Clocks.parse("when", when);
        var pack = mission.pack();
        var casualty = casualty(pack, moment);
        var ground = ground(pack, casualty);
        var register = ground.register();
        casualty =
                casualty.under(
                        casualty.task()
                                .conditions()
                                .withLimits(ground.limits())
                                .withRoads(roads.read(mission.data())));
        var chain = MedicalChain.of(register, casualty);
        var answer =
                new CasevacAnswer(
                        chain,
                        CareHours.of(register, casualty),
                        OneMore.of(register, chain),
                        register.faults(),
                        moment);
        var out = Commands.line(spec).getOut();
        if (json) {
            Json.print(out, answer.object());
        } else {
            answer.print(out);
        }
        return 0;
    }

    /// What the ledger holds for the moment.
    private record Ground(Register register, Limits limits) {}

    private Ground ground(Pack pack, Casualty casualty) throws IOException {
        try (var open = mission.open(head, pack)) {
            var picture = clocks.picture(open.ledger(), head);
            return new Ground(
                    Register.of(picture, casualty.task().day()),
                    Limits.of(picture, casualty.task().when()));
        }
    }

    private Casualty casualty(Pack pack, Instant moment) {
        var place = PlaceAsked.of(pack, at);
        var position = place.position();
        if (position == null) {
            throw new BadInput(
                    "at", at, "a place whose position is known; give latitude,longitude");
        }
        var task =
                new Task(
                        place.name(),
                        position,
                        PlaceAsked.areas(pack, place),
                        moment,
                        null,
                        java.util.Set.of(),
                        conditions.conditions(raining()));
        var casualty = Casualty.ofPatrol(task);
        if (weather.equals("grounded")) {
            casualty = casualty.inBadWeather();
        }
        if (alone) {
            casualty = casualty.alone();
        }
        return night ? casualty.byNight() : casualty;
    }

    private boolean raining() {
        return switch (weather) {
            case "fair" -> false;
            case "rain", "grounded" -> true;
            default -> throw new BadInput("weather", weather, "one of fair, rain, grounded");
        };
    }
}
