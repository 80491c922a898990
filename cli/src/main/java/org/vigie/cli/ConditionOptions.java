package org.vigie.cli;

import org.vigie.geo.RouteState;
import org.vigie.plan.Clearance;
import org.vigie.plan.Conditions;
import picocli.CommandLine.Option;

/// What holds on the day: the answers of the host state, the way, the weather. What is not said is
/// the easiest.
final class ConditionOptions {

    @Option(
            names = "--clearance",
            paramLabel = "ANSWER",
            description =
                    "The host state on flights: granted, refused, pending, not-asked or not-needed"
                            + " (default: not needed, unless the register says that it is).")
    private String flight = "not-needed";

    @Option(
            names = "--ground-clearance",
            paramLabel = "ANSWER",
            description = "The same on movement on the ground.")
    private String ground = "not-needed";

    @Option(
            names = "--danger",
            paramLabel = "WAY",
            description = "The way: calm, ied-threat or contested (default: calm).")
    private String danger = "calm";

    @Option(names = "--rain", description = "It rains.")
    private boolean rain;

    @Option(names = "--host-force", description = "Forces of the host state take part.")
    private boolean hostForce;

    Conditions conditions() {
        return conditions(false);
    }

    /// @param rains whether something else that was said means rain
    Conditions conditions(boolean rains) {
        var easy = Conditions.EASY;
        var way = easy.route();
        return new Conditions(
                PlaceAsked.word("clearance", flight, Clearance.class),
                PlaceAsked.word("ground-clearance", ground, Clearance.class),
                new RouteState(
                        way.surface(),
                        way.season(),
                        PlaceAsked.word("danger", danger, RouteState.Danger.class),
                        way.escorted()),
                rain || rains,
                hostForce,
                easy.offensive(),
                easy.runway(),
                easy.river());
    }
}
