package org.vigie.plan.posture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Questions about a [MadeUpTheatre], for measuring and testing.
public final class MadeUpPosture {

    private static final double CAVEATS = 0.3;
    private static final double NO_FLIGHT = 0.05;
    private static final int ROOM = 5;
    private static final int UNITS_BEYOND_BASES = 11;
    private static final int OF_A_TYPE = 4;
    private static final double SURGERY_MINUTES = 120;
    private static final double EVACUATION_MINUTES = 60;

    private MadeUpPosture() {}

    /// A type of unit as a made-up mission has it.
    private record Made(String code, double busy, double minutes, boolean flies) {}

    private static final List<Made> TYPES =
            List.of(
                    new Made("surgical-team", 0.2, SURGERY_MINUTES, false),
                    new Made("helicopter", 0.4, EVACUATION_MINUTES, true),
                    new Made("quick-reaction", 0.3, 180, false),
                    new Made("company", 0.5, 120, false),
                    new Made("engineers", 0.6, 240, false));

    /// Plain cover: `p` bases of all candidates, by road within so many minutes.
    public static CoverQuestion maximalCover(MadeUpTheatre theatre, int p, double minutes) {
        var reach = new ReachTable(1, theatre.bases(), theatre.places());
        fill(reach, 0, theatre, minutes / MadeUpTheatre.ROAD_MINUTES_PER_KM);
        var room = new int[theatre.bases()];
        Arrays.fill(room, 1);
        return new CoverQuestion(
                List.of(new UnitType("base", p, 0)),
                Stationing.anywhere(1, room),
                List.of(Service.cover("cover", 0)),
                List.of(new Scenario("one", 1, theatre.weights(), reach)),
                Fairness.NONE);
    }

    /// A mission's posture: so many types, of which each may be barred from a base by a caveat (30
    /// %) and helicopters from a place (5 %); expected cover by each, and both of 10-1-2.
    ///
    /// @param types 2 to 5
    /// @param seed of the caveats
    public static CoverQuestion mission(MadeUpTheatre theatre, int types, long seed) {
        var chance = new SplittableRandom(seed);
        int bases = theatre.bases();
        var reach = new ReachTable(types, bases, theatre.places());
        var room = new int[bases];
        Arrays.fill(room, ROOM);
        var stationing = Stationing.anywhere(types, room);
        var units = new ArrayList<UnitType>();
        var services = new ArrayList<Service>();
        services.add(Service.all("10-1-2", 0, 1).withShare(2));
        int each = Math.max(1, (bases + UNITS_BEYOND_BASES) / types);
        for (int type = 0; type < types; type++) {
            var made = TYPES.get(type);
            units.add(new UnitType(made.code, each, made.busy));
            services.add(Service.expected(made.code, 4, type));
            double perKm =
                    made.flies
                            ? MadeUpTheatre.AIR_MINUTES_PER_KM
                            : MadeUpTheatre.ROAD_MINUTES_PER_KM;
            fill(reach, type, theatre, made.minutes / perKm);
            for (int base = 0; base < bases; base++) {
                boolean barred = chance.nextDouble() < CAVEATS;
                stationing = stationing.atMost(type, base, barred ? 0 : OF_A_TYPE);
            }
        }
        return new CoverQuestion(
                units,
                stationing,
                services,
                List.of(
                        new Scenario(
                                "one",
                                1,
                                theatre.weights(),
                                withoutFlights(reach, new At(theatre, types, chance)))),
                Fairness.NONE);
    }

    private record At(MadeUpTheatre theatre, int types, SplittableRandom chance) {}

    /// The same, but at one place in twenty no helicopter may land.
    private static ReachTable withoutFlights(ReachTable reach, At at) {
        int bases = at.theatre.bases();
        var fewer = new ReachTable(at.types, bases, at.theatre.places());
        for (int place = 0; place < at.theatre.places(); place++) {
            boolean closed = at.chance.nextDouble() < NO_FLIGHT;
            for (int type = 0; type < at.types; type++) {
                for (int base = 0; base < bases; base++) {
                    if (reach.get(type, base, place) && !(closed && TYPES.get(type).flies)) {
                        fewer.set(type, base, place);
                    }
                }
            }
        }
        return fewer;
    }

    private static void fill(ReachTable reach, int type, MadeUpTheatre theatre, double km) {
        for (int base = 0; base < theatre.bases(); base++) {
            for (int place = 0; place < theatre.places(); place++) {
                if (theatre.distanceKm(base, place) <= km) {
                    reach.set(type, base, place);
                }
            }
        }
    }
}
