package org.vigie.force;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.plan.Base;
import org.vigie.record.Forces;

/// A base with the units that stand there.
///
/// @param base as plans use it
/// @param said how it was declared, null where only units name it
public record ForceBase(Base base, Forces.@Nullable BaseOpened said, List<ForceUnit> units) {

    public ForceBase {
        units = List.copyOf(units);
    }

    /// The sum of the strengths that are stated; empty when none is.
    public Optional<Integer> findStrength() {
        var stated =
                units.stream()
                        .flatMap(unit -> Optional.ofNullable(unit.said().strength()).stream())
                        .toList();
        return stated.isEmpty()
                ? Optional.empty()
                : Optional.of(stated.stream().mapToInt(Integer::intValue).sum());
    }
}
