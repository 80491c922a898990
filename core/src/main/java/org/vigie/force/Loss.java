package org.vigie.force;

import java.util.ArrayList;
import java.util.List;
import org.vigie.plan.TaskForce;
import org.vigie.record.Forces.Part;

/// What one partner's exit takes away: its units, and of each of the six parts of a mobile task
/// force how many units are left.
///
/// To an officer: where a part falls to nought no such force can be put together any longer.
/// Whether those who stay could reach the same places in time is not in it; ask who can go.
public record Loss(String partner, List<ForceUnit> units, List<Left> parts) {

    /// Units of one part before and after.
    public record Left(Part part, int before, int after) {

        public boolean lost() {
            return before > 0 && after == 0;
        }
    }

    public Loss {
        units = List.copyOf(units);
        parts = List.copyOf(parts);
    }

    static Loss of(String partner, List<ForceUnit> all) {
        var gone = all.stream().filter(unit -> unit.isFrom(partner)).toList();
        var parts = new ArrayList<Left>();
        for (var part : TaskForce.PARTS) {
            int before = count(all, part);
            parts.add(new Left(part, before, before - count(gone, part)));
        }
        return new Loss(partner, gone, parts);
    }

    /// The parts that nobody fills any longer.
    public List<Part> lost() {
        return parts.stream().filter(Left::lost).map(Left::part).toList();
    }

    private static int count(List<ForceUnit> units, Part part) {
        return (int) units.stream().filter(unit -> unit.unit().part() == part).count();
    }
}
