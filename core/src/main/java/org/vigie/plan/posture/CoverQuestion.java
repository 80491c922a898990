package org.vigie.plan.posture;

import java.util.List;
import org.vigie.geo.BadInput;

/// Where should which units stand: the parts of the question, before places are merged.
///
/// @param types of units, each with how many there are
/// @param stationing what may stand where
/// @param services what places ask for
/// @param scenarios ways in which things may be; one at least
/// @param fairness what no area may fall below
/// @param said what was asked in words, line by line, for the model's hash
public record CoverQuestion(
        List<UnitType> types,
        Stationing stationing,
        List<Service> services,
        List<Scenario> scenarios,
        Fairness fairness,
        List<String> said) {

    /// A question of which nothing is said in words.
    public CoverQuestion(
            List<UnitType> types,
            Stationing stationing,
            List<Service> services,
            List<Scenario> scenarios,
            Fairness fairness) {
        this(types, stationing, services, scenarios, fairness, List.of());
    }

    public CoverQuestion {
        said = List.copyOf(said);
        types = List.copyOf(types);
        services = List.copyOf(services);
        scenarios = List.copyOf(scenarios);
        if (types.isEmpty() || services.isEmpty() || scenarios.isEmpty()) {
            throw new BadInput(
                    "types, services and scenarios",
                    types.size() + ", " + services.size() + ", " + scenarios.size(),
                    "at least one of each");
        }
        if (types.size() != stationing.types()) {
            throw new BadInput("types", types.size(), "those of the stationing");
        }
        for (var service : services) {
            for (var need : service.needs()) {
                for (int type : need) {
                    if (type < 0 || type >= types.size()) {
                        throw new BadInput("type of " + service.code(), type, "one of the list");
                    }
                }
            }
        }
        for (var scenario : scenarios) {
            var reach = scenario.reach();
            if (reach.types() != types.size() || reach.bases() != stationing.bases()) {
                throw new BadInput(
                        "reach of scenario " + scenario.name(),
                        reach.types() + " types, " + reach.bases() + " bases",
                        "that of all types and bases");
            }
            if (fairness.areas() > 0 && fairness.places() != reach.places()) {
                throw new BadInput("areas of places", fairness.places(), "one for each place");
            }
        }
    }

    /// Which places a plan covers with a service, in its first scenario: every need is met from
    /// somewhere.
    ///
    /// @param units for each station
    public boolean[] covered(int service, int[] units) {
        return covered(0, service, units);
    }

    /// The part of the weight that a plan covers with a service in one scenario; 0 where nothing
    /// weighs.
    ///
    /// @param scenario its place in the list
    /// @param units for each station
    public double coveredPart(int scenario, int service, int[] units) {
        var covered = covered(scenario, service, units);
        double there = 0;
        double all = 0;
        for (int place = 0; place < covered.length; place++) {
            double weight = scenarios.get(scenario).weight(place);
            all += weight;
            there += covered[place] ? weight : 0;
        }
        return all == 0 ? 0 : there / all;
    }

    private boolean[] covered(int scenario, int service, int[] units) {
        var reach = scenarios.get(scenario).reach();
        var covered = new boolean[reach.places()];
        for (int place = 0; place < covered.length; place++) {
            int at = place;
            covered[place] =
                    services.get(service).needs().stream()
                            .allMatch(need -> met(need, at, new Stationed(reach, units)));
        }
        return covered;
    }

    @SuppressWarnings("ArrayRecordComponent") // private, and never handed on
    private record Stationed(ReachTable reach, int[] units) {}

    private boolean met(List<Integer> need, int place, Stationed stationed) {
        var reach = stationed.reach;
        var units = stationed.units;
        for (int type : need) {
            for (int base = 0; base < stationing.bases(); base++) {
                if (units[type * stationing.bases() + base] > 0 && reach.get(type, base, place)) {
                    return true;
                }
            }
        }
        return false;
    }
}
