package org.vigie.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.packs.Capabilities;
import org.vigie.exchange.packs.Pack;
import org.vigie.geo.BadInput;
import org.vigie.plan.Limits;
import org.vigie.plan.Options;
import org.vigie.plan.Price;
import org.vigie.plan.Prices;
import org.vigie.plan.Register;
import org.vigie.plan.Task;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Answers who can be at a place, between when and when, and what stops the others. Advice only: it
/// orders nothing.
@Command(
        name = "reach",
        mixinStandardHelpOptions = true,
        description =
                "Who can be there, between when and when, and what stops the others. Advice; it orders nothing.")
final class WhoCanGo implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private Clocks clocks = new Clocks();

    @Mixin private MissionLedger mission = new MissionLedger();
    @Mixin private ConditionOptions conditions = new ConditionOptions();
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
            description = "When the order could be given, e.g. 2020-02-13T20:00Z (default: now).")
    private @Nullable String when;

    @Option(
            names = "--need",
            split = ",",
            paramLabel = "WORD",
            description = "What is needed, e.g. infantry,medical.")
    private List<String> needs = List.of();

    @Option(
            names = "--within",
            paramLabel = "MINUTES",
            description = "How soon somebody must be there to be of use.")
    private @Nullable Integer withinMinutes;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    WhoCanGo(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        needs.forEach(WhoCanGo::refuseUnknownNeed);
        if (withinMinutes != null && withinMinutes < 0) {
            throw new BadInput("within", withinMinutes, "minutes from 0");
        }
        var now = head.clock().instant();
        var moment = when == null ? now : Clocks.parse("when", when);
        var pack = mission.pack();
        var task = task(pack, moment);
        Register register;
        try (var open = mission.open(head, pack)) {
            var picture = clocks.picture(open.ledger(), head);
            register = Register.of(picture, task.day());
            task =
                    task.under(
                            task.conditions()
                                    .withLimits(Limits.of(picture, moment))
                                    .withRoads(roads.read(mission.data())));
        }
        var options = Options.forTask(register.units(), task);
        var answer =
                new ReachAnswer(
                        register,
                        options,
                        Price.ofFlightClearance(register.units(), task),
                        Price.ofLimits(register.units(), task),
                        Prices.of(register.units(), options));
        var out = Commands.line(spec).getOut();
        if (json) {
            Json.print(out, answer.object());
        } else {
            answer.print(out);
        }
        return 0;
    }

    private Task task(Pack pack, java.time.Instant moment) {
        var within = withinMinutes == null ? null : Duration.ofMinutes(withinMinutes);
        var place = PlaceAsked.of(pack, at);
        var position = place.position();
        if (position == null) {
            throw new BadInput(
                    "at", at, "a place whose position is known; give latitude,longitude");
        }
        return new Task(
                place.name(),
                position,
                PlaceAsked.areas(pack, place),
                moment,
                within,
                Set.copyOf(needs),
                conditions.conditions());
    }

    static void refuseUnknownNeed(String word) {
        if (!Capabilities.known(word)) {
            throw new BadInput(
                    "need", word, "one of " + String.join(", ", Capabilities.NEEDS.keySet()));
        }
    }
}
