package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.out.PostureCertificate;
import org.vigie.exchange.packs.MapShape;
import org.vigie.exchange.packs.Pack;
import org.vigie.exchange.packs.PackNames;
import org.vigie.geo.BadInput;
import org.vigie.geo.Position;
import org.vigie.plan.Register;
import org.vigie.plan.posture.AreaFloors;
import org.vigie.plan.posture.CoverAnswer;
import org.vigie.plan.posture.CoverProblem;
import org.vigie.plan.posture.Effort;
import org.vigie.plan.posture.FewestMoves;
import org.vigie.plan.posture.FloorLimits;
import org.vigie.plan.posture.ForcePosture;
import org.vigie.plan.posture.OwnCoverSolver;
import org.vigie.plan.posture.PlaceWeights;
import org.vigie.plan.posture.PostureAdvice;
import org.vigie.plan.posture.PostureGround;
import org.vigie.plan.posture.PostureSolver;
import org.vigie.plan.posture.PostureWishes;
import org.vigie.plan.posture.Stationing;
import org.vigie.record.Forces;
import org.vigie.record.Ledger;
import org.vigie.record.Picture;
import org.vigie.record.Viewer;
import org.vigie.solve.AgreedSolver;
import org.vigie.solve.Engine;
import org.vigie.solve.MipSolver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Where the units of a mission should stand, with a proof of how good that is. Advice only.
@Command(
        name = "posture",
        mixinStandardHelpOptions = true,
        description =
                "Where units should stand so that most people are covered, with a proven bound. Advice;"
                        + " it moves nobody.")
final class FindPosture implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;

    @Mixin private MissionLedger mission = new MissionLedger();

    @Option(
            names = "--places",
            required = true,
            paramLabel = "FILE",
            description = "Places with positions and, where known, people: a country of GeoNames.")
    private Path places = Path.of("");

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description =
                    "Day of the force register (default: today, or the last month in which most units"
                            + " were there).")
    private @Nullable String on;

    @Option(
            names = "--within",
            paramLabel = "MINUTES",
            description = "How soon soldiers must be at a place (default: ${DEFAULT-VALUE}).")
    private int within = 240;

    @Option(
            names = "--moves",
            paramLabel = "N",
            description = "How many units may leave their base (default: all).")
    private @Nullable Integer moves;

    @Option(
            names = "--scenario",
            paramLabel = "WORDS=WEIGHT",
            description =
                    "A way in which things may be, and how likely against the others; may be repeated."
                            + " Words with + between: dry or rains, day or night, flights or no-flights,"
                            + " ground or no-ground, calm or bombs. Such as rains+no-flights=0.3.")
    private List<String> scenarios = List.of();

    @Option(
            names = "--floor",
            paramLabel = "AREA=SHARE",
            description =
                    "The share of an area's weight that must be covered, 0 to 1; may be repeated. An"
                            + " area of the pack with an outline, or a sector.")
    private List<String> floors = List.of();

    @Option(
            names = "--busy",
            paramLabel = "CLASS=SHARE",
            description =
                    "The part of its time in which a unit is on another task, 0 to below 1; may be"
                            + " repeated. Classes: infantry, surgery, evacuation.")
    private List<String> busy = List.of();

    @Option(
            names = "--capacity",
            paramLabel = "BASE=UNITS",
            description =
                    "How many units a base takes (default: five, or as many as it has); may be"
                            + " repeated.")
    private List<String> capacities = List.of();

    @Option(
            names = "--solver",
            paramLabel = "NAME",
            description = "scip (default), highs, cbc, or own for plain Java.")
    private String solver = "scip";

    @Option(
            names = "--second",
            paramLabel = "NAME",
            description = "A second solver that is asked whether it agrees.")
    private @Nullable String second;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "Longest time for a native solver (default: ${DEFAULT-VALUE}).")
    private int seconds = 20;

    @Option(names = "--seed", description = "Seed of the search (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description = "Write model, plan and proof here, for 'vigie check-certificate'.")
    private @Nullable Path certificate;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    FindPosture(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        if (within < 1 || seconds < 1 || (moves != null && moves < 0)) {
            throw new BadInput(
                    "within, seconds and moves",
                    within + ", " + seconds + ", " + moves,
                    "minutes and seconds from 1, moves from 0");
        }
        var solvers = solver(solver);
        if (second != null) {
            solvers = new AgreedSolver(solvers, solver(second));
        }
        var wishes = PostureWishes.parse(scenarios, floors, busy, capacities);
        var settled = settled(wishes);
        long started = System.nanoTime();
        var problem = CoverProblem.of(settled.force.question());
        var answer =
                FewestMoves.of(
                        problem,
                        solvers.solve(problem, Effort.USUAL.withSeed(seed)),
                        settled.force.today());
        double took = (System.nanoTime() - started) / 1e9;
        return switch (answer) {
            case CoverAnswer.None none -> {
                var out = Commands.line(spec).getOut();
                var floors = FloorLimits.of(problem, solvers, Effort.USUAL.withSeed(seed));
                PostureReport.print(out, none.because(floors), json);
                yield Commands.FINDING;
            }
            case CoverAnswer.Posture posture -> report(settled, posture.took(took));
        };
    }

    private int report(Settled settled, CoverAnswer.Posture posture) throws IOException {
        var problem = CoverProblem.of(settled.force.question());
        var moving =
                IntStream.range(0, settled.force.units().size())
                        .filter(type -> settled.force.units().get(type).speed() != null)
                        .boxed()
                        .toList();
        var advice = PostureAdvice.of(problem, posture, new OwnCoverSolver(), moving);
        if (certificate != null) {
            try (var out = Files.newBufferedWriter(certificate)) {
                PostureCertificate.write(out, problem, posture);
            }
        }
        var report = new PostureReport(settled.force, problem, advice, settled.day);
        var out = Commands.line(spec).getOut();
        if (json) {
            Json.print(out, report.object(settled.places, settled.events));
        } else {
            report.print(out);
        }
        return 0;
    }

    private PostureSolver solver(String name) {
        if (name.equals("own")) {
            return new OwnCoverSolver();
        }
        for (var engine : Engine.values()) {
            if (Words.of(engine).equals(name)) {
                return new MipSolver(engine, Duration.ofSeconds(seconds));
            }
        }
        throw new BadInput("solver", name, "scip, highs, cbc or own");
    }

    /// The question with what was loaded for it.
    private record Settled(ForcePosture force, LocalDate day, int places, int events) {}

    private Settled settled(PostureWishes wishes) throws IOException {
        var pack = mission.pack();
        var settlements = Settlements.of(places, head);
        Register register;
        List<Position> lethal;
        try (var open = mission.open(head, pack)) {
            var ledger = open.ledger();
            var picture = now(ledger);
            register =
                    register(
                            picture.entries(Forces.UnitDeclared.class).isEmpty()
                                    ? now(MissionLedger.ofPack(head, pack))
                                    : picture);
            lethal =
                    PostureGround.lethal(
                            onTheEveningOf(register.day(), ledger), register.day(), settlements);
        }
        var weights = PlaceWeights.of(settlements, lethal, PostureGround.UNKNOWN_PEOPLE);
        var limits =
                ForcePosture.Limits.USUAL
                        .reactingWithin(Duration.ofMinutes(within))
                        .moving(moves == null ? Stationing.ANY_MOVES : moves)
                        .asking(wishes, areas(pack).of(wishes.floors(), settlements));
        return new Settled(
                ForcePosture.of(register, settlements, weights, limits),
                register.day(),
                settlements.size(),
                lethal.size());
    }

    /// The areas of the pack, with the outlines of its map.
    private static AreaFloors areas(Pack pack) {
        var outlines = new TreeMap<String, List<List<Position>>>();
        for (var shape : pack.map()) {
            if (shape.kind().equals(MapShape.AREA)) {
                outlines.put(shape.code(), shape.paths());
            }
        }
        return new AreaFloors(PackNames.of(List.of(pack)), outlines);
    }

    /// What was known of events when the day of the question ended, as the page has it.
    private Picture onTheEveningOf(LocalDate day, Ledger ledger) throws IOException {
        var now = head.clock().instant();
        var evening = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
        return ledger.asOf(evening.isBefore(now) ? evening : now, now, Viewer.owner());
    }

    private Picture now(Ledger ledger) throws IOException {
        var now = head.clock().instant();
        return ledger.asOf(now, now, Viewer.owner());
    }

    /// Today's register; where it is empty, that of the last month in which most units were there.
    private Register register(Picture picture) {
        if (on != null) {
            try {
                return Register.of(picture, LocalDate.parse(on));
            } catch (DateTimeParseException unreadable) {
                throw new BadInput("on", on, "a date such as 2021-06-01");
            }
        }
        return ForcePosture.lastFull(
                picture, LocalDate.ofInstant(head.clock().instant(), ZoneOffset.UTC));
    }
}
