package org.vigie.plan.posture;

import java.util.List;
import java.util.stream.IntStream;
import org.vigie.geo.BadInput;

/// What a place asks for, and what it is worth to give it: each need must be met by a unit of one
/// of its types in reach. One need is plain cover; a surgical team and a helicopter are two needs,
/// and the place counts only when both are met (10-1-2).
///
/// @param code such as `10-1-2`
/// @param needs for each need the types that meet it, as their place in the list of types
/// @param share of this service in the value, greater than 0
/// @param levels how many units in reach still add something (MEXCLP); 1 unless there is one need
///   whose types can be busy
public record Service(String code, List<List<Integer>> needs, double share, int levels) {

    /// Units in reach beyond these add next to nothing.
    static final int LEVELS_MAX = 8;

    public Service {
        needs = needs.stream().map(List::copyOf).toList();
        if (needs.isEmpty() || needs.stream().anyMatch(List::isEmpty)) {
            throw new BadInput("needs of " + code, needs, "at least one, each met by some type");
        }
        if (!(share > 0 && Double.isFinite(share))) {
            throw new BadInput("share of " + code, share, "a finite number above 0");
        }
        if (levels < 1 || levels > LEVELS_MAX || (levels > 1 && needs.size() > 1)) {
            throw new BadInput(
                    "levels of " + code,
                    levels,
                    "between 1 and " + LEVELS_MAX + ", and 1 with several needs");
        }
    }

    /// Covered by one unit of one of these types in reach. Source: Church and ReVelle, The maximal
    /// covering location problem, 1974.
    public static Service cover(String code, Integer... types) {
        return new Service(code, List.of(List.of(types)), 1, 1);
    }

    /// Covered by one unit of each of these types. Source: the hour of surgery and of evacuation
    /// are those of the Medical Support Manual; the model is the TEAM of Schilling and others 1979.
    public static Service all(String code, Integer... types) {
        return new Service(
                code,
                IntStream.range(0, types.length).mapToObj(i -> List.of(types[i])).toList(),
                1,
                1);
    }

    /// Covered by units that can be busy: each more in reach adds less. Source: Daskin, A maximum
    /// expected covering location model, 1983.
    public static Service expected(String code, int levels, Integer... types) {
        return new Service(code, List.of(List.of(types)), 1, levels);
    }

    /// The same with another share in the value.
    public Service withShare(double other) {
        return new Service(code, needs, other, levels);
    }

    /// Looks whether the types that meet the needs are among so many.
    void mustBeMetBy(int types) {
        for (var need : needs) {
            for (int type : need) {
                if (type < 0 || type >= types) {
                    throw new BadInput("type in the needs of " + code, type, "below " + types);
                }
            }
        }
    }

    /// What the `level`-th unit in reach (from 1) adds, for a place of weight 1.
    double gain(int level, List<UnitType> types) {
        double free = 1;
        for (var need : needs) {
            free *= 1 - busy(need, types);
        }
        double again = level == 1 ? 1 : Math.pow(busy(needs.getFirst(), types), level - 1.0);
        return share * free * again;
    }

    /// Of the types that meet a need, the one that is busy most.
    private static double busy(List<Integer> need, List<UnitType> types) {
        return need.stream().mapToDouble(type -> types.get(type).busy()).max().orElse(0);
    }
}
