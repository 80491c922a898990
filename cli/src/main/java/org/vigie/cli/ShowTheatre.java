package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.packs.Pack;
import org.vigie.geo.BadInput;
import org.vigie.geo.Place;
import org.vigie.plan.Conditions;
import org.vigie.plan.Limits;
import org.vigie.plan.Register;
import org.vigie.plan.Theatre;
import org.vigie.plan.posture.PostureGround;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Which places help reaches in time at one moment, and what each rule costs over all of them.
@Command(
        name = "theatre",
        mixinStandardHelpOptions = true,
        description =
                "Which places help reaches in time, and what each rule costs over all of them. Advice; it"
                        + " orders nothing.")
final class ShowTheatre implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private Clocks clocks = new Clocks();
    @Mixin private MissionLedger mission = new MissionLedger();
    @Mixin private RoadFile roads = new RoadFile();
    @Mixin private ConditionOptions conditions = new ConditionOptions();

    @Option(
            names = "--places",
            paramLabel = "FILE",
            description =
                    "Places with positions and, where known, people: a country of GeoNames (default:"
                            + " those of the ledger or the pack).")
    private @Nullable Path places;

    @Option(
            names = "--when",
            paramLabel = "TIME",
            description = "When the order could be given, e.g. 2020-02-13T20:00Z (default: now).")
    private @Nullable String when;

    @Option(
            names = "--within",
            paramLabel = "MINUTES",
            description = "How soon help must be complete (default: ${DEFAULT-VALUE}).")
    private int within = 240;

    @Option(
            names = "--need",
            split = ",",
            paramLabel = "WORD",
            description = "What is needed, e.g. infantry,medical (default: ${DEFAULT-VALUE}).")
    private List<String> needs = List.of("infantry");

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ShowTheatre(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        if (within < 0) {
            throw new BadInput("within", within, "minutes from 0");
        }
        needs.forEach(WhoCanGo::refuseUnknownNeed);
        var moment = when == null ? head.clock().instant() : Clocks.parse("when", when);
        var pack = mission.pack();
        Register register;
        List<Place> found;
        Conditions given;
        try (var open = mission.open(head, pack)) {
            var picture = clocks.picture(open.ledger(), head);
            var day = moment.atZone(java.time.ZoneOffset.UTC).toLocalDate();
            register = Register.of(picture, day);
            given =
                    conditions
                            .conditions()
                            .withLimits(Limits.of(picture, moment))
                            .withRoads(roads.read(mission.data()));
            found =
                    places == null
                            ? PostureGround.of(picture, picture, day).places()
                            : Settlements.of(places, head);
        }
        var asked = new Theatre.Asked(moment, Duration.ofMinutes(within), Set.copyOf(needs), given);
        var err = Commands.line(spec).getErr();
        var progress = new ProgressLine("theatre", err, head, "places");
        var theatre =
                Theatre.of(
                        register.units(),
                        spots(pack, found),
                        asked,
                        (done, of) -> progress.at(done, done, of));
        var report = new TheatreReport(theatre, register);
        var out = Commands.line(spec).getOut();
        if (json) {
            Json.print(out, report.object());
        } else {
            report.print(out);
        }
        return 0;
    }

    /// A place of which nobody says how many live there weighs what postures take it for.
    private static List<Theatre.Spot> spots(Pack pack, List<Place> places) {
        var spots = new ArrayList<Theatre.Spot>();
        for (var place : places) {
            var position = place.position();
            if (position != null) {
                double people =
                        place.population() == 0 ? PostureGround.UNKNOWN_PEOPLE : place.population();
                spots.add(
                        new Theatre.Spot(
                                place.name(), position, PlaceAsked.areas(pack, place), people));
            }
        }
        if (spots.isEmpty()) {
            throw new BadInput(
                    "places",
                    "none",
                    "places with positions: give --places FILE, or import a gazetteer into --data");
        }
        return spots;
    }
}
